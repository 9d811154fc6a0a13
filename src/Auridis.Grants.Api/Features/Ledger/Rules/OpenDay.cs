namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>
/// A closed month gets no entry: what belongs into one is posted on the first day that is open, and keeps its document date. The caller
/// holds the counter of <see cref="JournalNumbers"/>, which a month is closed under, too.
/// </summary>
static class OpenDay
{
    /// <param name="closedOn">The last day of the last closed month; null when none is closed.</param>
    public static DateOnly Of(DateOnly documentOn, DateOnly? closedOn) =>
        closedOn is { } last && documentOn <= last ? last.AddDays(1) : documentOn;
}
