using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Ledger;

/// <summary>Lists the chart of accounts.</summary>
sealed class ListAccounts : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/ledger/accounts", Handle)
        .RequireAuthorization(Policies.CanReadLedger)
        .Describe("listAccounts", "Lists the chart of accounts", "By number, all on one page. Memo accounts stand outside the books and never go to an export.");

    static async Task<Listed<Account>> Handle(Db db, CancellationToken cancel) =>
        new ListOf<Account>(await db.Read(Account.List, cancel), null);
}
