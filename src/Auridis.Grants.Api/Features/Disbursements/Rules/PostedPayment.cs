using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>A payment of the grant is posted as a grant; a refund is what was owed to the site as a credit.</summary>
static class PostedPayment
{
    public static PostingRule Ordered(Disbursement payment) => payment.IsRefund ? PostingMatrix.Refund : PostingMatrix.Payable;

    public static PostingRule Stopped(Disbursement payment) => payment.IsRefund ? PostingMatrix.RefundStop : PostingMatrix.Stop;

    public static PostingRule Settled(Disbursement payment) => payment.IsRefund ? PostingMatrix.RefundSettlement : PostingMatrix.Settlement;

    public static PostingRule Returned(Disbursement payment) => payment.IsRefund ? PostingMatrix.RefundReturn : PostingMatrix.Return;
}
