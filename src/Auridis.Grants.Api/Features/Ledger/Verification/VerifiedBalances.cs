namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>The balances that <see cref="KeptBalances"/> keeps, against all entries.</summary>
static class VerifiedBalances
{
    /// <summary>The first day and account, by day, then by account.</summary>
    public static async Task<LedgerDifference?> FirstDifference(Session session)
    {
        if ((await session.Top<Row>(SelectDifferences, new { Take = 1 })).SingleOrDefault() is not { } row)
            return null;
        var debit = row.KeptDebit != row.Debit;
        return new LedgerDifference
        {
            Resource = $"/ledger/accounts/{row.AccountNumber}",
            Figure = debit ? LedgerFigure.Debit : LedgerFigure.Credit,
            PostedOn = row.PostedOn,
            KeptAmount = debit ? row.KeptDebit : row.KeptCredit,
            ComputedAmount = debit ? row.Debit : row.Credit,
        };
    }

    // By the day of the entry, and not by that which a posting has copied from it. Cross joins keep SQLite to the order of the entries, of
    // which each has its postings beside the others.
    const string SelectDifferences = """
        with Pair as (
            select e.PostedOn, p.DebitAccount, p.CreditAccount, sum(p.AmountCents) as Cents
            from JournalEntry e cross join Posting p
            where p.EntrySeq = e.Seq
            group by e.PostedOn, p.DebitAccount, p.CreditAccount
        ),
        Side as (
            select DebitAccount as Account, PostedOn, Cents as DebitCents, 0 as CreditCents from Pair
            union all
            select CreditAccount, PostedOn, 0, Cents from Pair
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

    sealed record Row
    {
        public required string AccountNumber { get; init; }
        public required DateOnly PostedOn { get; init; }
        public required Money? KeptDebit { get; init; }
        public required Money? KeptCredit { get; init; }
        public required Money? Debit { get; init; }
        public required Money? Credit { get; init; }
    }
}
