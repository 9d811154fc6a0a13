namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Reads the trial balance.</summary>
/// <remarks>
/// Debits and credits of every account up to a day (asOf, today when not given), by posting date. Memo accounts stand apart.
/// </remarks>
sealed class GetTrialBalance(BusinessClock clock) : Read<GetTrialBalance.Request, GetTrialBalance.Response>
{
    public sealed record Request
    {
        public DateOnly? AsOf { get; init; }
    }

    /// <param name="AsOf">All that is posted up to the end of this day counts.</param>
    /// <param name="Books">The accounts of the books.</param>
    /// <param name="Memo">The accounts outside the books: what is promised and not yet owed.</param>
    public new sealed record Response(DateOnly AsOf, Section Books, Section Memo);

    /// <summary>Accounts whose sums are equal.</summary>
    /// <param name="Accounts">By number, those without postings too.</param>
    /// <param name="Debit">The sum of all debits; equal to the sum of all credits.</param>
    /// <param name="Credit">The sum of all credits.</param>
    public sealed record Section(IReadOnlyList<Line> Accounts, Money Debit, Money Credit);

    /// <summary>An account's sums.</summary>
    /// <param name="Debit">The sum of its debits.</param>
    /// <param name="Credit">The sum of its credits.</param>
    /// <param name="Balance">Debits less credits: negative when credits prevail.</param>
    /// <param name="Number">Four digits.</param>
    /// <param name="Name">What people read.</param>
    /// <param name="Kind">Which side of the books it is on.</param>
    public sealed record Line(string Number, string Name, [property: OneOf(typeof(AccountKind))] string Kind, Money Debit, Money Credit, Money Balance);

    public override void Configure()
    {
        Get("/ledger/trial-balance");
        Policies(Can.ReadTrialBalance);
    }

    protected override async Task<Outcome<Response>> Handle(Session session, Request request)
    {
        var day = request.AsOf ?? clock.Today;
        var rows = await session.All<Row>(Select, new { Day = day });
        return new Response(day, Sum(rows.Where(row => row.Kind != AccountKind.Memo)), Sum(rows.Where(row => row.Kind == AccountKind.Memo)));
    }

    static Section Sum(IEnumerable<Row> rows)
    {
        var accounts = rows.Select(row => new Line(
            row.Number, row.Name, row.Kind, new Money(row.DebitCents), new Money(row.CreditCents), new Money(row.DebitCents - row.CreditCents))).ToList();
        return new Section(accounts, new Money(accounts.Sum(line => line.Debit.Cents)), new Money(accounts.Sum(line => line.Credit.Cents)));
    }

    // One statement sees one moment, so the sums are equal even while others post.
    const string Select = """
        select a.Number, a.Name, a.Kind, coalesce(d.Cents, 0) as DebitCents, coalesce(c.Cents, 0) as CreditCents
        from Account a
        left join (
            select p.DebitAccount as Number, sum(p.AmountCents) as Cents
            from Posting p join JournalEntry e on e.Seq = p.EntrySeq
            where e.PostedOn <= @Day
            group by p.DebitAccount) d on d.Number = a.Number
        left join (
            select p.CreditAccount as Number, sum(p.AmountCents) as Cents
            from Posting p join JournalEntry e on e.Seq = p.EntrySeq
            where e.PostedOn <= @Day
            group by p.CreditAccount) c on c.Number = a.Number
        order by a.Number
        """;

    sealed class Row
    {
        public required string Number { get; init; }
        public required string Name { get; init; }
        public required string Kind { get; init; }
        public required long DebitCents { get; init; }
        public required long CreditCents { get; init; }
    }
}
