namespace Auridis.Grants.Api.Repayments;

/// <summary><c>claimed → partly-paid → paid</c>, or <c>claimed → paid</c> at once.</summary>
static class RepaymentClaimStatus
{
    public const string Claimed = "claimed";
    public const string PartlyPaid = "partly-paid";
    public const string Paid = "paid";
}
