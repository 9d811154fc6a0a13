using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Exports;

/// <summary>Reads an export run.</summary>
sealed class GetExportRun : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/export-runs/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanReadExports)
        .Describe("getExportRun", "Reads an export run", "Its figures, its state and the hash of its file.")
        .Refuses(Problems.NotFound);

    static async Task<Found<ExportRun>> Handle(Guid id, Db db, CancellationToken cancel) =>
        await db.Read(session => ExportRun.Find(session, id), cancel) is { } run ? run : Problems.NotFound;
}
