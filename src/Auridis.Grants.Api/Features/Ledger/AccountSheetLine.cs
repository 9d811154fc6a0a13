namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>A posting, seen from one account: one of debit and credit is zero.</summary>
sealed record AccountSheetLine : IPaged
{
    /// <summary>The journal entry.</summary>
    public required long EntrySeq { get; init; }

    /// <summary>Its fiscal year.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>Its number in that year.</summary>
    public required int Number { get; init; }

    /// <summary>The entry's reference, such as <c>J-2019-000003</c>.</summary>
    public string EntryReference => Ledger.EntryReference.Of(FiscalYear, Number);

    /// <summary>Posting date.</summary>
    public required DateOnly PostedOn { get; init; }

    /// <summary>The reference of the document, such as <c>GA-2018-A-Z-03-P01</c>.</summary>
    public required string DocumentReference { get; init; }

    /// <summary>What was posted, in words.</summary>
    public required string Text { get; init; }

    /// <summary>The other account.</summary>
    public required string ContraAccount { get; init; }

    /// <summary>What was debited.</summary>
    public required Money Debit { get; init; }

    /// <summary>What was credited.</summary>
    public required Money Credit { get; init; }

    /// <summary>The account's balance after this line, debits less credits.</summary>
    public required Money Balance { get; init; }

    long IPaged.Seq => EntrySeq;

    Place IPaged.Place => new(PostedOn, EntrySeq, Line);

    /// <summary>The posting's number in the entry: an entry can post to an account twice.</summary>
    internal int Line { get; init; }
}
