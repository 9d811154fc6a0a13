namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>An account sheet covers at most a fiscal year, so that it fits one answer.</summary>
static class SheetRange
{
    const int LongestRange = 366;

    public static Problem? WhyRefused(DateOnly from, DateOnly to) => to < from || to.DayNumber - from.DayNumber >= LongestRange
        ? Problems.Invalid("/to", Bilingual.Of(
            $"A range must not end before it begins, and has at most {LongestRange} days.",
            $"Ein Zeitraum darf nicht vor seinem Beginn enden und hat höchstens {LongestRange} Tage."))
        : null;
}
