namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Proves that the balances are what was posted.</summary>
/// <remarks>
/// Adds up every entry anew and compares the sums with the balances that are kept for each account and day: those that trial balance and
/// account sheets are read from. Names the first difference, by posting date, then by account.
/// </remarks>
sealed class VerifyLedger : Read<LedgerVerification>
{
    public override void Configure()
    {
        Get("/ledger/verify");
        Policies(Can.ReadLedger);
    }

    protected override async Task<Outcome<LedgerVerification>> Handle(Session session) => await Verify(session);

    public static async Task<LedgerVerification> Verify(Session session)
    {
        var entries = await session.One<long>("select count(*) from JournalEntry");
        var balances = await session.One<long>("select count(*) from AccountBalance");
        var difference = (await session.Top<BalanceDifference>(SelectDifferences, new { Take = 1 })).SingleOrDefault();
        return new LedgerVerification(difference is null, entries, balances, difference);
    }

    // From the entries, and not from the day that a posting has copied from its entry.
    const string SelectDifferences = """
        with Side as (
            select p.DebitAccount as Account, e.PostedOn, p.AmountCents as DebitCents, 0 as CreditCents
            from Posting p join JournalEntry e on e.Seq = p.EntrySeq
            union all
            select p.CreditAccount, e.PostedOn, 0, p.AmountCents
            from Posting p join JournalEntry e on e.Seq = p.EntrySeq
        ),
        Moved as (
            select Account, PostedOn, sum(DebitCents) as DebitCents, sum(CreditCents) as CreditCents
            from Side
            group by Account, PostedOn
        ),
        Posted as (
            select Account, PostedOn,
                sum(DebitCents) over (partition by Account order by PostedOn rows unbounded preceding) as DebitCents,
                sum(CreditCents) over (partition by Account order by PostedOn rows unbounded preceding) as CreditCents
            from Moved
        )
        select coalesce(p.Account, b.Account) as AccountNumber, coalesce(p.PostedOn, b.PostedOn) as PostedOn,
            b.DebitCents as KeptDebitCents, b.CreditCents as KeptCreditCents, p.DebitCents, p.CreditCents
        from Posted p full join AccountBalance b on b.Account = p.Account and b.PostedOn = p.PostedOn
        where p.Account is null or b.Account is null or p.DebitCents <> b.DebitCents or p.CreditCents <> b.CreditCents
        order by 2, 1
        """;
}
