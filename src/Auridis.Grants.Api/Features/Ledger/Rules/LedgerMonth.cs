using System.Globalization;

namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>A month of the ledger is written as <c>2019-02</c>.</summary>
static class LedgerMonth
{
    /// <summary>The first day of a month; null when the text is none.</summary>
    public static DateOnly? FirstDay(string month) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 2000
            ? day
            : null;

    public static DateOnly LastDay(DateOnly firstDay) => firstDay.AddMonths(1).AddDays(-1);

    public static string Of(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static Problem WhyNone() => Problems.ValidationFailed.At(
        "",
        Bilingual.Of("The path names a month from 2000-01 on, such as 2019-02.", "Der Pfad nennt einen Monat ab 2000-01, etwa 2019-02."));
}
