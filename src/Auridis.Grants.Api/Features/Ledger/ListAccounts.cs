using FastEndpoints;

namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Lists the chart of accounts.</summary>
/// <remarks>By number, all on one page. Memo accounts stand outside the books and are never exported.</remarks>
sealed class ListAccounts : Slice<EmptyRequest, Listed<Account>>
{
    public override void Configure()
    {
        Get("/ledger/accounts");
        Policies(Can.ReadLedger);
    }

    protected override async Task<Listed<Account>> Answer(EmptyRequest request, CancellationToken cancel) =>
        new ListOf<Account>(await Db.Read(Account.All, cancel), null);
}
