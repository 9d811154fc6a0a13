namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>The sums that <see cref="PostedSums"/> keeps, against all entries.</summary>
static class VerifiedSums
{
    /// <summary>The first day of a programme or award and a pair of accounts, by day.</summary>
    public static async Task<LedgerDifference?> FirstDifference(Session session)
    {
        if ((await session.Top<Row>(SelectDifferences, new { Take = 1 })).SingleOrDefault() is not { } row)
            return null;
        var place = new { row.ScopeId, row.DebitAccount, row.CreditAccount, row.PostedOn };
        var collection = await session.OneOrNull<int?>("select 1 from Award where Id = @ScopeId", place) is null ? "programmes" : "awards";
        return new LedgerDifference
        {
            Resource = $"/{collection}/{row.ScopeId}",
            Figure = LedgerFigure.Posted,
            DebitAccount = row.DebitAccount,
            CreditAccount = row.CreditAccount,
            PostedOn = row.PostedOn,
            KeptAmount = Amount(await session.OneOrNull<long?>(SelectKept, place)),
            ComputedAmount = Amount(await session.One<long?>(SelectComputed, place)),
        };
    }

    static Money? Amount(long? cents) => cents is { } kept ? new Money(kept) : null;

    // What was added on each day against what each row has more than the one before it: sums that run are not added up twice. Cross joins
    // as in VerifiedBalances.
    const string SelectDifferences = """
        with Moved as (
            select e.ProgrammeId, e.AwardId, p.DebitAccount, p.CreditAccount, e.PostedOn, sum(p.AmountCents) as Cents
            from JournalEntry e cross join Posting p
            where p.EntrySeq = e.Seq
            group by e.ProgrammeId, e.AwardId, p.DebitAccount, p.CreditAccount, e.PostedOn
        ),
        Added as (
            select ProgrammeId as ScopeId, DebitAccount, CreditAccount, PostedOn, Cents from Moved where ProgrammeId is not null
            union all
            select AwardId, DebitAccount, CreditAccount, PostedOn, Cents from Moved where AwardId is not null
            union all
            select ScopeId, DebitAccount, CreditAccount, PostedOn, lag(AmountCents, 1, 0) over (
                partition by ScopeId, DebitAccount, CreditAccount order by PostedOn) - AmountCents
            from PostedSum
        )
        select ScopeId, DebitAccount, CreditAccount, PostedOn
        from Added
        group by ScopeId, DebitAccount, CreditAccount, PostedOn
        having sum(Cents) <> 0
        order by PostedOn, ScopeId, DebitAccount, CreditAccount
        """;

    const string SelectKept = """
        select AmountCents from PostedSum
        where ScopeId = @ScopeId and DebitAccount = @DebitAccount and CreditAccount = @CreditAccount and PostedOn = @PostedOn
        """;

    const string SelectComputed = """
        select sum(p.AmountCents) from JournalEntry e cross join Posting p
        where (e.ProgrammeId = @ScopeId or e.AwardId = @ScopeId) and p.EntrySeq = e.Seq
            and p.DebitAccount = @DebitAccount and p.CreditAccount = @CreditAccount and e.PostedOn <= @PostedOn
        """;

    sealed record Row
    {
        public required Guid ScopeId { get; init; }
        public required string DebitAccount { get; init; }
        public required string CreditAccount { get; init; }
        public required DateOnly PostedOn { get; init; }
    }
}
