namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Lists the files of a report.</summary>
/// <remarks>
/// In the order of upload: for its office those that it has now, for all others those that were submitted last. What an earlier version had
/// stands there.
/// </remarks>
sealed class ListReportAttachments(CurrentUser user) : Page<ReportAttachment>
{
    public override void Configure()
    {
        Get("/spending-reports/{id:guid}/attachments");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<ReportAttachment>>> Handle(Session session, Paging request)
    {
        if (await SpendingReport.FindFor(session, Id, user) is not { } report)
            return Problems.NotFound;
        var those = user.ActsFor(report.OfficeAgs) ? AttachedFiles.Now : AttachedFiles.Submitted;
        return await request.Of<ReportAttachment>(
            session,
            $"{ReportAttachment.Select} where a.SpendingReportId = @Id and a.Seq > @AfterSeq and {those} order by a.Seq",
            new { Id, report.Versions, request.AfterSeq, request.Take });
    }
}
