namespace Auridis.Grants.Api.Features.Notes;

/// <summary>A note on a resource (Aktenvermerk): the funding side's own.</summary>
sealed record Note : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The path of what it is about, such as <c>/applications/01926f3a-5c00-7000-8000-000000000006</c>.</summary>
    public required string Resource { get; init; }

    /// <summary>What it is of.</summary>
    [OneOf(typeof(NoteKind))]
    public required string Kind { get; init; }

    /// <summary>What it says, up to 4,000 characters.</summary>
    public required string Text { get; init; }

    [OneOf(typeof(NoteStatus))]
    public required string Status { get; init; }

    /// <summary>Who has written it, as issuer#subject.</summary>
    public required string Author { get; init; }

    /// <summary>The day on which it was written.</summary>
    public required DateOnly WrittenOn { get; init; }

    /// <summary>Who has struck it, as issuer#subject; null while it counts.</summary>
    public string? StruckBy { get; init; }

    /// <summary>Why it was struck; null while it counts.</summary>
    public string? StrikeReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    /// <summary>The programme that the resource belongs to; null where it belongs to none.</summary>
    internal Guid? ProgrammeId { get; init; }

    /// <summary>The office that the resource is of; null where it is of none.</summary>
    internal string? OfficeAgs { get; init; }

    /// <summary>The note, or null when there is none with this id.</summary>
    public static Task<Note?> Find(Session session, Guid id) => session.OneOrNull<Note>(Select + " where Id = @Id", new { Id = id });

    /// <summary>Whether a discussion was noted on a resource, in a note that was not struck.</summary>
    /// <param name="resource">Its path.</param>
    public static async Task<bool> HasDiscussion(Session session, string resource) =>
        await session.One<int>(CountDiscussions, new { Resource = resource }) > 0;

    public const string Select = """
        select Seq, Id, Version, Resource, Kind, Text, Status, ProgrammeId, OfficeAgs, Author, WrittenOn, StruckBy, StrikeReason,
            CreatedAt, UpdatedAt
        from Note
        """;

    const string CountDiscussions =
        "select count(*) from Note where Resource = @Resource and Kind = 'discussion' and Status = 'written'";
}
