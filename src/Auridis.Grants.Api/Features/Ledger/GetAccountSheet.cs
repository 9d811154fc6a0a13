namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Reads an account sheet.</summary>
/// <remarks>
/// Every posting of an account by posting date, from and to included, with the running balance: it goes on from page to page. Opening,
/// sums and closing are those of the whole range on every page.
/// </remarks>
sealed class GetAccountSheet : Read<GetAccountSheet.Request, AccountSheet>
{
    public sealed record Request : Paging
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
        var (from, to) = (request.From, request.To);
        if (request.WhyRefused() is { } wrong)
            return wrong;
        if (await Account.Find(session, Path<string>("number")) is not { } account)
            return Problems.NotFound;
        var opening = await KeptBalances.Before(session, account.Number, from);
        var closing = await KeptBalances.UpTo(session, account.Number, to);
        // No cursor says the first of all days.
        var start = request.Place.Day < from ? new Place(from, 0) : request.Place;
        var place = new { account.Number, start.Day, start.Seq, start.Line, To = to, request.Take };
        var before = (await KeptBalances.Before(session, account.Number, start.Day)).Balance.Cents
            + await session.One<long>(SelectBefore, place);
        // Each side is in the order of its index, and neither is longer than the page.
        var lines = (await session.Top<AccountSheetLine>(SelectDebits, place))
            .Concat(await session.Top<AccountSheetLine>(SelectCredits, place))
            .OrderBy(line => (line.PostedOn, line.EntrySeq, line.Line))
            .Take(request.Take)
            .ToList();
        var page = request.Cut(lines);
        var balance = before;
        return new AccountSheet(
            account, from, to,
            opening.Balance,
            new Money(closing.Debit.Cents - opening.Debit.Cents),
            new Money(closing.Credit.Cents - opening.Credit.Cents),
            closing.Balance,
            new Money(before),
            page.Items.ConvertAll(line => line with { Balance = new Money(balance += line.Debit.Cents - line.Credit.Cents) }),
            page.NextCursor);
    }

    /// <summary>Debits less credits of the day on which the page begins, up to its beginning.</summary>
    const string SelectBefore = $"""
        select (select coalesce(sum(AmountCents), 0) from Posting where DebitAccount = @Number and {IsBefore})
            - (select coalesce(sum(AmountCents), 0) from Posting where CreditAccount = @Number and {IsBefore})
        """;

    const string IsBefore = "PostedOn = @Day and EntrySeq <= @Seq and (EntrySeq < @Seq or Line <= @Line)";

    const string SelectDebits = $"""
        select p.EntrySeq, p.Line, e.FiscalYear, e.Number, p.PostedOn, e.DocumentReference, e.Text, p.CreditAccount as ContraAccount,
            p.AmountCents as DebitCents, 0 as CreditCents
        from Posting p join JournalEntry e on e.Seq = p.EntrySeq
        where p.DebitAccount = @Number and {IsOnPage}
        """;

    const string SelectCredits = $"""
        select p.EntrySeq, p.Line, e.FiscalYear, e.Number, p.PostedOn, e.DocumentReference, e.Text, p.DebitAccount as ContraAccount,
            0 as DebitCents, p.AmountCents as CreditCents
        from Posting p join JournalEntry e on e.Seq = p.EntrySeq
        where p.CreditAccount = @Number and {IsOnPage}
        """;

    const string IsOnPage = """
        p.PostedOn >= @Day and p.PostedOn <= @To
            and (p.PostedOn > @Day or p.EntrySeq > @Seq or (p.EntrySeq = @Seq and p.Line > @Line))
        order by p.PostedOn, p.EntrySeq, p.Line
        """;
}
