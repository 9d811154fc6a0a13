
namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>
/// A run that handed journal entries over to the bookkeeping. Each entry is in exactly one run of a format that is not voided.
/// </summary>
/// <param name="Number">Counted without gaps from 1, in the order of the runs.</param>
/// <param name="PostedFrom">Entries posted from this day on; null means from the first.</param>
/// <param name="PostedTo">Entries posted up to this day; null means to the last.</param>
/// <param name="EntryCount">Entries in the file, 0 to 10,000; 0 when nothing was new, and with 10,000 there may be more for the next
/// run.</param>
/// <param name="PostingCount">Postings in the file: its lines without the header.</param>
/// <param name="Sum">The sum of the postings.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Sha256">SHA-256 of the file, 64 hexadecimal digits.</param>
/// <param name="AuditSeq">The last event of the audit trail when the entries were claimed.</param>
/// <param name="AuditHash">That event's hash: a trail that is rewritten later no longer fits.</param>
/// <param name="CreatedAt">When the entries were claimed, real time.</param>
/// <param name="VoidReason">Why the run was voided.</param>
/// <param name="Format">What the file is written for.</param>
sealed record ExportRun(
    Guid Id,
    int Version,
    int Number,
    [property: OneOf(typeof(ExportFormat))] string Format,
    [property: OneOf(typeof(ExportStatus))] string Status,
    DateOnly? PostedFrom,
    DateOnly? PostedTo,
    int EntryCount,
    int PostingCount,
    Money Sum,
    string FileName,
    string Sha256,
    long AuditSeq,
    string AuditHash,
    DateTimeOffset CreatedAt,
    string? VoidReason) : IResource
{
    /// <summary>The run, or null when there is none with this id.</summary>
    public static async Task<ExportRun?> Find(Session session, Guid id) =>
        (await session.OneOrNull<Row>(Row.Select + " where Id = @Id", new { Id = id }))?.ToExportRun();

    /// <summary>A row of the table.</summary>
    public sealed class Row : IPaged
    {
        public const string Select = """
            select Seq, Id, Version, Number, Format, Status, PostedFrom, PostedTo, EntryCount, PostingCount, SumCents, FileName, Sha256, AuditSeq,
                AuditHash, CreatedAt, VoidReason
            from ExportRun
            """;

        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required int Number { get; init; }
        public required string Format { get; init; }
        public required string Status { get; init; }
        public required DateOnly? PostedFrom { get; init; }
        public required DateOnly? PostedTo { get; init; }
        public required int EntryCount { get; init; }
        public required int PostingCount { get; init; }
        public required long SumCents { get; init; }
        public required string FileName { get; init; }
        public required string Sha256 { get; init; }
        public required long AuditSeq { get; init; }
        public required string AuditHash { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public required string? VoidReason { get; init; }

        public ExportRun ToExportRun() => new(
            Id, Version, Number, Format, Status, PostedFrom, PostedTo, EntryCount, PostingCount, new Money(SumCents), FileName, Sha256, AuditSeq,
            AuditHash, CreatedAt, VoidReason);
    }
}
