using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.SpendingReports;

/// <summary>Reads the numeric statement of a report.</summary>
sealed class GetStatement : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/spending-reports/{id:guid}/statement", Handle)
        .RequireAuthorization(Policies.CanReadSpendingReports)
        .Describe("getSpendingStatement", "Reads the numeric statement of a report",
            "Plan, expenditure and deviation of every budget line, what is recognised, and what the site may keep or has to pay back. "
            + "Until the report is accepted, it shows what acceptance would come to now; from then on, what it came to.")
        .Refuses(Problems.NotFound);

    static async Task<Found<Statement>> Handle(Guid id, Db db, CurrentUser user, CancellationToken cancel) =>
        await db.Read(async session => await SpendingReport.Find(session, id, user) is { } report ? await Statement.Read(session, report) : null, cancel)
            is { } statement ? statement : Problems.NotFound;
}
