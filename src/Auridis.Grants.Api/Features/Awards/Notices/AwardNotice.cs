namespace Auridis.Grants.Api.Features.Awards;

/// <summary>What an office has told of its award (Mitteilung).</summary>
sealed record AwardNotice : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The reference, such as <c>GA-2018-A-Z-03-M01</c>: the award's, <c>M</c>, and a number without gaps there.</summary>
    public required string Reference { get; init; }

    /// <summary>The programme of the award.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The award that it is about.</summary>
    public required Guid AwardId { get; init; }

    /// <summary>The AGS of the Jugendamt that has told it.</summary>
    public required string OfficeAgs { get; init; }

    /// <summary>What it is about.</summary>
    [OneOf(typeof(NoticeKind))]
    public required string Kind { get; init; }

    [OneOf(typeof(NoticeStatus))]
    public required string Status { get; init; }

    /// <summary>What the office tells, up to 4,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>The day on which it was given.</summary>
    public required DateOnly GivenOn { get; init; }

    /// <summary>The day on which it was answered or closed; null while it is open.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Why nothing follows from it; null unless it was closed.</summary>
    public string? CloseReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    /// <summary>The notice, or null when there is none with this id.</summary>
    public static Task<AwardNotice?> Find(Session session, Guid id) =>
        session.OneOrNull<AwardNotice>(Select + " where Id = @Id", new { Id = id });

    /// <summary>The notice, or null when there is none that this caller may see.</summary>
    public static async Task<AwardNotice?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } notice && user.Sees(notice.OfficeAgs) ? notice : null;

    /// <summary>An amendment answers an open notice; false when the award has no such one. The caller holds the award.</summary>
    public static async Task<bool> Answer(Tx tx, Guid awardId, Guid id, DateOnly today)
    {
        if (await tx.Execute(AnswerRow, new { Id = id, AwardId = awardId, Today = today, tx.Author.At }) == 0)
            return false;
        Audit.Append(tx, AuditAction.NoticeAnswered, id, (await Find(tx, id))!.Version, new { AwardId = awardId });
        return true;
    }

    /// <summary>The amendment that was to answer a notice is withdrawn. The caller holds the award.</summary>
    public static async Task Reopen(Tx tx, Guid id)
    {
        await tx.Execute(ReopenRow, new { Id = id, tx.Author.At });
        var notice = (await Find(tx, id))!;
        Audit.Append(tx, AuditAction.NoticeReopened, id, notice.Version, new { notice.AwardId });
    }

    public const string Select = """
        select Seq, Id, Version, Reference, ProgrammeId, AwardId, OfficeAgs, Kind, Status, Text, GivenOn, ClosedOn, CloseReason, CreatedAt,
            UpdatedAt
        from AwardNotice
        """;

    const string AnswerRow = """
        update AwardNotice set Status = 'answered', ClosedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and AwardId = @AwardId and Status = 'open'
        """;

    const string ReopenRow = """
        update AwardNotice set Status = 'open', ClosedOn = null, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Status = 'answered'
        """;
}
