namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// <c>claimed → partly-paid → paid</c>, or <c>claimed → paid</c> at once; <c>claimed | partly-paid → deferred → claimed | partly-paid</c>;
/// <c>claimed | partly-paid | deferred → waived | written-off</c>; <c>claimed → cancelled</c>. From each of them <c>→ overpaid</c>, when
/// more has come in than is demanded, and <c>overpaid → paid</c> by a refund.
/// </summary>
static class RepaymentClaimStatus
{
    public const string Claimed = "claimed";
    public const string PartlyPaid = "partly-paid";
    public const string Paid = "paid";

    /// <summary>The site need not pay before a later day (Stundung).</summary>
    public const string Deferred = "deferred";

    /// <summary>More has come in than is demanded: the rest goes back to the site.</summary>
    public const string Overpaid = "overpaid";

    /// <summary>What was open is given up for good (Erlass).</summary>
    public const string Waived = "waived";

    /// <summary>What was open is not pursued for now (Niederschlagung): money that comes in all the same is taken.</summary>
    public const string WrittenOff = "written-off";

    /// <summary>
    /// Nothing is claimed any more: the payment that it was about came back from the bank, or its report was examined anew.
    /// </summary>
    public const string Cancelled = "cancelled";
}
