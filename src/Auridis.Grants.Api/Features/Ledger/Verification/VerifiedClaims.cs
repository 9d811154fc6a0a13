namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>The figures that repayment claims keep, against their entries and receipts.</summary>
static class VerifiedClaims
{
    /// <summary>The first claim, in the order in which they were made.</summary>
    public static async Task<LedgerDifference?> FirstDifference(Session session) =>
        (await session.Top<Row>(SelectDifferences, new { Take = 1 })).SingleOrDefault() is { } row
            ? LedgerDifference.FirstOf($"/repayment-claims/{row.Id}",
                (LedgerFigure.Principal, row.Principal, row.PrincipalByEntries),
                (LedgerFigure.Reduced, row.Reduced, row.ReducedByEntries),
                (LedgerFigure.Paid, row.Paid, row.PaidByEntries),
                (LedgerFigure.Paid, row.Paid, row.PaidByReceipts))
            : null;

    // The entries of claims are those that touch their account: found there, and not among all.
    const string SelectDifferences = $"""
        with Touching as (
            select EntrySeq, AmountCents from Posting where DebitAccount = '{Accounts.RepaymentClaims}'
            union all
            select EntrySeq, AmountCents from Posting where CreditAccount = '{Accounts.RepaymentClaims}'
        ),
        Entry as (
            select e.DocumentId,
                sum(case when e.Event = '{JournalEvent.RepaymentClaim}' then t.AmountCents else 0 end) as PrincipalCents,
                sum(case when e.Event = '{JournalEvent.RepaymentClaimReduction}' then t.AmountCents else 0 end) as ReducedCents,
                sum(case when e.Event = '{JournalEvent.RepaymentReceipt}' then t.AmountCents else 0 end) as PaidCents
            from Touching t cross join JournalEntry e
            where e.Seq = t.EntrySeq
            group by e.DocumentId
        ),
        Receipt as (
            select RepaymentClaimId, sum(AmountCents) as PaidCents from RepaymentReceipt group by RepaymentClaimId
        ),
        Figures as (
            select c.Seq, c.Id, c.PrincipalCents, c.ReducedCents, c.PaidCents, coalesce(e.PrincipalCents, 0) as PrincipalByEntriesCents,
                coalesce(e.ReducedCents, 0) as ReducedByEntriesCents, coalesce(e.PaidCents, 0) as PaidByEntriesCents,
                coalesce(r.PaidCents, 0) as PaidByReceiptsCents
            from RepaymentClaim c
            left join Entry e on e.DocumentId = c.Id
            left join Receipt r on r.RepaymentClaimId = c.Id
        )
        select * from Figures
        where PrincipalCents <> PrincipalByEntriesCents or ReducedCents <> ReducedByEntriesCents or PaidCents <> PaidByEntriesCents
            or PaidCents <> PaidByReceiptsCents
        order by Seq
        """;

    sealed record Row
    {
        public required Guid Id { get; init; }
        public required Money Principal { get; init; }
        public required Money Reduced { get; init; }
        public required Money Paid { get; init; }
        public required Money PrincipalByEntries { get; init; }
        public required Money ReducedByEntries { get; init; }
        public required Money PaidByEntries { get; init; }
        public required Money PaidByReceipts { get; init; }
    }
}
