namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// A receipt is flagged when it was paid outside the period of its report, or possibly twice, when it is a credit note on no receipt of the
/// award's reports, and when it does not say how it was procured above the amount of the terms. A flag disallows nothing by itself: the
/// examiner records a finding on the receipt.
/// </summary>
static class ReceiptFlags
{
    /// <summary>The same as a condition on a receipt <c>r</c>, its report <c>s</c> and its award <c>a</c>.</summary>
    public const string Any = $"""
        (r.PaidOn < a.StartsOn or r.PaidOn > s.PeriodEndsOn or {Receipt.HasAlike}
            or (r.AmountCents < 0 and not exists (select 1 from Receipt referred
                where referred.AwardId = r.AwardId and referred.Number = r.Reference and referred.AmountCents > 0))
            or (r.AmountCents > s.ProcurementNoteAboveCents and r.ProcurementNote is null))
        """;

    public static IEnumerable<string> Of(Receipt receipt)
    {
        if (receipt.PaidOn < receipt.PeriodStartsOn || receipt.PaidOn > receipt.PeriodEndsOn)
            yield return ReceiptFlag.OutsidePeriod;
        if (receipt.IsAlike)
            yield return ReceiptFlag.PaidTwice;
        if (receipt.Amount.Cents < 0 && receipt.ReferredCount == 0)
            yield return ReceiptFlag.NegativeWithoutReference;
        if (receipt.ProcurementNoteAbove is { } most && receipt.Amount.Cents > most.Cents && receipt.ProcurementNote is null)
            yield return ReceiptFlag.ProcurementNoteMissing;
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

    /// <summary>Above the amount of the terms (<c>procurementNoteAbove</c>), and nothing is said of how it was procured.</summary>
    public const string ProcurementNoteMissing = "procurement-note-missing";
}
