using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.ExportRuns;

sealed class ExportRunExamples : IExamples
{
    static readonly Reasoned Void = new("The bookkeeping could not read the file.");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListExportRuns>(Example.Page(Completed)),
        Example.Of<CreateExportRun>(Completed, new CreateExportRun.Request(ExportFormat.Csv)),
        Example.Of<GetExportRun>(Completed),
        Example.Of<AcknowledgeExportRun>(Completed with { Version = 2, Status = ExportStatus.Acknowledged }),
        Example.Of<VoidExportRun>(Completed with { Version = 2, Status = ExportStatus.Voided, VoidReason = Void.Reason }, Void),
    ];

    static ExportRun Completed => new(
        Example.Id(17), 1, 1, ExportFormat.Csv, ExportStatus.Completed, null, null, 2, 3, new Money(60_000_00), "auridis-grants-export-000001.csv",
        Example.Sha256, 311, Example.Sha256, Example.At(2019, 3, 1), null);
}
