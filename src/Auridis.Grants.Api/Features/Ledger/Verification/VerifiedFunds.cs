namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>The money of programmes: what they have committed, against their awards; what the funder has paid, against entries.</summary>
static class VerifiedFunds
{
    /// <summary>The first programme, in the order in which they were made.</summary>
    public static async Task<LedgerDifference?> FirstDifference(Session session) =>
        (await session.Top<Row>(SelectDifferences, new { Take = 1 })).SingleOrDefault() is { } row
            ? LedgerDifference.FirstOf($"/programmes/{row.Id}",
                (LedgerFigure.Committed, row.Committed, row.CommittedByAwards),
                (LedgerFigure.Received, row.Received, row.ReceivedByEntries),
                (LedgerFigure.Received, row.Received, row.ReceivedByContributions),
                (LedgerFigure.Returned, row.Returned, row.ReturnedByEntries),
                (LedgerFigure.Returned, row.Returned, row.ReturnedByContributions))
            : null;

    // The entries of the funder's money are those between its account and the bank's, as in VerifiedClaims.
    const string SelectDifferences = $"""
        with Share as (
            select ProgrammeId, sum(CommittedCents) as Cents from Award group by ProgrammeId
        ),
        Touching as (
            select EntrySeq, AmountCents as ReceivedCents, 0 as ReturnedCents
            from Posting where CreditAccount = '{Accounts.OwedToFunder}' and DebitAccount = '{Accounts.Bank}'
            union all
            select EntrySeq, 0, AmountCents
            from Posting where DebitAccount = '{Accounts.OwedToFunder}' and CreditAccount = '{Accounts.Bank}'
        ),
        Entry as (
            select e.ProgrammeId, sum(t.ReceivedCents) as ReceivedCents, sum(t.ReturnedCents) as ReturnedCents
            from Touching t cross join JournalEntry e
            where e.Seq = t.EntrySeq
            group by e.ProgrammeId
        ),
        Booked as (
            select ProgrammeId, sum(case when Kind = 'received' then AmountCents else 0 end) as ReceivedCents,
                sum(case when Kind = 'returned' then AmountCents else 0 end) as ReturnedCents
            from Contribution
            where Status = 'confirmed'
            group by ProgrammeId
        ),
        Figures as (
            select p.Seq, p.Id, p.CommittedCents, coalesce(s.Cents, 0) as CommittedByAwardsCents,
                coalesce(f.ReceivedCents, 0) as ReceivedCents, coalesce(e.ReceivedCents, 0) as ReceivedByEntriesCents,
                coalesce(b.ReceivedCents, 0) as ReceivedByContributionsCents, coalesce(f.ReturnedCents, 0) as ReturnedCents,
                coalesce(e.ReturnedCents, 0) as ReturnedByEntriesCents, coalesce(b.ReturnedCents, 0) as ReturnedByContributionsCents
            from Programme p
            left join Share s on s.ProgrammeId = p.Id
            left join Fund f on f.ProgrammeId = p.Id
            left join Entry e on e.ProgrammeId = p.Id
            left join Booked b on b.ProgrammeId = p.Id
        )
        select * from Figures
        where CommittedCents <> CommittedByAwardsCents
            or ReceivedCents <> ReceivedByEntriesCents or ReceivedCents <> ReceivedByContributionsCents
            or ReturnedCents <> ReturnedByEntriesCents or ReturnedCents <> ReturnedByContributionsCents
        order by Seq
        """;

    sealed record Row
    {
        public required Guid Id { get; init; }
        public required Money Committed { get; init; }
        public required Money CommittedByAwards { get; init; }
        public required Money Received { get; init; }
        public required Money ReceivedByEntries { get; init; }
        public required Money ReceivedByContributions { get; init; }
        public required Money Returned { get; init; }
        public required Money ReturnedByEntries { get; init; }
        public required Money ReturnedByContributions { get; init; }
    }
}
