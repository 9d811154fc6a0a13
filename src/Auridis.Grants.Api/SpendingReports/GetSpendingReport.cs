using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.SpendingReports;

/// <summary>Reads a spending report.</summary>
sealed class GetSpendingReport : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/spending-reports/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanReadSpendingReports)
        .Describe("getSpendingReport", "Reads a spending report", "Its receipts and its numeric statement have addresses of their own.")
        .Refuses(Problems.NotFound);

    static async Task<Found<SpendingReport>> Handle(Guid id, Db db, CurrentUser user, CancellationToken cancel) =>
        await db.Read(session => SpendingReport.Find(session, id, user), cancel) is { } row ? row.ToReport() : Problems.NotFound;
}
