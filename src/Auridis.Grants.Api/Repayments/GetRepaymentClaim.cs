using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Repayments;

/// <summary>Reads a repayment claim.</summary>
sealed class GetRepaymentClaim : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/repayment-claims/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanReadRepaymentClaims)
        .Describe("getRepaymentClaim", "Reads a repayment claim", "How much was claimed, how much has come back, and how much is open.")
        .Refuses(Problems.NotFound);

    static async Task<Found<RepaymentClaim>> Handle(Guid id, Db db, CurrentUser user, CancellationToken cancel) =>
        await db.Read(session => RepaymentClaim.Find(session, id, user), cancel) is { } claim ? claim : Problems.NotFound;
}
