namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>
/// What was posted to an account up to a day is kept by the transaction that posts, and not computed by those who read: a balance costs one
/// row, however much was posted. The caller holds the counter of <see cref="JournalNumbers"/>, so that no two keep balances at once.
/// </summary>
static class KeptBalances
{
    /// <summary>Adds the postings of one day.</summary>
    /// <param name="first">The number of the first entry that is new.</param>
    /// <param name="last">The number of the last one.</param>
    public static Task Add(Tx tx, DateOnly postedOn, long first, long last) =>
        tx.Execute(Carry, new { PostedOn = postedOn, First = first, Last = last });

    /// <summary>What was posted to an account before a day.</summary>
    public static async Task<AccountBalance> Before(Session session, string account, DateOnly day) =>
        await session.OneOrNull<AccountBalance>(SelectBefore, new { Account = account, Day = day }) ?? AccountBalance.None;

    /// <summary>What was posted to an account up to the end of a day.</summary>
    public static async Task<AccountBalance> UpTo(Session session, string account, DateOnly day) =>
        await session.OneOrNull<AccountBalance>(SelectUpTo, new { Account = account, Day = day }) ?? AccountBalance.None;

    // First, a row of the day for each account, which begins with what was posted before; then all rows from the day on grow. What the
    // bank booked some days ago changes the days since then.
    const string Carry = $"""
        insert into AccountBalance (Account, PostedOn, DebitCents, CreditCents)
        select a.Number, @PostedOn, coalesce(b.DebitCents, 0), coalesce(b.CreditCents, 0)
        from Account a
        left join AccountBalance b on b.Account = a.Number
            and b.PostedOn = (select max(e.PostedOn) from AccountBalance e where e.Account = a.Number and e.PostedOn < @PostedOn)
        where a.Number in ({Accounts})
            and not exists (select 1 from AccountBalance d where d.Account = a.Number and d.PostedOn = @PostedOn);
        update AccountBalance
        set DebitCents = DebitCents + (
                select coalesce(sum(p.AmountCents), 0) from Posting p
                where p.EntrySeq between @First and @Last and p.PostedOn = @PostedOn and p.DebitAccount = AccountBalance.Account),
            CreditCents = CreditCents + (
                select coalesce(sum(p.AmountCents), 0) from Posting p
                where p.EntrySeq between @First and @Last and p.PostedOn = @PostedOn and p.CreditAccount = AccountBalance.Account)
        where PostedOn >= @PostedOn and Account in ({Accounts})
        """;

    const string Accounts = """
        select DebitAccount from Posting where EntrySeq between @First and @Last and PostedOn = @PostedOn
        union
        select CreditAccount from Posting where EntrySeq between @First and @Last and PostedOn = @PostedOn
        """;

    const string Last = "select DebitCents, CreditCents from AccountBalance where Account = @Account and PostedOn = ";

    const string SelectBefore = $"{Last} (select max(PostedOn) from AccountBalance where Account = @Account and PostedOn < @Day)";

    const string SelectUpTo = $"{Last} (select max(PostedOn) from AccountBalance where Account = @Account and PostedOn <= @Day)";
}
