using FastEndpoints;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Downloads a file of a report.</summary>
/// <remarks>
/// Whoever may read the report, and for all but its office once the file was submitted. The bytes are those that were uploaded; the ETag is
/// their SHA-256, and Content-Disposition names the file. Range asks for a part of it.
/// </remarks>
sealed class GetReportAttachment(CurrentUser user) : Slice<EmptyRequest, FoundUpload>
{
    public override void Configure()
    {
        Get("/spending-reports/{id:guid}/attachments/{attachmentId:guid}");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound, UploadProblems.Range);
    }

    protected override async Task<FoundUpload> Answer(EmptyRequest request, CancellationToken cancel)
    {
        var attachmentId = Path<Guid>("attachmentId");
        var found = await Db.Read(session => Find(session, attachmentId), cancel);
        return found.Succeeded
            ? new FoundUpload(found.Value, part => Db.Read(session => StoredFile.Part(session, attachmentId, part), cancel))
            : FoundUpload.Refuse((Problem)found.Refusal);
    }

    async Task<Outcome<UploadHead>> Find(Session session, Guid attachmentId)
    {
        if (await SpendingReport.FindFor(session, Id, user) is not { } report
            || await ReportAttachment.Find(session, Id, attachmentId) is not { } file
            || (file.FirstVersion is null && !user.ActsFor(report.OfficeAgs)))
            return Problems.NotFound;
        return new UploadHead { Name = file.Name, ContentType = file.ContentType, Size = file.Size, Sha256 = file.Sha256 };
    }
}
