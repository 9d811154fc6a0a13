namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// No more of a claim is waived or written off than is open. Asked when it is proposed, and again when it is confirmed: the site can have
/// paid since.
/// </summary>
static class ReliefWithinOpenSum
{
    /// <summary>Why this much is not given up; null when it can be.</summary>
    public static Problem? WhyRefused(RepaymentClaim claim, Money amount) => amount.Cents > claim.Open.Cents
        ? ReliefProblems.AboveOpenSum.With(("open", claim.Open), ("amount", amount))
        : null;
}
