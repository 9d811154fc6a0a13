using Auridis.Grants.Api.Features.Repayments;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// What is refunded of a claim never exceeds its credit, the refunds that are on their way included. Asked again when a refund is approved
/// and released, since a receipt can be reversed meanwhile. The caller holds the award, and with it all that changes its claims.
/// </summary>
static class RefundsWithinCredit
{
    /// <summary>What of the credit is not on its way yet; below zero when more is on its way than there is.</summary>
    public static async Task<Money> Left(Session session, RepaymentClaim claim) =>
        new(claim.Credit.Cents - await session.One<long>(SumOnTheWay, new { claim.Id }));

    /// <summary>Why a new refund is too much; null when it is not.</summary>
    public static Problem? WhyRefused(Money left, Money requested) => requested.Cents > left.Cents
        ? DisbursementProblems.CreditExceeded.With(("available", new Money(Math.Max(0, left.Cents))), ("requested", requested))
        : null;

    /// <summary>Why a payment goes no further because it is a refund of more than there is; null when it does.</summary>
    public static async Task<Problem?> WhyRefused(Session session, Disbursement payment)
    {
        if (payment.RepaymentClaimId is not { } id)
            return null;
        var others = new Money((await Left(session, (await RepaymentClaim.Find(session, id))!)).Cents + payment.Amount.Cents);
        return WhyRefused(others, payment.Amount);
    }

    const string SumOnTheWay = """
        select coalesce(sum(AmountCents), 0) from Disbursement
        where RepaymentClaimId = @Id and Status in ('requested', 'approved', 'released', 'instructed')
        """;
}
