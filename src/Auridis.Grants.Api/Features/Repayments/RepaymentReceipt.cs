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

    /// <summary>Keeps the number of the entry that posted it: what a reversal refers to.</summary>
    public static Task KeepEntry(Tx tx, Guid id, long seq) => tx.Execute(KeepEntryRow, new { Id = id, EntrySeq = seq });

    const string KeepEntryRow = "update RepaymentReceipt set EntrySeq = @EntrySeq where Id = @Id";
}
