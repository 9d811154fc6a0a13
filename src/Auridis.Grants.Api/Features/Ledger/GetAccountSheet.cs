
namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Reads an account sheet.</summary>
/// <remarks>
/// Every posting of an account by posting date, from and to included, with the running balance. A range has at most 366 days.
/// </remarks>
sealed class GetAccountSheet : Read<GetAccountSheet.Request, GetAccountSheet.Response>
{
    public sealed record Request
    {
        [RequiredParameter]
        public DateOnly From { get; init; }

        [RequiredParameter]
        public DateOnly To { get; init; }
    }

    /// <param name="Account">The account.</param>
    /// <param name="From">First posting date.</param>
    /// <param name="To">Last posting date.</param>
    /// <param name="Opening">Debits less credits before the first date.</param>
    /// <param name="Lines">By posting date, then in commit order.</param>
    /// <param name="Debit">The sum of the lines' debits.</param>
    /// <param name="Credit">The sum of the lines' credits.</param>
    /// <param name="Closing">Opening plus debits less credits.</param>
    public new sealed record Response(Account Account, DateOnly From, DateOnly To, Money Opening, IReadOnlyList<Line> Lines, Money Debit, Money Credit, Money Closing);

    /// <summary>A posting, seen from this account: one of debit and credit is zero.</summary>
    /// <param name="EntrySeq">The journal entry.</param>
    /// <param name="FiscalYear">Its fiscal year.</param>
    /// <param name="Number">Its number in that year.</param>
    /// <param name="ContraAccount">The other account.</param>
    /// <param name="Balance">The account's balance after this line, debits less credits.</param>
    /// <param name="PostedOn">Posting date.</param>
    /// <param name="DocumentReference">The number of the document, as people cite it.</param>
    /// <param name="Text">What was posted, in words.</param>
    public sealed record Line(
        long EntrySeq, int FiscalYear, int Number, DateOnly PostedOn, string DocumentReference, string Text, string ContraAccount, Money Debit, Money Credit, Money Balance);

    /// <summary>The longest range, in days: a fiscal year, so that a sheet fits one answer.</summary>
    public const int LongestRange = 366;

    public override void Configure()
    {
        Get("/ledger/accounts/{number}/sheet");
        Policies(Can.ReadLedger);
        Refuses(Problems.ValidationFailed, Problems.NotFound);
    }

    protected override async Task<Outcome<Response>> Handle(Session session, Request request)
    {
        var (from, to, number) = (request.From, request.To, Path<string>("number"));
        if (to < from || to.DayNumber - from.DayNumber >= LongestRange)
            return WrongRange;
        var account = (await Account.All(session)).Find(account => account.Number == number);
        if (account is null)
            return Problems.NotFound;
        // Opening balance and lines in one statement, so that they are of one moment.
        var rows = await session.All<Row>(Select, new { Number = number, From = from, To = to });
        var opening = rows.Where(row => row.EntrySeq == 0).Sum(row => row.DebitCents - row.CreditCents);
        var balance = opening;
        var lines = rows.Where(row => row.EntrySeq > 0).Select(row => new Line(
            row.EntrySeq, row.FiscalYear, row.Number, row.PostedOn, row.DocumentReference, row.Text, row.ContraAccount,
            new Money(row.DebitCents), new Money(row.CreditCents), new Money(balance += row.DebitCents - row.CreditCents))).ToList();
        return new Response(account, from, to, new Money(opening), lines,
            new Money(lines.Sum(line => line.Debit.Cents)), new Money(lines.Sum(line => line.Credit.Cents)), new Money(balance));
    }

    static Problem WrongRange => Problems.Invalid("/to", Bilingual.Of(
        $"A range begins before it ends and has at most {LongestRange} days.",
        $"Ein Zeitraum beginnt vor seinem Ende und hat höchstens {LongestRange} Tage."));

    const string Select = """
        select 0 as EntrySeq, 0 as Line, 0 as FiscalYear, 0 as Number, @From as PostedOn, '' as DocumentReference, '' as Text, '' as ContraAccount,
            coalesce(sum(case when p.DebitAccount = @Number then p.AmountCents end), 0) as DebitCents,
            coalesce(sum(case when p.CreditAccount = @Number then p.AmountCents end), 0) as CreditCents
        from Posting p join JournalEntry e on e.Seq = p.EntrySeq
        where (p.DebitAccount = @Number or p.CreditAccount = @Number) and e.PostedOn < @From
        union all
        select e.Seq, p.Line, e.FiscalYear, e.Number, e.PostedOn, e.DocumentReference, e.Text,
            case when p.DebitAccount = @Number then p.CreditAccount else p.DebitAccount end,
            case when p.DebitAccount = @Number then p.AmountCents else 0 end,
            case when p.CreditAccount = @Number then p.AmountCents else 0 end
        from Posting p join JournalEntry e on e.Seq = p.EntrySeq
        where (p.DebitAccount = @Number or p.CreditAccount = @Number) and e.PostedOn between @From and @To
        order by PostedOn, EntrySeq, Line
        """;

    sealed class Row
    {
        public required long EntrySeq { get; init; }
        public required int FiscalYear { get; init; }
        public required int Number { get; init; }
        public required DateOnly PostedOn { get; init; }
        public required string DocumentReference { get; init; }
        public required string Text { get; init; }
        public required string ContraAccount { get; init; }
        public required long DebitCents { get; init; }
        public required long CreditCents { get; init; }
    }
}
