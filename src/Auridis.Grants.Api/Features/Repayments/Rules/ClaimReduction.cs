namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// A claim is what was paid less what the site is entitled to. When the bank returns a payment, less was paid, and that much less is
/// claimed, at most the claim itself. What the site has paid back already is not reduced.
/// </summary>
static class ClaimReduction
{
    /// <summary>By how much a returned payment reduces a claim.</summary>
    public static Money Of(RepaymentClaim claim, Money returned) =>
        new(Math.Min(returned.Cents, claim.Principal.Cents - claim.Reduced.Cents));

    /// <summary>The day on which a reduction is posted: that of the bank's booking, but never before the claim.</summary>
    public static DateOnly PostedOn(RepaymentClaim claim, DateOnly bookedOn) => bookedOn > claim.ClaimedOn ? bookedOn : claim.ClaimedOn;
}
