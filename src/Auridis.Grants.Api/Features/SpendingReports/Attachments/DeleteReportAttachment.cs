namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Takes a file off a report that is not submitted.</summary>
/// <remarks>
/// By the office itself. If-Match takes the ETag of the report, and the answer is the report as it is now. A file that was submitted stays
/// with its version.
/// </remarks>
sealed class DeleteReportAttachment(CurrentUser user) : Change<SpendingReport>
{
    public override void Configure()
    {
        Delete("/spending-reports/{id:guid}/attachments/{attachmentId:guid}");
        Policies(Can.WriteSpendingReports);
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<SpendingReport>> Handle(Tx tx)
    {
        var attachmentId = Path<Guid>("attachmentId");
        if (await tx.Execute(Touch, new { Id, SeenVersion, user.Office, tx.Author.At }) == 0)
        {
            return await SpendingReport.WhyRefused(
                tx, Id, user, SeenVersion, SpendingReport.OnlyItsOffice(user), SpendingReportStatus.Draft, SpendingReportStatus.Returned);
        }
        var report = (await SpendingReport.Find(tx, Id))!;
        if (await ReportAttachment.Find(tx, Id, attachmentId) is null
            || !await ReportAttachment.Files.TakeOff(tx, attachmentId, report.Versions))
            return Problems.NotFound;
        Audit.Append(tx, AuditAction.SpendingReportAttachmentDeleted, Id, report.Version, new { AttachmentId = attachmentId });
        return report;
    }

    const string Touch = """
        update SpendingReport set Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('draft', 'returned') and OfficeAgs = @Office
        """;
}
