using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>A remedy (Rechtsbehelf) that an office has filed against its award, or against what was decided on a report of it.</summary>
sealed record AwardRemedy : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme of the award.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The award that it is about.</summary>
    public required Guid AwardId { get; init; }

    /// <summary>The accepted report that it is filed against; null when it is filed against the award itself.</summary>
    public required Guid? SpendingReportId { get; init; }

    /// <summary>The AGS of the Jugendamt that has filed it.</summary>
    public required string OfficeAgs { get; init; }

    /// <summary>Objection or action.</summary>
    [OneOf(typeof(RemedyKind))]
    public required string Kind { get; init; }

    [OneOf(typeof(RemedyStatus))]
    public required string Status { get; init; }

    /// <summary>The day on which it was filed.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>The file reference, up to 100 characters.</summary>
    public required string Reference { get; init; }

    /// <summary>What has become of it; null while it is open.</summary>
    [OneOf(typeof(RemedyOutcome))]
    public string? Outcome { get; init; }

    /// <summary>The day on which it was withdrawn, or on which the decision on it was announced; null while it is open.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Why it was struck; null while it counts.</summary>
    public string? StrikeReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    /// <summary>The remedy, or null when there is none with this id.</summary>
    public static Task<AwardRemedy?> Find(Session session, Guid id) =>
        session.OneOrNull<AwardRemedy>(Select + " where Id = @Id", new { Id = id });

    /// <summary>The remedy, or null when there is none that this caller may see.</summary>
    public static async Task<AwardRemedy?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } remedy && user.Sees(remedy.OfficeAgs) ? remedy : null;

    public const string Select = """
        select Seq, Id, Version, ProgrammeId, AwardId, SpendingReportId, OfficeAgs, Kind, Status, FiledOn, Reference, Outcome, ClosedOn,
            StrikeReason, CreatedAt, UpdatedAt
        from AwardRemedy
        """;
}
