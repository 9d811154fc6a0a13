using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Repayments;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>A payment of the grant is posted as a grant; a refund is what was owed to the site as a credit.</summary>
static class PostedPayment
{
    public static PostingRule Ordered(Disbursement payment) => payment.IsRefund ? PostingMatrix.Refund : PostingMatrix.Payable;

    public static PostingRule Stopped(Disbursement payment) => payment.IsRefund ? PostingMatrix.RefundStop : PostingMatrix.Stop;

    public static PostingRule Rejected(Disbursement payment) =>
        payment.IsRefund ? PostingMatrix.RefundRejection : PostingMatrix.BankRejection;

    public static PostingRule Settled(Disbursement payment) => payment.IsRefund ? PostingMatrix.RefundSettlement : PostingMatrix.Settlement;

    /// <summary>Posts that a payment came back.</summary>
    /// <param name="credited">What of a refund is a credit again; the rest pays what is open of its claim by now.</param>
    public static void PostReturn(Tx tx, Disbursement payment, Money credited, BusinessDocument document)
    {
        if (payment.IsRefund)
        {
            Journal.PostParts(tx, PostingMatrix.RefundReturn,
                [payment.Amount, new Money(payment.Amount.Cents - credited.Cents), credited], document);
        }
        else
        {
            Journal.Post(tx, PostingMatrix.Return, payment.Amount, document);
        }
    }

    /// <summary>The payment as the document of a ledger entry; a refund of interest is posted on the accounts of interest.</summary>
    /// <param name="text">What has happened to it.</param>
    /// <param name="on">The day of that.</param>
    public static async Task<BusinessDocument> Document(Tx tx, Disbursement payment, string text, DateOnly on) =>
        new(payment.Id, payment.Reference, payment.ProgrammeId, payment.AwardId, text, on)
        {
            IsInterest = payment.RepaymentClaimId is { } claim
                && (await RepaymentClaim.Find(tx, claim))!.Kind == RepaymentClaimKind.Interest,
        };
}
