using Auridis.Grants.Api.Awards;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.SpendingReports;

/// <summary>Lists the receipts of a report.</summary>
sealed class ListReceipts : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/spending-reports/{id:guid}/receipts", Handle)
        .RequireAuthorization(Policies.CanReadSpendingReports)
        .Describe("listReceipts", "Lists the receipts of a report",
            "In the order in which they were added, with what the examiner found and with flags: paid outside the funding period, or possibly paid twice.")
        .Refuses(Problems.NotFound);

    static async Task<Listed<Receipt>> Handle(Guid id, [AsParameters] Paging paging, Db db, CurrentUser user, CancellationToken cancel)
    {
        var award = await db.Read(async session =>
            await SpendingReport.Find(session, id, user) is { } report ? await Award.Find(session, report.AwardId) : null, cancel);
        return award is null
            ? (Problem)Problems.NotFound
            : await paging.Read<Receipt.Row, Receipt>(db, Select, row => row.ToReceipt(award), (After, Take) => new { id, After, Take }, cancel);
    }

    const string Select = Receipt.Row.Select + " where r.SpendingReportId = @id and r.Seq > @After order by r.Seq";
}
