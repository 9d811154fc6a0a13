
namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>An entry of the journal.</summary>
/// <param name="Seq">Its place in the order of commits, over all years: what <c>after</c> takes.</param>
/// <param name="FiscalYear">The calendar year of the posting date.</param>
/// <param name="Number">Its number in the fiscal year, without gaps, from 1.</param>
/// <param name="Event">The business event, a line of the posting matrix.</param>
/// <param name="AwardId">The award that it belongs to.</param>
/// <param name="DocumentId">The award, payment or claim that was posted.</param>
/// <param name="DocumentReference">Its number, as people cite it.</param>
/// <param name="DocumentOn">Document date.</param>
/// <param name="PostedOn">Posting date.</param>
/// <param name="EnteredAt">When it was entered, real time.</param>
/// <param name="Postings">What it debits and credits, at least one.</param>
/// <param name="Text">What was posted, in words.</param>
sealed record JournalEntry(
    long Seq,
    int FiscalYear,
    int Number,
    string Event,
    Guid? AwardId,
    Guid DocumentId,
    string DocumentReference,
    string Text,
    DateOnly DocumentOn,
    DateOnly PostedOn,
    DateTimeOffset EnteredAt,
    IReadOnlyList<PostingLine> Postings)
{
    /// <summary>The entries with their postings, in the order of the rows.</summary>
    public static async Task<List<JournalEntry>> WithPostings(Session session, List<Row> rows)
    {
        var postings = rows.Count == 0 ? [] : await session.All<PostingRow>(SelectPostings, new { Seqs = rows.Select(row => row.Seq) });
        var bySeq = postings.ToLookup(posting => posting.EntrySeq, posting => new PostingLine(posting.Line, posting.DebitAccount, posting.CreditAccount, new Money(posting.AmountCents)));
        return rows.ConvertAll(row => new JournalEntry(
            row.Seq, row.FiscalYear, row.Number, row.Event, row.AwardId, row.DocumentId, row.DocumentReference, row.Text, row.DocumentOn, row.PostedOn,
            row.EnteredAt, [.. bySeq[row.Seq]]));
    }

    const string SelectPostings = """
        select EntrySeq, Line, DebitAccount, CreditAccount, AmountCents from Posting where EntrySeq in @Seqs order by EntrySeq, Line
        """;

    /// <summary>A row of the table.</summary>
    public sealed class Row : IPaged
    {
        public const string Select = """
            select Seq, FiscalYear, Number, Event, AwardId, DocumentId, DocumentReference, Text, DocumentOn, PostedOn, EnteredAt from JournalEntry
            """;

        public required long Seq { get; init; }
        public required int FiscalYear { get; init; }
        public required int Number { get; init; }
        public required string Event { get; init; }
        public required Guid? AwardId { get; init; }
        public required Guid DocumentId { get; init; }
        public required string DocumentReference { get; init; }
        public required string Text { get; init; }
        public required DateOnly DocumentOn { get; init; }
        public required DateOnly PostedOn { get; init; }
        public required DateTimeOffset EnteredAt { get; init; }
    }

    sealed class PostingRow
    {
        public required long EntrySeq { get; init; }
        public required int Line { get; init; }
        public required string DebitAccount { get; init; }
        public required string CreditAccount { get; init; }
        public required long AmountCents { get; init; }
    }
}

/// <summary>One line of an entry.</summary>
/// <param name="Line">Its number in the entry, from 1.</param>
/// <param name="DebitAccount">The account that is debited (Soll).</param>
/// <param name="CreditAccount">The account that is credited (Haben).</param>
/// <param name="Amount">Greater than zero.</param>
sealed record PostingLine(int Line, string DebitAccount, string CreditAccount, Money Amount);
