namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>An account and its sums.</summary>
sealed record TrialBalanceLine
{
    /// <summary>Four digits.</summary>
    public required string Number { get; init; }

    /// <summary>The name of the account.</summary>
    public required string Name { get; init; }

    /// <summary>Which side of the books it is on.</summary>
    [OneOf(typeof(AccountKind))]
    public required string Kind { get; init; }

    /// <summary>The sum of its debits.</summary>
    public required Money Debit { get; init; }

    /// <summary>The sum of its credits.</summary>
    public required Money Credit { get; init; }

    /// <summary>Debits less credits: negative when credits prevail.</summary>
    public Money Balance => new(Debit.Cents - Credit.Cents);
}
