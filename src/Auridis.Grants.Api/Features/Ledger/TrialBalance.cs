namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>The sums of all accounts on a day.</summary>
/// <param name="AsOf">All that is posted up to the end of this day counts.</param>
/// <param name="Books">The accounts of the books.</param>
/// <param name="Memo">The accounts outside the books: what is promised and not yet owed.</param>
sealed record TrialBalance(DateOnly AsOf, TrialBalanceSection Books, TrialBalanceSection Memo);
