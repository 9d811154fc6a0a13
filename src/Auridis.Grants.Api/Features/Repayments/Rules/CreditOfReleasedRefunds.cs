namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// A receipt is not reversed while its money is ordered to go back to the site: that payment is stopped first, or settled. A refund that is
/// not released yet goes no further then, since the credit is gone. The caller holds the claim.
/// </summary>
static class CreditOfReleasedRefunds
{
    public static async Task<Problem?> WhyRefused(Session session, RepaymentClaim claim, ClaimStanding after)
    {
        var released = new Money(await session.One<long>(SumReleased, new { claim.Id }));
        return released.Cents > after.Credit.Cents
            ? RepaymentProblems.RefundReleased.With(("credit", after.Credit), ("released", released))
            : null;
    }

    const string SumReleased = """
        select coalesce(sum(AmountCents), 0) from Disbursement
        where RepaymentClaimId = @Id and Status in ('released', 'instructed')
        """;
}
