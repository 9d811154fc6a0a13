namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>An accepted report is examined anew, because a remedy against what was decided on it was upheld; by two people.</summary>
sealed record ReportReopening : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme of the award.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The award whose report it is.</summary>
    public required Guid AwardId { get; init; }

    /// <summary>The report.</summary>
    public required Guid SpendingReportId { get; init; }

    /// <summary>The remedy that was upheld.</summary>
    public required Guid RemedyId { get; init; }

    /// <summary>The AGS of the Jugendamt whose report it is.</summary>
    public required string OfficeAgs { get; init; }

    [OneOf(typeof(ReportReopeningStatus))]
    public required string Status { get; init; }

    /// <summary>What of the examination does not stand, and why.</summary>
    public required string Reason { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? RefusalReason { get; init; }

    /// <summary>The statement that the report had been accepted with; null until the reopening is confirmed.</summary>
    [StoredAsJson]
    public Statement? Statement { get; init; }

    /// <summary>The day on which it had been accepted; null until the reopening is confirmed.</summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>The day on which the reopening was confirmed or refused; null before.</summary>
    public DateOnly? DecidedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    internal string? ProposedBy { get; init; }

    /// <summary>The reopening, or null when there is none with this id.</summary>
    public static Task<ReportReopening?> Find(Session session, Guid id) =>
        session.OneOrNull<ReportReopening>(Select + " where Id = @Id", new { Id = id });

    /// <summary>The reopening, or null when there is none that this caller may see.</summary>
    public static async Task<ReportReopening?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } reopening && user.Sees(reopening.OfficeAgs) ? reopening : null;

    public const string Select = """
        select Seq, Id, Version, ProgrammeId, AwardId, SpendingReportId, RemedyId, OfficeAgs, Status, Reason, RefusalReason, Statement,
            AcceptedOn, ProposedBy, DecidedOn, CreatedAt, UpdatedAt
        from ReportReopening
        """;
}
