namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// What is claimed back of an award and still open is not claimed a second time; what came in beyond a claim goes back to the site, and is
/// not its own money yet. Interest is not about what was paid.
/// </summary>
static class OpenClaims
{
    /// <summary>The open sum of the claims on an award, less the credits on them: can be below zero.</summary>
    public static async Task<Money> SumOf(Session session, Guid awardId) =>
        new(await session.One<long>(Select, new { AwardId = awardId }));

    const string Select = """
        select coalesce(sum(PrincipalCents - ReducedCents - WaivedCents - WrittenOffCents - PaidCents + RefundedCents), 0)
        from RepaymentClaim
        where AwardId = @AwardId and Kind <> 'interest'
        """;
}
