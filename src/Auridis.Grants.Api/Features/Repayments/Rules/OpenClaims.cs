namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// What is claimed back of an award and did not come in is not claimed a second time: it is open, or was waived or written off. What came
/// in beyond a claim goes back to the site, and is not its own money yet. Interest is not about what was paid.
/// </summary>
static class OpenClaims
{
    /// <summary>What did not come in on the claims on an award, less the credits on them: can be below zero.</summary>
    public static async Task<Money> SumOf(Session session, Guid awardId) =>
        new(await session.One<long>(Select, new { AwardId = awardId }));

    /// <summary>The reference of the first claim on an award that is open; null when none is.</summary>
    public static Task<string?> FirstOf(Session session, Guid awardId) =>
        session.OneOrNull<string>(SelectFirst, new { AwardId = awardId });

    const string SelectFirst = """
        select min(Reference) from RepaymentClaim
        where AwardId = @AwardId and Kind <> 'interest' and Status in ('claimed', 'partly-paid', 'deferred')
        """;

    const string Select = """
        select coalesce(sum(PrincipalCents - ReducedCents - PaidCents + RefundedCents), 0)
        from RepaymentClaim
        where AwardId = @AwardId and Kind <> 'interest'
        """;
}
