namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>What was posted to an account up to a day.</summary>
sealed record AccountBalance
{
    public static readonly AccountBalance None = new() { Debit = new Money(0), Credit = new Money(0) };

    /// <summary>The sum of its debits.</summary>
    public required Money Debit { get; init; }

    /// <summary>The sum of its credits.</summary>
    public required Money Credit { get; init; }

    /// <summary>Debits less credits.</summary>
    public Money Balance => new(Debit.Cents - Credit.Cents);
}
