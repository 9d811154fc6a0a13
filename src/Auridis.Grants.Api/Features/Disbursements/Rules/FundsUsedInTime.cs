namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// A site that still has money past its use-by date gets no more. It uses the oldest money first: what is unspent can be no more than what
/// was paid and is still to be used. A caseworker may allow more for a time, with a reason.
/// </summary>
static class FundsUsedInTime
{
    public static async Task<Problem?> WhyRefused(Session session, Guid awardId, Money unspent, DateOnly today)
    {
        if (unspent.Cents == 0)
            return null;
        var inTime = await session.One<long>(SumInTime, new { AwardId = awardId, Today = today });
        var allowed = await session.One<long>(SumAllowed, new { AwardId = awardId, Today = today });
        return unspent.Cents - inTime - allowed is > 0 and var tooLong
            ? DisbursementProblems.FundsUnused.With(
                ("unspent", unspent), ("inTime", new Money(inTime)), ("allowed", new Money(allowed)), ("tooLong", new Money(tooLong)))
            : null;
    }

    const string SumInTime = """
        select coalesce(sum(AmountCents), 0) from Disbursement where AwardId = @AwardId and Status = 'settled' and UseByOn >= @Today
        """;

    const string SumAllowed = "select coalesce(sum(LateUseCents), 0) from Award where Id = @AwardId and LateUseEndsOn >= @Today";
}
