namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>Lists export runs.</summary>
/// <remarks>By number. Filters: programmeId, status; all that are given must hold.</remarks>
sealed class ListExportRuns : Page<ListExportRuns.Request, ExportRun>
{
    public sealed record Request : ChangesPaging
    {
        public Guid? ProgrammeId { get; init; }

        [OneOf(typeof(ExportStatus))]
        public string? Status { get; init; }
    }

    public override void Configure()
    {
        Get("/export-runs");
        Policies(Can.ReadExports);
    }

    protected override async Task<Outcome<ListOf<ExportRun>>> Handle(Session session, Request request) =>
        await request.Of<ExportRun>(session, Select(request), new
        {
            request.AfterSeq,
            request.AfterTime,
            request.Take,
            request.ProgrammeId,
            request.Status,
        });

    static string Select(Request request) => (ExportRun.Select + " where " + request.After())
        .When(request.ProgrammeId, "ProgrammeId = @ProgrammeId")
        .When(request.Status, "Status = @Status")
        + request.InOrder();
}
