namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>
/// The journal: append-only, balanced by construction, in the transaction of the business event. Entries get their numbers at the end of
/// that transaction, so that commit order is number order and no number is missing; the balances of their accounts grow with them.
/// </summary>
static class Journal
{
    /// <summary>Posts a business event, each of its postings with the whole amount.</summary>
    /// <param name="rule">The event's line of the posting matrix.</param>
    /// <param name="amount">Greater than zero.</param>
    /// <param name="document">What is posted.</param>
    /// <param name="numbered">Keeps the entry's number, once it has one.</param>
    /// <param name="reverses">The number of the entry that this one reverses.</param>
    public static void Post(
        Tx tx, PostingRule rule, Money amount, BusinessDocument document, Func<Tx, long, Task>? numbered = null, long? reverses = null)
    {
        if (rule.Split)
            throw new ArgumentException($"'{rule.Event}' is posted in parts.", nameof(rule));
        ArgumentOutOfRangeException.ThrowIfLessThan(amount.Cents, 1, nameof(amount));
        rule = RuleOf(rule, document);
        Enter(tx, rule, [.. rule.Postings.Select(pair => new Posted(pair, amount))], document, numbered, reverses);
    }

    /// <summary>Posts a business event whose amount has parts.</summary>
    /// <param name="rule">The event's line of the posting matrix.</param>
    /// <param name="parts">The part of each posting of the rule: not below zero, and not all of them zero.</param>
    /// <param name="document">What is posted.</param>
    /// <param name="numbered">Keeps the entry's number, once it has one.</param>
    /// <param name="reverses">The number of the entry that this one reverses.</param>
    public static void PostParts(
        Tx tx, PostingRule rule, IReadOnlyList<Money> parts, BusinessDocument document, Func<Tx, long, Task>? numbered = null,
        long? reverses = null)
    {
        if (!rule.Split || parts.Count != rule.Postings.Count)
            throw new ArgumentException($"'{rule.Event}' is not posted in {parts.Count} parts.", nameof(rule));
        if (parts.Any(part => part.Cents < 0) || parts.All(part => part.Cents == 0))
            throw new ArgumentOutOfRangeException(nameof(parts));
        rule = RuleOf(rule, document);
        Enter(tx, rule, [.. rule.Postings.Zip(parts, (pair, part) => new Posted(pair, part)).Where(posted => posted.Amount.Cents > 0)],
            document, numbered, reverses);
    }

    static PostingRule RuleOf(PostingRule rule, BusinessDocument document) =>
        document.IsInterest ? PostingMatrix.ForInterest(rule) : rule;

    static void Enter(
        Tx tx, PostingRule rule, IReadOnlyList<Posted> postings, BusinessDocument document, Func<Tx, long, Task>? numbered,
        long? reverses) =>
        tx.AtTheEnd(LastStep.Journal, new Entry(tx.Author, rule.Event, postings, document, numbered, reverses), Write);

    static async Task Write(Tx tx, List<Entry> entries)
    {
        var (first, closedOn) = await JournalNumbers.Take(tx, entries.Count);
        List<NumberedEntry> all = [];
        foreach (var year in entries
            .Select(entry => (Entry: entry, PostedOn: OpenDay.Of(entry.Document.On, closedOn)))
            .GroupBy(each => FiscalYear.Of(each.PostedOn)).OrderBy(year => year.Key))
        {
            var number = await JournalNumbers.Take(tx, year.Key, year.Count());
            foreach (var (entry, postedOn) in year)
                all.Add(new NumberedEntry(entry, postedOn, first + all.Count, year.Key, number++));
        }
        await tx.InsertAll(IntoEntries, all.Select(each => each.ToRow()));
        await tx.InsertAll(IntoPostings, all.SelectMany(each => each.ToPostings()));
        foreach (var each in all)
        {
            if (each.Entry.Numbered is { } numbered)
                await numbered(tx, each.Seq);
        }
        foreach (var day in entries.Select(entry => OpenDay.Of(entry.Document.On, closedOn)).Distinct().Order())
            await KeptBalances.Add(tx, day, first, first + all.Count - 1);
        await PostedSums.Add(tx, entries.SelectMany(entry => SumsOf(entry, OpenDay.Of(entry.Document.On, closedOn))));
    }

    static IEnumerable<PostedSum> SumsOf(Entry entry, DateOnly postedOn) =>
        from scope in new[] { entry.Document.ProgrammeId, entry.Document.AwardId }.OfType<Guid>()
        from posted in entry.Postings
        select new PostedSum(scope, posted.Accounts, postedOn, posted.Amount.Cents);

    const string IntoEntries = """
        JournalEntry
            (Seq, FiscalYear, Number, Event, ProgrammeId, AwardId, DocumentId, DocumentReference, Text, DocumentOn, PostedOn,
                CreatedAt, EnteredBy, ReversesSeq)
        """;

    const string IntoPostings = "Posting (EntrySeq, Line, PostedOn, DebitAccount, CreditAccount, AmountCents)";

    sealed record Entry(
        Author Author, string Event, IReadOnlyList<Posted> Postings, BusinessDocument Document, Func<Tx, long, Task>? Numbered,
        long? Reverses);

    sealed record Posted(AccountPair Accounts, Money Amount);

    /// <summary>An entry with its place in the journal.</summary>
    sealed record NumberedEntry(Entry Entry, DateOnly PostedOn, long Seq, int FiscalYear, int Number)
    {
        public object?[] ToRow() =>
        [
            Seq, FiscalYear, Number, Entry.Event, Entry.Document.ProgrammeId, Entry.Document.AwardId, Entry.Document.Id,
            Entry.Document.Reference, Entry.Document.Text, Entry.Document.On, PostedOn, Entry.Author.At, Entry.Author.Actor, Entry.Reverses,
        ];

        public IEnumerable<object?[]> ToPostings() => Entry.Postings.Select((posted, index) => (object?[])
        [
            Seq, index + 1, PostedOn, posted.Accounts.DebitAccount, posted.Accounts.CreditAccount, posted.Amount.Cents,
        ]);
    }
}

/// <summary>The business document behind an entry.</summary>
/// <param name="Id">The award, payment, claim, receipt or contribution.</param>
/// <param name="Reference">Its reference, up to 50 characters.</param>
/// <param name="ProgrammeId">The programme that it belongs to.</param>
/// <param name="AwardId">The award that it belongs to; null for the funder's money.</param>
/// <param name="Text">What the entry says, up to 200 characters; no personal values.</param>
/// <param name="On">The day of the business event: document date, and posting date unless its month is closed.</param>
sealed record BusinessDocument(Guid Id, string Reference, Guid ProgrammeId, Guid? AwardId, string Text, DateOnly On)
{
    /// <summary>Whether it is a claim on interest: the same is posted, on the accounts of interest.</summary>
    public bool IsInterest { get; init; }
}
