namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Money that has come back on a claim.</summary>
sealed record RepaymentReceipt : IPaged
{
    public required Guid Id { get; init; }

    /// <summary>What came in.</summary>
    public required Money Amount { get; init; }

    /// <summary>The day on which the bank booked it.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The bank's reference for that booking.</summary>
    public required string BankReference { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }
}
