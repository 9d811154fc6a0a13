namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Lists the receipts of a submitted version of a report.</summary>
/// <remarks>
/// As they were, in the order in which they were added. SHA-256 over the JSON of each, as it stands here, followed by a line feed, is the
/// version's <c>receiptsSha256</c>.
/// </remarks>
sealed class ListSpendingReportVersionReceipts(CurrentUser user) : Page<NewReceipt>
{
    public override void Configure()
    {
        Get("/spending-reports/{id:guid}/versions/{number:int}/receipts");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<NewReceipt>>> Handle(Session session, Paging request)
    {
        var version = new { Id, Number = Path<int>("number"), request.AfterSeq, request.Take };
        return await SpendingReport.FindFor(session, Id, user) is null || await session.OneOrNull<int?>(SelectVersion, version) is null
            ? Problems.NotFound
            : await request.Of<ReportedReceipt, NewReceipt>(session, Select, version, receipt => receipt.AsNew);
    }

    const string SelectVersion = "select Number from SpendingReportVersion where SpendingReportId = @Id and Number = @Number";

    const string Select = $"""
        select {ReportedReceipt.Columns}
        from SpendingReportVersionReceipt
        where SpendingReportId = @Id and VersionNumber = @Number and Seq > @AfterSeq
        order by Seq
        """;
}
