using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.YouthOffices;

/// <summary>Reads a bank account.</summary>
sealed class GetBankAccount : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/bank-accounts/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanReadPayments)
        .Describe("getBankAccount", "Reads a bank account", "The IBAN in full for finance and the office itself, masked for others.")
        .Refuses(Problems.NotFound);

    static async Task<Found<BankAccount>> Handle(Guid id, Db db, CurrentUser user, CancellationToken cancel) =>
        await db.Read(session => BankAccount.Find(session, id), cancel) is { } account && user.Sees(account.OfficeAgs) ? account.For(user) : Problems.NotFound;
}
