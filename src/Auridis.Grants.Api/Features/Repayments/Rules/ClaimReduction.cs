namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// A claim is what was paid less what the site is entitled to. When the bank returns a payment, less was paid, and that much less is
/// claimed (<see cref="ClaimStanding.Reduce"/>). It is posted on the day of the bank's booking, but never before the claim.
/// </summary>
static class ClaimReduction
{
    public static DateOnly PostedOn(RepaymentClaim claim, DateOnly bookedOn) => bookedOn > claim.ClaimedOn ? bookedOn : claim.ClaimedOn;
}
