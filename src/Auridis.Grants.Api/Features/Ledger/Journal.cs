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
        var first = await JournalNumbers.Take(tx, entries.Count);
        var seq = first;
        foreach (var year in entries.GroupBy(entry => FiscalYear.Of(entry.Document.On)).OrderBy(year => year.Key))
        {
            var number = await JournalNumbers.Take(tx, year.Key, year.Count());
            foreach (var entry in year)
                await Insert(tx, entry, seq++, year.Key, number++);
        }
        foreach (var day in entries.Select(entry => entry.Document.On).Distinct().Order())
            await KeptBalances.Add(tx, day, first, seq - 1);
    }

    static async Task Insert(Tx tx, Entry entry, long seq, int fiscalYear, int number)
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
            PostedOn = document.On,
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
                PostedOn = document.On,
                DebitAccount = debitAccount,
                CreditAccount = creditAccount,
                entry.Amount,
            });
        }
    }

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
/// <param name="Id">The award, payment or claim.</param>
/// <param name="Reference">Its reference, up to 50 characters.</param>
/// <param name="ProgrammeId">The programme that it belongs to.</param>
/// <param name="AwardId">The award that it belongs to.</param>
/// <param name="Text">What the entry says, up to 200 characters; no personal values.</param>
/// <param name="On">The day of the business event: document date and posting date.</param>
sealed record BusinessDocument(Guid Id, string Reference, Guid ProgrammeId, Guid AwardId, string Text, DateOnly On);
