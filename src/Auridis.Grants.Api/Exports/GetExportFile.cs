using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Exports;

/// <summary>Downloads the file of an export run.</summary>
sealed class GetExportFile : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/export-runs/{id:guid}/file", Handle)
        .RequireAuthorization(Policies.CanReadExports)
        .Describe("getExportFile", "Downloads the file of an export run",
            "The bytes that were written when the run claimed its entries, each time the same; also of a voided run. The ETag is the file's SHA-256; Content-Disposition names the file.")
        .Refuses(Problems.NotFound);

    static async Task<FoundFile> Handle(Guid id, Db db, CancellationToken cancel) =>
        await db.Read(session => session.Find<Row>(Select, new { id }), cancel) is { } file
            ? TypedResults.Bytes(file.Content, "text/csv; charset=utf-8; header=present", file.FileName, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""))
            : Problems.NotFound;

    const string Select = "select r.FileName, r.Sha256, f.Content from ExportRun r join ExportFile f on f.ExportRunId = r.Id where r.Id = @id";

    sealed class Row
    {
        public required string FileName { get; init; }
        public required string Sha256 { get; init; }
        public required byte[] Content { get; init; }
    }
}
