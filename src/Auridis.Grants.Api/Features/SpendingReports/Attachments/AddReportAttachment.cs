namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Adds a file to a report that is not submitted.</summary>
/// <remarks>
/// By the office itself, until the report is submitted, and again while it is returned. The body is the file itself, 10 MiB at most: PDF,
/// DOCX, XLSX, ODT, PNG or JPEG. Content-Type says which, and the bytes must prove it; Content-Disposition names the file. A report has 20
/// files at most. No If-Match: files that are added at the same time do not disturb each other.
/// </remarks>
sealed class AddReportAttachment(CurrentUser user) : Creation<UploadedFile, ReportAttachmentAdded>
{
    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/attachments");
        Policies(Can.WriteSpendingReports);
        Refuses([.. UploadProblems.Refusals, Problems.NotFound, Problems.Forbidden, Problems.WrongState, UploadProblems.Full]);
    }

    protected override string LocationOf(ReportAttachmentAdded created) => $"/spending-reports/{Id}/attachments/{created.Attachment.Id}";

    protected override async Task<Outcome<ReportAttachmentAdded>> Handle(Tx tx, UploadedFile request)
    {
        // Files that come at the same time meet here, so that they are counted one after the other.
        if (await tx.Execute(Touch, new { Id, user.Office, tx.Author.At }) == 0)
        {
            return await SpendingReport.WhyRefused(
                tx, Id, user, null, SpendingReport.OnlyItsOffice(user), SpendingReportStatus.Written);
        }
        if (await ReportAttachment.Files.WhyFull(tx, Id) is { } full)
            return full;
        var attachmentId = await ReportAttachment.Files.Add(tx, Id, request);
        var report = (await SpendingReport.Find(tx, Id))!;
        Audit.Append(tx, AuditAction.SpendingReportAttachmentAdded, Id, report.Version,
            new { AttachmentId = attachmentId, request.Type.ContentType, request.Size, request.Sha256 });
        return new ReportAttachmentAdded(report, (await ReportAttachment.Find(tx, Id, attachmentId))!);
    }

    const string Touch = """
        update SpendingReport
        set Version = Version + 1, UpdatedAt = @At, Status = case Status when 'due' then 'draft' else Status end
        where Id = @Id and Status in ('due', 'draft', 'returned') and OfficeAgs = @Office
        """;
}
