namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>What is claimed back of an award and still open is not claimed a second time.</summary>
static class OpenClaims
{
    /// <summary>The open sum of all claims on an award.</summary>
    public static async Task<Money> SumOf(Session session, Guid awardId) =>
        new(await session.One<long>(Select, new { AwardId = awardId }));

    const string Select = """
        select coalesce(sum(PrincipalCents - ReducedCents - PaidCents), 0) from RepaymentClaim
        where AwardId = @AwardId and Status in ('claimed', 'partly-paid')
        """;
}
