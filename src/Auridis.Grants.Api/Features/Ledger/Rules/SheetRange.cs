namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>An account sheet does not end before it begins.</summary>
static class SheetRange
{
    public static Problem? WhyRefused(DateOnly from, DateOnly to) => to < from
        ? Problems.Invalid("/to", Bilingual.Of(
            "A range must not end before it begins.", "Ein Zeitraum darf nicht vor seinem Beginn enden."))
        : null;
}
