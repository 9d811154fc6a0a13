
namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>
/// The journal: append-only, balanced by construction, in the transaction of the business event. Entries get their numbers at the end of
/// that transaction, so that commit order is number order and no number is missing.
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
        tx.AtTheEnd(LastStep.Journal, new Entry(rule, amount, document), Write);
    }

    static async Task Write(Tx tx, List<Entry> entries)
    {
        // Update, then read: the update waits for whoever is ahead, and what is read after it is the newest.
        await tx.Execute("update JournalHead set Seq = Seq + @Count", new { entries.Count });
        var seq = await tx.One<long>("select Seq from JournalHead") - entries.Count;
        foreach (var year in entries.GroupBy(entry => entry.Document.On.Year).OrderBy(year => year.Key))
        {
            var number = await Numbers(tx, year.Key, year.Count());
            foreach (var entry in year)
                await Insert(tx, entry, ++seq, number++);
        }
    }

    /// <returns>The first of so many numbers of a fiscal year (the calendar year).</returns>
    static async Task<int> Numbers(Tx tx, int fiscalYear, int count)
    {
        if (await tx.Execute("update JournalYear set Number = Number + @Count where FiscalYear = @FiscalYear", new { FiscalYear = fiscalYear, Count = count }) == 0)
            await tx.Execute("insert into JournalYear (FiscalYear, Number) values (@FiscalYear, @Count)", new { FiscalYear = fiscalYear, Count = count });
        return await tx.One<int>("select Number from JournalYear where FiscalYear = @FiscalYear", new { FiscalYear = fiscalYear }) - count + 1;
    }

    static async Task Insert(Tx tx, Entry entry, long seq, int number)
    {
        var document = entry.Document;
        await tx.Execute(InsertEntry, new
        {
            Seq = seq,
            FiscalYear = document.On.Year,
            Number = number,
            entry.Rule.Event,
            document.AwardId,
            DocumentId = document.Id,
            DocumentReference = document.Reference,
            document.Text,
            DocumentOn = document.On,
            PostedOn = document.On,
            EnteredAt = tx.Author.At,
            EnteredBy = tx.Author.Actor,
        });
        for (var line = 0; line < entry.Rule.Postings.Count; line++)
        {
            var (debit, credit) = entry.Rule.Postings[line];
            await tx.Execute(InsertPosting, new { EntrySeq = seq, Line = line + 1, DebitAccount = debit, CreditAccount = credit, AmountCents = entry.Amount.Cents });
        }
    }

    const string InsertEntry = """
        insert into JournalEntry (Seq, FiscalYear, Number, Event, AwardId, DocumentId, DocumentReference, Text, DocumentOn, PostedOn, EnteredAt, EnteredBy)
        values (@Seq, @FiscalYear, @Number, @Event, @AwardId, @DocumentId, @DocumentReference, @Text, @DocumentOn, @PostedOn, @EnteredAt, @EnteredBy)
        """;

    const string InsertPosting = """
        insert into Posting (EntrySeq, Line, DebitAccount, CreditAccount, AmountCents)
        values (@EntrySeq, @Line, @DebitAccount, @CreditAccount, @AmountCents)
        """;

    sealed record Entry(PostingRule Rule, Money Amount, BusinessDocument Document);
}

/// <summary>The business document behind an entry.</summary>
/// <param name="Id">The award, payment or claim.</param>
/// <param name="Reference">Its number, as people cite it; up to 50 characters.</param>
/// <param name="AwardId">The award that it belongs to.</param>
/// <param name="Text">What the entry says, up to 200 characters; no personal values.</param>
/// <param name="On">The day of the business event: document date and posting date.</param>
sealed record BusinessDocument(Guid Id, string Reference, Guid AwardId, string Text, DateOnly On);
