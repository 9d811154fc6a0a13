namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>
/// Months are closed one after the other: none before the one before it. The first that is closed is the first with entries, or any before
/// it.
/// </summary>
static class PeriodOrder
{
    /// <param name="firstDay">Of the month that is to be closed.</param>
    /// <param name="closedOn">The last day of the last closed month; null when none is closed.</param>
    public static async Task<Problem?> WhyRefused(Session session, DateOnly firstDay, DateOnly? closedOn)
    {
        if (firstDay <= closedOn)
            return Problems.WrongState.With(("actual", PeriodStatus.Confirmed), ("expected", PeriodStatus.Refused));
        var open = closedOn?.AddDays(1) ?? await session.OneOrNull<DateOnly?>("select min(PostedOn) from JournalEntry");
        return open is { } earlier && LedgerMonth.LastDay(new DateOnly(earlier.Year, earlier.Month, 1)) < firstDay
            ? LedgerProblems.PeriodOpen.With(("openMonth", LedgerMonth.Of(earlier)))
            : null;
    }
}
