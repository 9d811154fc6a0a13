using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Auridis.Grants.Api.Exports;

/// <summary>Lists export runs.</summary>
sealed class ListExportRuns : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/export-runs", Handle)
        .RequireAuthorization(Policies.CanReadExports)
        .Describe("listExportRuns", "Lists export runs", "By number. Filter: status (exactly).");

    static Task<Listed<ExportRun>> Handle([AsParameters] Paging paging, [FromQuery, OneOf(typeof(ExportStatus))] string? status, Db db, CancellationToken cancel) =>
        paging.Read<ExportRun.Row, ExportRun>(db, Select, row => row.ToExportRun(), (After, Take) => new { After, Take, status }, cancel);

    const string Select = ExportRun.Row.Select + " where Seq > @After and (@status is null or Status = @status) order by Seq";
}
