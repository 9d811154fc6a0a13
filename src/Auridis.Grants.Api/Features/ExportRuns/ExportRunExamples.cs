using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.ExportRuns;

sealed class ExportRunExamples : IExamples
{
    static readonly Reasoned Void = new("The bookkeeping could not import the file.");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListExportRuns>(Example.Page(Completed)),
        Example.Of<CreateExportRun>(Completed, new CreateExportRun.Request(ExportFormat.Csv)),
        Example.Of<GetExportRun>(Completed),
        Example.Of<AcknowledgeExportRun>(Completed with { Version = 2, Status = ExportStatus.Acknowledged }),
        Example.Of<VoidExportRun>(Completed with { Version = 2, Status = ExportStatus.Voided, VoidReason = Void.Reason }, Void),
    ];

    static ExportRun Completed => new()
    {
        Id = Example.Id(17),
        Version = 1,
        Number = 1,
        Format = ExportFormat.Csv,
        Status = ExportStatus.Completed,
        EntryCount = 2,
        PostingCount = 3,
        Sum = new Money(60_000_00),
        FileName = RunNumber.FileName(1),
        Sha256 = Example.Sha256,
        AuditSeq = 311,
        AuditHash = Example.Sha256,
        CreatedAt = Example.At(2019, 3, 1),
        UpdatedAt = Example.At(2019, 3, 1),
    };
}
