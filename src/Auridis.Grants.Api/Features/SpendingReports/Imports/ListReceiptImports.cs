namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Lists the imports of receipts into a report.</summary>
/// <remarks>In the order in which the files came.</remarks>
sealed class ListReceiptImports(CurrentUser user) : Page<ReceiptImport>
{
    public override void Configure()
    {
        Get("/spending-reports/{id:guid}/receipt-imports");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<ReceiptImport>>> Handle(Session session, Paging request) =>
        await SpendingReport.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<ReceiptImport>(session, Select, new { Id, request.AfterSeq, request.Take });

    const string Select = ReceiptImport.Select + " where SpendingReportId = @Id and Seq > @AfterSeq order by Seq";
}
