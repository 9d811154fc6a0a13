namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>An account and what was posted to it in a range of days, page by page. The sums are those of the whole range.</summary>
/// <param name="Account">The account.</param>
/// <param name="From">First posting date.</param>
/// <param name="To">Last posting date.</param>
/// <param name="Opening">Debits less credits before the first date.</param>
/// <param name="Debit">The sum of all debits of the range.</param>
/// <param name="Credit">The sum of all credits of the range.</param>
/// <param name="Closing">Opening plus debits less credits.</param>
/// <param name="BroughtForward">Debits less credits before the first line of this page (Übertrag); on the first page the opening.</param>
/// <param name="Lines">By posting date, then in commit order.</param>
/// <param name="NextCursor">What to send as <c>cursor</c> for the next page; null on the last one.</param>
sealed record AccountSheet(
    Account Account,
    DateOnly From,
    DateOnly To,
    Money Opening,
    Money Debit,
    Money Credit,
    Money Closing,
    Money BroughtForward,
    IReadOnlyList<AccountSheetLine> Lines,
    string? NextCursor) : IContinued;
