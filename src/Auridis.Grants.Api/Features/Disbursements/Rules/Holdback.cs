namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// A percentage of an award is held back until its final report is accepted. What can be drawn before is rounded down to the cent.
/// </summary>
static class Holdback
{
    /// <summary>What can be drawn before the final report is accepted.</summary>
    public static Money Before(Money amount, int percent) => new((long)((Int128)amount.Cents * (100 - percent) / 100));

    /// <param name="drawn">What is drawn of the award, the request included.</param>
    public static async Task<Problem?> WhyRefused(Session session, Guid awardId, Money amount, int percent, Money drawn)
    {
        var most = Before(amount, percent);
        if (drawn.Cents <= most.Cents || await session.OneOrNull<int?>(FindAccepted, new { AwardId = awardId }) is not null)
            return null;
        return DisbursementProblems.HoldbackReserved.With(("percent", percent), ("releasable", most), ("drawn", drawn));
    }

    const string FindAccepted = """
        select 1 from SpendingReport where AwardId = @AwardId and Kind = 'final' and Status in ('accepted', 'partly-accepted')
        """;
}
