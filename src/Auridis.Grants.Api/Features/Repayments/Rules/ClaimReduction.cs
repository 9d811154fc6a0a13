using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// A claim is what was paid less what the site is entitled to. When the bank returns a payment, less was paid, and that much less is
/// claimed (<see cref="ClaimStanding.Reduce"/>). It is posted on the day of the bank's booking, but never before the claim: what was open
/// or written off is claimed no more, and what the site had paid of it is owed to the site.
/// </summary>
static class ClaimReduction
{
    public static DateOnly PostedOn(RepaymentClaim claim, DateOnly bookedOn) => bookedOn > claim.ClaimedOn ? bookedOn : claim.ClaimedOn;

    public static void Post(Tx tx, ClaimStanding before, ClaimStanding after, BusinessDocument document)
    {
        var recovered = new Money(before.WrittenOff.Cents - after.WrittenOff.Cents);
        if (recovered.Cents > 0)
        {
            Journal.Post(tx, PostingMatrix.WriteOffRecovery, recovered,
                document with { Text = $"Not written off any more of {document.Reference}" });
        }
        var credited = new Money(after.Credit.Cents - before.Credit.Cents);
        var reduction = new Money(after.Reduced.Cents - before.Reduced.Cents);
        Journal.PostParts(
            tx, PostingMatrix.RepaymentClaimReduction, [new Money(reduction.Cents - credited.Cents), credited], document);
    }
}
