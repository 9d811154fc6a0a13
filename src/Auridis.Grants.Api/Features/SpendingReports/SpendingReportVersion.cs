namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A report as it was submitted; it never changes.</summary>
sealed record SpendingReportVersion : IFrozen
{
    /// <summary>From 1, in the order of submission.</summary>
    public required int Number { get; init; }

    /// <summary>What was submitted.</summary>
    [StoredAsJson]
    public required SpendingReportContent Submission { get; init; }

    /// <summary>SHA-256 of the JSON of <c>submission</c> in UTF-8, as it stands here: 64 hexadecimal digits.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Who submitted it, as issuer#subject.</summary>
    public required string SubmittedBy { get; init; }

    /// <summary>The day on which it was submitted.</summary>
    public required DateOnly SubmittedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>A version of a report; null when it has none with this number.</summary>
    public static Task<SpendingReportVersion?> Find(Session session, Guid reportId, int number) =>
        session.OneOrNull<SpendingReportVersion>(Select, new { Id = reportId, Number = number });

    const string Select = """
        select Number, Submission, ContentHash, SubmittedBy, SubmittedOn, CreatedAt
        from SpendingReportVersion
        where SpendingReportId = @Id and Number = @Number
        """;
}
