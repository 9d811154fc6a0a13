namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// A receipt is flagged when it was paid outside the period of its report, or possibly twice, and when it is a credit note on no receipt of the
/// award's reports. A flag disallows nothing by itself: the examiner records a finding on the receipt.
/// </summary>
static class ReceiptFlags
{
    public static IEnumerable<string> Of(Receipt receipt)
    {
        if (receipt.PaidOn < receipt.PeriodStartsOn || receipt.PaidOn > receipt.PeriodEndsOn)
            yield return ReceiptFlag.OutsidePeriod;
        if (receipt.AlikeCount > 1)
            yield return ReceiptFlag.PaidTwice;
        if (receipt.Amount.Cents < 0 && receipt.ReferredCount == 0)
            yield return ReceiptFlag.NegativeWithoutReference;
    }
}

/// <summary>What an examiner should look at.</summary>
static class ReceiptFlag
{
    /// <summary>Paid before the funding period of the award, or after the last day that its report covers.</summary>
    public const string OutsidePeriod = "outside-period";

    /// <summary>Another receipt of the award's reports has the same payee (see <see cref="TextKey"/>), day and amount.</summary>
    public const string PaidTwice = "paid-twice";

    /// <summary>A credit note that refers to no receipt of the award's reports.</summary>
    public const string NegativeWithoutReference = "negative-without-reference";
}
