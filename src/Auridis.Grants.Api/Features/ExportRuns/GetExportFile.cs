using FastEndpoints;

namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>Downloads the file of an export run.</summary>
/// <remarks>
/// Every download has the same bytes: those that were written when the run claimed its entries. The file of a voided run stays available.
/// The ETag is the file's SHA-256; Content-Disposition names the file.
/// </remarks>
sealed class GetExportFile : Slice<EmptyRequest, FoundFile>
{
    public override void Configure()
    {
        Get("/export-runs/{id:guid}/file");
        Policies(Can.ReadExports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<FoundFile> Answer(EmptyRequest request, CancellationToken cancel) =>
        await Db.Read(session => session.OneOrNull<File>(Select, new { Id }), cancel) is { } file
            ? new FoundFile(TypedResults.Bytes(file.Content, "text/csv; charset=utf-8; header=present", file.FileName), file.Sha256)
            : Problems.NotFound;

    const string Select = """
        select r.FileName, r.Sha256, f.Content from ExportRun r join ExportFile f on f.ExportRunId = r.Id where r.Id = @Id
        """;

    sealed record File
    {
        public required string FileName { get; init; }
        public required string Sha256 { get; init; }
        public required byte[] Content { get; init; }
    }
}
