using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.YouthOffices;

/// <summary>Lists the bank accounts of a youth office.</summary>
sealed class ListBankAccounts : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/youth-offices/{id:guid}/bank-accounts", Handle)
        .RequireAuthorization(Policies.CanReadPayments)
        .Describe("listBankAccounts", "Lists the bank accounts of a youth office",
            "In the order in which they were added. IBANs in full for finance and the office itself, masked for others.")
        .Refuses(Problems.NotFound);

    static async Task<Listed<BankAccount>> Handle(Guid id, [AsParameters] Paging paging, Db db, CurrentUser user, CancellationToken cancel) =>
        await db.Read(session => YouthOffice.Find(session, id), cancel) is { } office && user.Sees(office.Ags)
            ? await paging.Read<BankAccount.Row, BankAccount>(db, Select, row => row.For(user), (After, Take) => new { id, After, Take }, cancel)
            : (Problem)Problems.NotFound;

    const string Select = BankAccount.Row.Select + " where a.YouthOfficeId = @id and a.Seq > @After order by a.Seq";
}
