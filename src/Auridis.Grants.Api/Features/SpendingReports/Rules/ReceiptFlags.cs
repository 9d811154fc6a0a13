namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// A receipt is flagged when it was paid outside the funding period, or possibly twice. A flag disallows nothing by itself: the examiner
/// records a finding on the receipt.
/// </summary>
static class ReceiptFlags
{
    public static IEnumerable<string> Of(Receipt receipt)
    {
        if (receipt.PaidOn < receipt.PeriodStartsOn || receipt.PaidOn > receipt.PeriodEndsOn)
            yield return ReceiptFlag.OutsidePeriod;
        if (receipt.AlikeCount > 1)
            yield return ReceiptFlag.PaidTwice;
    }
}

/// <summary>What an examiner should look at.</summary>
static class ReceiptFlag
{
    /// <summary>Paid before or after the funding period of the award.</summary>
    public const string OutsidePeriod = "outside-period";

    /// <summary>Another receipt of the report has the same payee (see <see cref="TextKey"/>), day and amount.</summary>
    public const string PaidTwice = "paid-twice";
}
