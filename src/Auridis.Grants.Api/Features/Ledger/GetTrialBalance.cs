namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Reads the trial balance.</summary>
/// <remarks>
/// Debits and credits of every account up to a day (asOf, today when not given), by posting date. Memo accounts are listed apart.
/// </remarks>
sealed class GetTrialBalance(BusinessClock clock) : Read<GetTrialBalance.Request, TrialBalance>
{
    public sealed record Request
    {
        public DateOnly? AsOf { get; init; }
    }

    public override void Configure()
    {
        Get("/ledger/trial-balance");
        Policies(Can.ReadTrialBalance);
    }

    protected override async Task<Outcome<TrialBalance>> Handle(Session session, Request request)
    {
        var day = request.AsOf ?? clock.Today;
        var lines = (await session.All<TrialBalanceLine>(Select, new { Day = day })).ToLookup(line => line.Kind == AccountKind.Memo);
        return new TrialBalance(day, TrialBalanceSection.Of([.. lines[false]]), TrialBalanceSection.Of([.. lines[true]]));
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
}
