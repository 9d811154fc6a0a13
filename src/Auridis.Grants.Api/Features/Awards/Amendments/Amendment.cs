namespace Auridis.Grants.Api.Features.Awards;

/// <summary>A change of an award (Änderungsbescheid, Änderungsvertrag), by two people.</summary>
sealed record Amendment : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The reference, such as <c>GA-2018-A-Z-03-A01</c>: the award's, <c>A</c>, and a number without gaps there.</summary>
    public required string Reference { get; init; }

    /// <summary>The programme of the award.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The award that it changes.</summary>
    public required Guid AwardId { get; init; }

    /// <summary>The AGS of the Jugendamt that the award is for.</summary>
    public required string OfficeAgs { get; init; }

    /// <summary>What it changes.</summary>
    [OneOf(typeof(AmendmentKind))]
    public required string Kind { get; init; }

    [OneOf(typeof(AmendmentStatus))]
    public required string Status { get; init; }

    /// <summary>The plan of the award with it.</summary>
    [StoredAsJson]
    public required AwardPlan Plan { get; init; }

    /// <summary>The plan of the award when it was proposed.</summary>
    [StoredAsJson]
    public required AwardPlan PreviousPlan { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The notice of the office that it answers; null when it answers none.</summary>
    public Guid? NoticeId { get; init; }

    /// <summary>Who has proposed it, as issuer#subject.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>The day on which it was proposed.</summary>
    public required DateOnly ProposedOn { get; init; }

    /// <summary>The caseworker who stands by it, as issuer#subject; null before.</summary>
    public string? EndorsedBy { get; init; }

    /// <summary>The day on which a caseworker has endorsed it; null before.</summary>
    public DateOnly? EndorsedOn { get; init; }

    /// <summary>The day on which it was approved, refused or withdrawn; null before.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? RefusalReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    /// <summary>The office has proposed it, and not a caseworker.</summary>
    internal bool ByOffice { get; init; }

    /// <summary>The amendment, or null when there is none with this id.</summary>
    public static Task<Amendment?> Find(Session session, Guid id) =>
        session.OneOrNull<Amendment>(Select + " where Id = @Id", new { Id = id });

    /// <summary>The amendment, or null when there is none that this caller may see.</summary>
    public static async Task<Amendment?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } amendment && user.Sees(amendment.OfficeAgs) ? amendment : null;

    public const string Select = """
        select Seq, Id, Version, Reference, ProgrammeId, AwardId, OfficeAgs, Kind, Status, NewPlan as "Plan", PreviousPlan, Reason,
            NoticeId, ByOffice, ProposedBy, ProposedOn, EndorsedBy, EndorsedOn, DecidedOn, RefusalReason, CreatedAt, UpdatedAt
        from Amendment
        """;
}
