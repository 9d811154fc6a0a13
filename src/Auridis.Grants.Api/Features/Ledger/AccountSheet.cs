namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>An account and all that was posted to it in a range of days.</summary>
/// <param name="Account">The account.</param>
/// <param name="From">First posting date.</param>
/// <param name="To">Last posting date.</param>
/// <param name="Opening">Debits less credits before the first date.</param>
/// <param name="Lines">By posting date, then in commit order.</param>
/// <param name="Debit">The sum of the lines' debits.</param>
/// <param name="Credit">The sum of the lines' credits.</param>
/// <param name="Closing">Opening plus debits less credits.</param>
sealed record AccountSheet(
    Account Account,
    DateOnly From,
    DateOnly To,
    Money Opening,
    IReadOnlyList<AccountSheetLine> Lines,
    Money Debit,
    Money Credit,
    Money Closing);
