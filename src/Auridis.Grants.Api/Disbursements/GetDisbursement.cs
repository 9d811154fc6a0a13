using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Disbursements;

/// <summary>Reads a payment.</summary>
sealed class GetDisbursement : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/disbursements/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanReadPayments)
        .Describe("getDisbursement", "Reads a payment", "The IBAN in full for finance and the office itself, masked for others.")
        .Refuses(Problems.NotFound);

    static async Task<Found<Disbursement>> Handle(Guid id, Db db, CurrentUser user, CancellationToken cancel) =>
        await db.Read(session => Disbursement.Find(session, id), cancel) is { } payment && user.Sees(payment.OfficeAgs) ? payment.For(user) : Problems.NotFound;
}
