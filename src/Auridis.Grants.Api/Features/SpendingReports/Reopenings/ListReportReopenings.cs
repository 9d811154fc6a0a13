namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Lists the reopenings of a report.</summary>
/// <remarks>In the order in which they were proposed, also those that were refused.</remarks>
sealed class ListReportReopenings(CurrentUser user) : Page<ReportReopening>
{
    public override void Configure()
    {
        Get("/spending-reports/{id:guid}/reopenings");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<ReportReopening>>> Handle(Session session, Paging request) =>
        await SpendingReport.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<ReportReopening>(session, Select, new { Id, request.AfterSeq, request.Take });

    const string Select = ReportReopening.Select + " where SpendingReportId = @Id and Seq > @AfterSeq order by Seq";
}
