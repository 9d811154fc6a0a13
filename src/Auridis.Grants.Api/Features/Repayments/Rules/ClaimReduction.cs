using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// A claim is what was paid less what the site is entitled to. When the bank returns a payment, less was paid, and that much less is
/// claimed (<see cref="ClaimStanding.Reduce"/>). It is posted on the day of the bank's booking, but never before the claim: what was open
/// or written off is claimed no more, and what the site had paid of it is owed to the site. The same is posted where the site turns out to
/// be entitled to more.
/// </summary>
static class ClaimReduction
{
    public static DateOnly PostedOn(RepaymentClaim claim, DateOnly bookedOn) => bookedOn > claim.ClaimedOn ? bookedOn : claim.ClaimedOn;

    /// <param name="rule">Why less is claimed.</param>
    public static void Post(Tx tx, PostingRule rule, ClaimStanding before, ClaimStanding after, BusinessDocument document)
    {
        WriteOffRecovery.Post(tx, before, after, document);
        var credited = new Money(after.Credit.Cents - before.Credit.Cents);
        var reduction = new Money(after.Reduced.Cents - before.Reduced.Cents);
        Journal.PostParts(tx, rule, [new Money(reduction.Cents - credited.Cents), credited], document);
    }
}
