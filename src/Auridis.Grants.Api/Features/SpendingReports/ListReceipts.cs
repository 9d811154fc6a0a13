using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Lists the receipts of a report.</summary>
/// <remarks>
/// In the order in which they were added, with what the examiner found and with flags: paid outside the funding period, or possibly
/// paid twice.
/// </remarks>
sealed class ListReceipts(CurrentUser user) : Page<Receipt>
{
    public override void Configure()
    {
        Get("/spending-reports/{id:guid}/receipts");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<Receipt>>> Handle(Session session, Paging request)
    {
        if (await SpendingReport.Find(session, Id, user) is not { } report)
            return Problems.NotFound;
        var award = (await Award.Find(session, report.AwardId))!;
        return await request.Of<Receipt.Row, Receipt>(session, Select, new { Id, request.AfterSeq, request.Take }, row => row.ToReceipt(award));
    }

    const string Select = Receipt.Row.Select + " where r.SpendingReportId = @Id and r.Seq > @AfterSeq order by r.Seq";
}
