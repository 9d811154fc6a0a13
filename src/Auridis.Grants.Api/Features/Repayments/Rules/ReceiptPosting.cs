using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// Money on a claim is posted by what it changes: what it takes back of a write-off is claimed again, then it pays the claim, and what is
/// beyond is owed to the site. So the ledger's account of claims is what is open of them, and that of credits what is to go back.
/// </summary>
static class ReceiptPosting
{
    public static void Post(Tx tx, ClaimStanding before, ClaimStanding after, BusinessDocument document, Guid receiptId)
    {
        WriteOffRecovery.Post(tx, before, after, document);
        var credited = new Money(after.Credit.Cents - before.Credit.Cents);
        var received = new Money(after.Paid.Cents - before.Paid.Cents);
        Journal.PostParts(tx, PostingMatrix.RepaymentReceipt, [new Money(received.Cents - credited.Cents), credited], document,
            (end, seq) => RepaymentReceipt.KeepEntry(end, receiptId, seq));
    }
}
