namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Proves that what is kept beside the entries is what the entries come to.</summary>
/// <remarks>
/// Adds up every entry anew, and compares: the balance of each account on each day, what was posted of each programme and award by each
/// pair of accounts, the figures of each award, of each repayment claim, and of the funder's money. What an award has drawn, what its site
/// has paid back and what the funder has paid are also held against payments, receipts and contributions. Names the first difference, in
/// this order.
/// </remarks>
sealed class VerifyLedger : Read<LedgerVerification>
{
    public override void Configure()
    {
        Get("/ledger/verification");
        Policies(Can.ReadLedger);
    }

    protected override async Task<Outcome<LedgerVerification>> Handle(Session session) => await Verify(session);

    public static async Task<LedgerVerification> Verify(Session session)
    {
        var counted = await session.One<Counted>(Count);
        var difference = await FirstDifference(session);
        return new LedgerVerification(
            difference is null, counted.Entries, counted.Balances, counted.AwardCount, counted.ClaimCount, difference);
    }

    static async Task<LedgerDifference?> FirstDifference(Session session) =>
        await VerifiedBalances.FirstDifference(session)
        ?? await VerifiedSums.FirstDifference(session)
        ?? await VerifiedAwards.FirstDifference(session)
        ?? await VerifiedClaims.FirstDifference(session)
        ?? await VerifiedFunds.FirstDifference(session);

    const string Count = """
        select (select count(*) from JournalEntry) as Entries, (select count(*) from AccountBalance) as Balances,
            (select count(*) from Award) as AwardCount, (select count(*) from RepaymentClaim) as ClaimCount
        """;

    sealed record Counted
    {
        public required long Entries { get; init; }
        public required long Balances { get; init; }
        public required long AwardCount { get; init; }
        public required long ClaimCount { get; init; }
    }
}
