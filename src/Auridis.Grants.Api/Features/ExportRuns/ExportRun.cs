namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>
/// A run that handed journal entries over to the bookkeeping. Each entry is in exactly one run of a format that is not voided.
/// </summary>
sealed record ExportRun : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>Counted without gaps from 1, in the order of the runs.</summary>
    public required int Number { get; init; }

    /// <summary>The reference, such as <c>EX-000001</c>: it holds the number.</summary>
    public string Reference => RunNumber.Reference(Number);

    /// <summary>The format of the file.</summary>
    [OneOf(typeof(ExportFormat))]
    public required string Format { get; init; }

    [OneOf(typeof(ExportStatus))]
    public required string Status { get; init; }

    /// <summary>Entries of this programme; null means of all.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>Entries posted from this day on; null means from the first.</summary>
    public DateOnly? PostedFrom { get; init; }

    /// <summary>Entries posted up to this day; null means to the last.</summary>
    public DateOnly? PostedTo { get; init; }

    /// <summary>Entries in the file, 0 to 10,000; 0 when nothing was new, and with 10,000 there may be more for the next run.</summary>
    public required int EntryCount { get; init; }

    /// <summary>Postings in the file: its lines without the header.</summary>
    public required int PostingCount { get; init; }

    /// <summary>The sum of the postings.</summary>
    public required Money Sum { get; init; }

    /// <summary>The file's name.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The last event of the audit trail when the entries were claimed.</summary>
    public required long AuditSeq { get; init; }

    /// <summary>That event's hash: a trail that is rewritten later no longer fits.</summary>
    public required string AuditHash { get; init; }

    /// <summary>Why the run was voided.</summary>
    public string? VoidReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    /// <summary>The run, or null when there is none with this id.</summary>
    public static Task<ExportRun?> Find(Session session, Guid id) =>
        session.OneOrNull<ExportRun>(Select + " where Id = @Id", new { Id = id });

    /// <summary>
    /// Why a conditional update of a run changed nothing, in the documented order: not found, stale version, wrong state.
    /// </summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, int version, params string[] needed) =>
        await Find(tx, id) is { } run ? Problems.StaleOrWrongState(run.Version, version, run.Status, needed) : Problems.NotFound;

    public const string Select = """
        select Seq, Id, Version, Number, Format, Status, ProgrammeId, PostedFrom, PostedTo, EntryCount, PostingCount, SumCents, FileName,
            Sha256, AuditSeq, AuditHash, CreatedAt, UpdatedAt, VoidReason
        from ExportRun
        """;
}
