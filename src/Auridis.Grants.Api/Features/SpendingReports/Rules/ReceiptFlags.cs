namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// A receipt is flagged when it was paid outside the funding period, or possibly twice, and when it is a credit note on no receipt of the
/// report. A flag disallows nothing by itself: the examiner records a finding on the receipt.
/// </summary>
static class ReceiptFlags
{
    /// <summary>The same as a condition on a receipt <c>r</c> and its award <c>a</c>.</summary>
    public const string Any = $"""
        (r.PaidOn < a.StartsOn or r.PaidOn > a.EndsOn or {Receipt.HasAlike}
            or (r.AmountCents < 0 and not exists (select 1 from Receipt referred
                where referred.SpendingReportId = r.SpendingReportId and referred.Number = r.Reference and referred.AmountCents > 0)))
        """;

    public static IEnumerable<string> Of(Receipt receipt)
    {
        if (receipt.PaidOn < receipt.PeriodStartsOn || receipt.PaidOn > receipt.PeriodEndsOn)
            yield return ReceiptFlag.OutsidePeriod;
        if (receipt.IsAlike)
            yield return ReceiptFlag.PaidTwice;
        if (receipt.Amount.Cents < 0 && receipt.ReferredCount == 0)
            yield return ReceiptFlag.NegativeWithoutReference;
    }
}

/// <summary>What an examiner should look at.</summary>
static class ReceiptFlag
{
    /// <summary>Paid before or after the funding period of the award.</summary>
    public const string OutsidePeriod = "outside-period";

    /// <summary>Another receipt of the report has the same payee (see <see cref="TextKey"/>), day and amount.</summary>
    public const string PaidTwice = "paid-twice";

    /// <summary>A credit note that refers to no receipt of the report.</summary>
    public const string NegativeWithoutReference = "negative-without-reference";
}
