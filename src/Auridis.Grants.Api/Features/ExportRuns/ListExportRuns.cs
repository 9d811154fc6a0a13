namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>Lists export runs.</summary>
/// <remarks>By number. Filter: status.</remarks>
sealed class ListExportRuns : Page<ListExportRuns.Request, ExportRun>
{
    public sealed record Request : Paging
    {
        [OneOf(typeof(ExportStatus))]
        public string? Status { get; init; }
    }

    public override void Configure()
    {
        Get("/export-runs");
        Policies(Can.ReadExports);
    }

    protected override async Task<Outcome<ListOf<ExportRun>>> Handle(Session session, Request request) =>
        await request.Of<ExportRun>(session, Select(request), new { request.AfterSeq, request.Take, request.Status });

    static string Select(Request request) => (ExportRun.Select + " where Seq > @AfterSeq")
        .When(request.Status, "Status = @Status")
        + " order by Seq";
}
