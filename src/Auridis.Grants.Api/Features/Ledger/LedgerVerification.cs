namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>What a verification of the ledger found.</summary>
/// <param name="Intact">True when every kept balance is what the entries come to.</param>
/// <param name="Entries">How many journal entries there are.</param>
/// <param name="Balances">How many balances are kept: one for each account and day on which something was posted.</param>
/// <param name="FirstDifference">The first day and account whose balance is another; null when there is none.</param>
sealed record LedgerVerification(bool Intact, long Entries, long Balances, BalanceDifference? FirstDifference);

/// <summary>A kept balance that is not what the entries come to.</summary>
sealed record BalanceDifference
{
    /// <summary>The number of the account.</summary>
    public required string AccountNumber { get; init; }

    /// <summary>The posting date, to whose end the sums run.</summary>
    public required DateOnly PostedOn { get; init; }

    /// <summary>The sum of the account's debits as it is kept; null when none is kept for this day.</summary>
    public required Money? KeptDebit { get; init; }

    /// <summary>The sum of the account's credits as it is kept; null when none is kept for this day.</summary>
    public required Money? KeptCredit { get; init; }

    /// <summary>The sum of the debits of its entries; null when nothing was posted on this day.</summary>
    public required Money? Debit { get; init; }

    /// <summary>The sum of the credits of its entries; null when nothing was posted on this day.</summary>
    public required Money? Credit { get; init; }
}
