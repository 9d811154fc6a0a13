namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>A claim is deferred, waived or written off as long as something of it is open.</summary>
static class RelievableClaim
{
    /// <summary>Why this claim cannot be eased; null when it can.</summary>
    public static Problem? WhyRefused(RepaymentClaim claim) =>
        claim.Open.Cents == 0 ? ReliefProblems.ClaimNotOpen.With(("actual", claim.Status)) : null;
}
