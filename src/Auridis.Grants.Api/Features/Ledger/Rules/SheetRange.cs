namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>An account sheet covers at most a fiscal year, so that it fits one answer.</summary>
static class SheetRange
{
    const int LongestRange = 366;

    public static Problem? WhyRefused(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber >= LongestRange
        ? Problems.ValidationFailed.At("to", Bilingual.Of(
            $"A range has at most {LongestRange} days.", $"Ein Zeitraum hat höchstens {LongestRange} Tage."))
        : null;
}
