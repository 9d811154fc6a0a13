namespace Auridis.Grants.Api.Features.Repayments;

/// <summary><c>claimed → partly-paid → paid</c>, or <c>claimed → paid</c> at once; <c>claimed → cancelled</c>.</summary>
static class RepaymentClaimStatus
{
    public const string Claimed = "claimed";
    public const string PartlyPaid = "partly-paid";
    public const string Paid = "paid";

    /// <summary>Nothing is claimed any more: the payment that it was about came back from the bank.</summary>
    public const string Cancelled = "cancelled";
}
