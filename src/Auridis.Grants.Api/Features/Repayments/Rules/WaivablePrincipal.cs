namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// What is waived was claimed. A refund that was paid from money that had not come is owed as well, but it is no grant that could be given
/// up: it is written off at most.
/// </summary>
static class WaivablePrincipal
{
    /// <summary>Why this much is not waived; null when it can be. No more than is open of the claim.</summary>
    public static Problem? WhyRefused(RepaymentClaim claim, Money amount) =>
        ReliefWithinOpenSum.WhyRefused(claim, amount)
        ?? (amount.Cents > claim.Standing.Waivable.Cents
            ? ReliefProblems.AbovePrincipal.With(("waivable", claim.Standing.Waivable), ("open", claim.Open), ("amount", amount))
            : null);
}
