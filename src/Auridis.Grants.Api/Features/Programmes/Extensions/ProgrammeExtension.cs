namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>A later end of a programme's application window, for all offices, by two people.</summary>
sealed record ProgrammeExtension : IResource
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme whose window it extends.</summary>
    public required Guid ProgrammeId { get; init; }

    [OneOf(typeof(ExtensionStatus))]
    public required string Status { get; init; }

    /// <summary>The last day of the window before.</summary>
    public required DateOnly PreviouslyClosesOn { get; init; }

    /// <summary>The last day of the window once it is confirmed, to its end, Europe/Berlin.</summary>
    public required DateOnly ClosesOn { get; init; }

    /// <summary>Why the window is extended.</summary>
    public required string Reason { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? RefusalReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    internal string? ProposedBy { get; init; }

    /// <summary>The extension, or null when there is none with this id.</summary>
    public static Task<ProgrammeExtension?> Find(Session session, Guid id) =>
        session.OneOrNull<ProgrammeExtension>(Select + " where Id = @Id", new { Id = id });

    /// <summary>The extensions of each of the programmes, in the order in which they were proposed.</summary>
    public static async Task<ILookup<Guid, ProgrammeExtension>> Of(Session session, IEnumerable<Guid> programmeIds) =>
        (await session.All<ProgrammeExtension>(
            Select + " where ProgrammeId in @ProgrammeIds order by Seq", new { ProgrammeIds = programmeIds.ToList() }))
            .ToLookup(extension => extension.ProgrammeId);

    const string Select = """
        select Id, Version, ProgrammeId, Status, PreviouslyClosesOn, ClosesOn, Reason, RefusalReason, ProposedBy, CreatedAt, UpdatedAt
        from ProgrammeExtension
        """;
}
