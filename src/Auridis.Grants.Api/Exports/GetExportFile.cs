using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Exports;

/// <summary>Downloads the file of an export run.</summary>
sealed class GetExportFile : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/export-runs/{id:guid}/file", Handle)
        .RequireAuthorization(Policies.CanReadExports)
        .Produces<Stream>(StatusCodes.Status200OK, "text/csv")
        .Describe("getExportFile", "Downloads the file of an export run",
            "The bytes that were written when the run claimed its entries, each time the same; also of a voided run. The ETag is the file's SHA-256.")
        .Refuses(Problems.NotFound);

    static async Task<Results<FileContentHttpResult, ProblemResult>> Handle(Guid id, Db db, HttpContext http, CancellationToken cancel)
    {
        if (await db.Read(session => session.Find<Row>(Select, new { id }), cancel) is not { } file)
            return new ProblemResult(Problems.NotFound);
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Bytes(file.Content, "text/csv; charset=utf-8; header=present", file.FileName, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""));
    }

    const string Select = "select r.FileName, r.Sha256, f.Content from ExportRun r join ExportFile f on f.ExportRunId = r.Id where r.Id = @id";

    sealed class Row
    {
        public required string FileName { get; init; }
        public required string Sha256 { get; init; }
        public required byte[] Content { get; init; }
    }
}
