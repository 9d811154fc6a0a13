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
        select a.Number, a.Name, a.Kind, coalesce(b.DebitCents, 0) as DebitCents, coalesce(b.CreditCents, 0) as CreditCents
        from Account a
        left join AccountBalance b on b.Account = a.Number
            and b.PostedOn = (select max(d.PostedOn) from AccountBalance d where d.Account = a.Number and d.PostedOn <= @Day)
        order by a.Number
        """;
}
