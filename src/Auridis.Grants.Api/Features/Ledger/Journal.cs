namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>
/// The journal: append-only, balanced by construction, in the transaction of the business event. Entries get their numbers at the end of
/// that transaction, so that commit order is number order and no number is missing; the balances of their accounts grow with them.
/// </summary>
static class Journal
{
    /// <summary>Posts a business event.</summary>
    /// <param name="rule">The event's line of the posting matrix.</param>
    /// <param name="amount">Greater than zero.</param>
    /// <param name="document">What is posted.</param>
    public static void Post(Tx tx, PostingRule rule, Money amount, BusinessDocument document)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount.Cents, 1, nameof(amount));
        tx.AtTheEnd(LastStep.Journal, new Entry(tx.Author, rule, amount, document), Write);
    }

    static async Task Write(Tx tx, List<Entry> entries)
    {
        var (first, closedOn) = await JournalNumbers.Take(tx, entries.Count);
        var seq = first;
        foreach (var year in entries
            .Select(entry => (Entry: entry, PostedOn: OpenDay.Of(entry.Document.On, closedOn)))
            .GroupBy(each => FiscalYear.Of(each.PostedOn)).OrderBy(year => year.Key))
        {
            var number = await JournalNumbers.Take(tx, year.Key, year.Count());
            foreach (var (entry, postedOn) in year)
                await Insert(tx, entry, postedOn, seq++, year.Key, number++);
        }
        foreach (var day in entries.Select(entry => OpenDay.Of(entry.Document.On, closedOn)).Distinct().Order())
            await KeptBalances.Add(tx, day, first, seq - 1);
        await PostedSums.Add(tx, entries.SelectMany(entry => SumsOf(entry, OpenDay.Of(entry.Document.On, closedOn))));
    }

    static async Task Insert(Tx tx, Entry entry, DateOnly postedOn, long seq, int fiscalYear, int number)
    {
        var document = entry.Document;
        await tx.Execute(InsertEntry, new
        {
            Seq = seq,
            FiscalYear = fiscalYear,
            Number = number,
            entry.Rule.Event,
            document.ProgrammeId,
            document.AwardId,
            DocumentId = document.Id,
            DocumentReference = document.Reference,
            document.Text,
            DocumentOn = document.On,
            PostedOn = postedOn,
            CreatedAt = entry.Author.At,
            EnteredBy = entry.Author.Actor,
        });
        for (var line = 0; line < entry.Rule.Postings.Count; line++)
        {
            var (debitAccount, creditAccount) = entry.Rule.Postings[line];
            await tx.Execute(InsertPosting, new
            {
                EntrySeq = seq,
                Line = line + 1,
                PostedOn = postedOn,
                DebitAccount = debitAccount,
                CreditAccount = creditAccount,
                entry.Amount,
            });
        }
    }

    static IEnumerable<PostedSum> SumsOf(Entry entry, DateOnly postedOn) =>
        from scope in new[] { entry.Document.ProgrammeId, entry.Document.AwardId }.OfType<Guid>()
        from pair in entry.Rule.Postings
        select new PostedSum(scope, pair, postedOn, entry.Amount.Cents);

    const string InsertEntry = """
        insert into JournalEntry
            (Seq, FiscalYear, Number, Event, ProgrammeId, AwardId, DocumentId, DocumentReference, Text, DocumentOn, PostedOn,
                CreatedAt, EnteredBy)
        values
            (@Seq, @FiscalYear, @Number, @Event, @ProgrammeId, @AwardId, @DocumentId, @DocumentReference, @Text, @DocumentOn, @PostedOn,
                @CreatedAt, @EnteredBy)
        """;

    const string InsertPosting = """
        insert into Posting (EntrySeq, Line, PostedOn, DebitAccount, CreditAccount, AmountCents)
        values (@EntrySeq, @Line, @PostedOn, @DebitAccount, @CreditAccount, @Amount)
        """;

    sealed record Entry(Author Author, PostingRule Rule, Money Amount, BusinessDocument Document);
}

/// <summary>The business document behind an entry.</summary>
/// <param name="Id">The award, payment, claim or contribution.</param>
/// <param name="Reference">Its reference, up to 50 characters.</param>
/// <param name="ProgrammeId">The programme that it belongs to.</param>
/// <param name="AwardId">The award that it belongs to; null for the funder's money.</param>
/// <param name="Text">What the entry says, up to 200 characters; no personal values.</param>
/// <param name="On">The day of the business event: document date, and posting date unless its month is closed.</param>
sealed record BusinessDocument(Guid Id, string Reference, Guid ProgrammeId, Guid? AwardId, string Text, DateOnly On);
