namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A receipt (Beleg) of a spending report.</summary>
sealed record Receipt : IPaged
{
    public required Guid Id { get; init; }

    /// <summary>Unique in the reports of the award.</summary>
    public required string Number { get; init; }

    /// <summary>The day of the payment.</summary>
    public required DateOnly PaidOn { get; init; }

    /// <summary>Who was paid.</summary>
    public required string Payee { get; init; }

    /// <summary>What for.</summary>
    public required string Purpose { get; init; }

    /// <summary>The line of the award's plan that it counts for.</summary>
    public required string Category { get; init; }

    /// <summary>What was paid; negative on a credit note.</summary>
    public required Money Amount { get; init; }

    /// <summary>On a credit note the number of the receipt that it is on, in this or in another report of the award.</summary>
    public string? Reference { get; init; }

    /// <summary>How it was procured (Vergabevermerk); null where nothing is said.</summary>
    public string? ProcurementNote { get; init; }

    /// <summary>What the examiner recognised; null where there is no finding: then it counts in full.</summary>
    public Money? Recognised { get; init; }

    /// <summary>Why it is disallowed in part or whole.</summary>
    public string? Reason { get; init; }

    /// <summary>What an examiner should look at. A flag disallows nothing by itself.</summary>
    [OneOf(typeof(ReceiptFlag))]
    public IReadOnlyList<string> Flags => [.. ReceiptFlags.Of(this)];

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    // What the flags are judged by; no caller sees it.
    internal long Seq { get; init; }
    internal required DateOnly PeriodStartsOn { get; init; }
    internal required DateOnly PeriodEndsOn { get; init; }

    /// <summary>Above which amount the award's terms want a note on how it was procured; null where they want none.</summary>
    internal Money? ProcurementNoteAbove { get; init; }

    /// <summary>Whether another receipt of the award's reports has its payee, day and amount.</summary>
    internal required bool IsAlike { get; init; }

    /// <summary>How many receipts of the award's reports have the number that it refers to: one or none.</summary>
    internal required int ReferredCount { get; init; }

    /// <summary>A condition: not how many there are, which could be all.</summary>
    public const string HasAlike = """
        exists (select 1 from Receipt other
            where other.AwardId = r.AwardId and other.PayeeKey = r.PayeeKey and other.PaidOn = r.PaidOn
                and other.AmountCents = r.AmountCents and other.Seq <> r.Seq)
        """;

    public const string Select = $"""
        select r.Seq, r.Id, r.Number, r.PaidOn, r.Payee, r.Purpose, r.Category, r.AmountCents, r.Reference, r.ProcurementNote,
            r.RecognisedCents, r.Reason, r.CreatedAt, r.UpdatedAt, s.ProcurementNoteAboveCents, a.StartsOn as PeriodStartsOn,
            s.PeriodEndsOn, case when {HasAlike} then 1 else 0 end as IsAlike,
            (select count(*) from Receipt other
             where other.AwardId = r.AwardId and other.Number = r.Reference and other.AmountCents > 0) as ReferredCount
        from Receipt r join SpendingReport s on s.Id = r.SpendingReportId join Award a on a.Id = s.AwardId
        """;
}
