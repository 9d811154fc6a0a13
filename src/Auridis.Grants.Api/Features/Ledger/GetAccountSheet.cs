namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Reads an account sheet.</summary>
/// <remarks>
/// Every posting of an account by posting date, from and to included, with the running balance. A range has at most 366 days.
/// </remarks>
sealed class GetAccountSheet : Read<GetAccountSheet.Request, AccountSheet>
{
    public sealed record Request
    {
        [RequiredParameter]
        public DateOnly From { get; init; }

        [RequiredParameter]
        [NotBefore(nameof(From))]
        public DateOnly To { get; init; }
    }

    public override void Configure()
    {
        Get("/ledger/accounts/{number}/sheet");
        Policies(Can.ReadLedger);
        Refuses(Problems.ValidationFailed, Problems.NotFound);
    }

    protected override async Task<Outcome<AccountSheet>> Handle(Session session, Request request)
    {
        var (from, to, number) = (request.From, request.To, Path<string>("number"));
        if (SheetRange.WhyRefused(from, to) is { } wrong)
            return wrong;
        var account = (await Account.All(session)).Find(account => account.Number == number);
        if (account is null)
            return Problems.NotFound;
        // Opening balance and lines in one statement, so that they are of one moment.
        var rows = await session.All<AccountSheetLine>(Select, new { Number = number, From = from, To = to });
        var opening = rows.Where(IsOpening).Sum(row => row.Debit.Cents - row.Credit.Cents);
        var balance = opening;
        List<AccountSheetLine> lines =
        [
            .. rows.Where(row => !IsOpening(row))
                .Select(row => row with { Balance = new Money(balance += row.Debit.Cents - row.Credit.Cents) }),
        ];
        return new AccountSheet(account, from, to, new Money(opening), lines,
            new Money(lines.Sum(line => line.Debit.Cents)), new Money(lines.Sum(line => line.Credit.Cents)), new Money(balance));
    }

    /// <summary>The sums of all that was posted before the range: no entry has this number.</summary>
    static bool IsOpening(AccountSheetLine row) => row.EntrySeq == 0;

    const string Select = """
        select 0 as EntrySeq, 0 as Line, 0 as FiscalYear, 0 as Number, @From as PostedOn,
            '' as DocumentReference, '' as Text, '' as ContraAccount,
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
}
