namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>An entry of the journal.</summary>
sealed record JournalEntry : IPaged
{
    /// <summary>Its place in the order of commits, over all years: what <c>after</c> takes.</summary>
    public required long Seq { get; init; }

    /// <summary>The calendar year of the posting date.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>Its number in the fiscal year, without gaps, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The reference, such as <c>J-2019-000003</c>: it holds the fiscal year and the number.</summary>
    public string Reference => EntryReference.Of(FiscalYear, Number);

    /// <summary>The business event, a line of the posting matrix.</summary>
    [OneOf(typeof(JournalEvent))]
    public required string Event { get; init; }

    /// <summary>The programme that it belongs to.</summary>
    public required Guid? ProgrammeId { get; init; }

    /// <summary>The award that it belongs to; null for the funder's money.</summary>
    public required Guid? AwardId { get; init; }

    /// <summary>The award, payment, claim, receipt or contribution that was posted.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>The reference of that document, such as <c>GA-2018-A-Z-03-P01</c>.</summary>
    public required string DocumentReference { get; init; }

    /// <summary>What was posted, in words.</summary>
    public required string Text { get; init; }

    /// <summary>Document date.</summary>
    public required DateOnly DocumentOn { get; init; }

    /// <summary>Posting date.</summary>
    public required DateOnly PostedOn { get; init; }

    /// <summary>Whether the month of the document date was closed, so that it is posted on the first day that was open.</summary>
    public bool Moved => PostedOn != DocumentOn;

    /// <summary>The seq of the entry that this one reverses; null for one that reverses none.</summary>
    public long? Reverses { get; init; }

    /// <summary>When it was entered (Erfassung), real time. An entry never changes.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it debits and credits, at least one.</summary>
    public required IReadOnlyList<PostingLine> Postings { get; init; }

    Place IPaged.Place => new(PostedOn, Seq);

    /// <summary>The entries of a page with their postings, read for all of them at once.</summary>
    public static async Task<List<JournalEntry>> WithPostings(Session session, List<JournalEntry> entries)
    {
        List<PostingLine> postings = entries.Count == 0
            ? []
            : await session.All<PostingLine>(SelectPostings, new { Seqs = entries.Select(entry => entry.Seq) });
        var bySeq = postings.ToLookup(posting => posting.EntrySeq);
        return entries.ConvertAll(entry => entry with { Postings = [.. bySeq[entry.Seq]] });
    }

    /// <summary>Without the postings.</summary>
    public const string Select = """
        select Seq, FiscalYear, Number, Event, ProgrammeId, AwardId, DocumentId, DocumentReference, Text, DocumentOn, PostedOn, CreatedAt,
            ReversesSeq as Reverses
        from JournalEntry
        """;

    const string SelectPostings = """
        select EntrySeq, Line, DebitAccount, CreditAccount, AmountCents from Posting where EntrySeq in @Seqs order by EntrySeq, Line
        """;
}

/// <summary>A posting of an entry.</summary>
sealed record PostingLine
{
    /// <summary>Its number in the entry, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The account that is debited (Soll).</summary>
    public required string DebitAccount { get; init; }

    /// <summary>The account that is credited (Haben).</summary>
    public required string CreditAccount { get; init; }

    /// <summary>Greater than zero.</summary>
    public required Money Amount { get; init; }

    internal long EntrySeq { get; init; }
}
