namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>Reads an export run.</summary>
/// <remarks>Its figures, its state and the hash of its file.</remarks>
sealed class GetExportRun : Read<ExportRun>
{
    public override void Configure()
    {
        Get("/export-runs/{id:guid}");
        Policies(Can.ReadExports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ExportRun>> Handle(Session session) =>
        await ExportRun.Find(session, Id) is { } run ? run : Problems.NotFound;
}
