namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Lists the receipts of a report.</summary>
/// <remarks>
/// In the order in which they were added, with what the examiner found. Flags mark those that were paid outside the report's period,
/// or possibly twice.
/// </remarks>
sealed class ListReceipts(CurrentUser user) : Page<Receipt>
{
    public override void Configure()
    {
        Get("/spending-reports/{id:guid}/receipts");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<Receipt>>> Handle(Session session, Paging request) =>
        await SpendingReport.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<Receipt>(session, Select, new { Id, request.AfterSeq, request.Take });

    const string Select = Receipt.Select + " where r.SpendingReportId = @Id and r.Seq > @AfterSeq order by r.Seq";
}
