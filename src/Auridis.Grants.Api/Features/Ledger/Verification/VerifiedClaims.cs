namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>The figures that repayment claims keep, against their entries, receipts and refunds.</summary>
static class VerifiedClaims
{
    /// <summary>The first claim, in the order in which they were made.</summary>
    public static async Task<LedgerDifference?> FirstDifference(Session session) =>
        (await session.Top<Row>(SelectDifferences, new { Take = 1 })).SingleOrDefault() is { } row
            ? LedgerDifference.FirstOf($"/repayment-claims/{row.Id}",
                (LedgerFigure.Principal, row.Principal, row.PrincipalByEntries),
                (LedgerFigure.Reduced, row.Reduced, row.ReducedByEntries),
                (LedgerFigure.Waived, row.Waived, row.WaivedByEntries),
                (LedgerFigure.WrittenOff, row.WrittenOff, row.WrittenOffByEntries),
                (LedgerFigure.Paid, row.Paid, row.PaidByEntries),
                (LedgerFigure.Paid, row.Paid, row.PaidByReceipts),
                (LedgerFigure.Refunded, row.Refunded, row.RefundedByPayments))
            : null;

    // The entries of claims are those that touch their accounts: found there, and not among all.
    const string SelectDifferences = $"""
        with Touching as (
            select EntrySeq, AmountCents from Posting where DebitAccount in ({AccountsOfClaims})
            union all
            select EntrySeq, AmountCents from Posting where CreditAccount in ({AccountsOfClaims})
        ),
        Entry as (
            select e.DocumentId,
                sum(case
                    when e.Event in ('{JournalEvent.RepaymentClaim}', '{JournalEvent.InterestClaim}') then t.AmountCents else 0
                end) as PrincipalCents,
                sum(case
                    when e.Event in ('{JournalEvent.RepaymentClaimReduction}', '{JournalEvent.RepaymentClaimAnnulment}',
                        '{JournalEvent.InterestClaimReduction}') then t.AmountCents
                    else 0
                end) as ReducedCents,
                sum(case when e.Event in ('{JournalEvent.Waiver}', '{JournalEvent.InterestWaiver}') then t.AmountCents else 0
                end) as WaivedCents,
                sum(case
                    when e.Event in ('{JournalEvent.WriteOff}', '{JournalEvent.InterestWriteOff}') then t.AmountCents
                    when e.Event in ('{JournalEvent.WriteOffRecovery}', '{JournalEvent.InterestWriteOffRecovery}') then -t.AmountCents
                    else 0
                end) as WrittenOffCents,
                sum(case
                    when e.Event in ('{JournalEvent.RepaymentReceipt}', '{JournalEvent.InterestReceipt}') then t.AmountCents
                    when e.Event in ('{JournalEvent.ReceiptReversal}', '{JournalEvent.InterestReceiptReversal}') then -t.AmountCents
                    else 0
                end) as PaidCents
            from Touching t cross join JournalEntry e
            where e.Seq = t.EntrySeq
            group by e.DocumentId
        ),
        Receipt as (
            select RepaymentClaimId, sum(AmountCents) as PaidCents
            from RepaymentReceipt
            where RepaymentClaimId is not null and Status <> 'reversed'
            group by RepaymentClaimId
        ),
        Refund as (
            select RepaymentClaimId, sum(AmountCents) as Cents
            from Disbursement
            where RepaymentClaimId is not null and Status = 'settled'
            group by RepaymentClaimId
        ),
        Figures as (
            select c.Seq, c.Id, c.PrincipalCents, c.ReducedCents, c.WaivedCents, c.WrittenOffCents, c.PaidCents, c.RefundedCents,
                coalesce(e.PrincipalCents, 0) as PrincipalByEntriesCents, coalesce(e.ReducedCents, 0) as ReducedByEntriesCents,
                coalesce(e.WaivedCents, 0) as WaivedByEntriesCents, coalesce(e.WrittenOffCents, 0) as WrittenOffByEntriesCents,
                coalesce(e.PaidCents, 0) as PaidByEntriesCents, coalesce(r.PaidCents, 0) as PaidByReceiptsCents,
                coalesce(f.Cents, 0) as RefundedByPaymentsCents
            from RepaymentClaim c
            left join Entry e on e.DocumentId = c.Id
            left join Receipt r on r.RepaymentClaimId = c.Id
            left join Refund f on f.RepaymentClaimId = c.Id
        )
        select * from Figures
        where PrincipalCents <> PrincipalByEntriesCents or ReducedCents <> ReducedByEntriesCents or WaivedCents <> WaivedByEntriesCents
            or WrittenOffCents <> WrittenOffByEntriesCents or PaidCents <> PaidByEntriesCents or PaidCents <> PaidByReceiptsCents
            or RefundedCents <> RefundedByPaymentsCents
        order by Seq
        """;

    const string AccountsOfClaims =
        $"'{Accounts.RepaymentClaims}', '{Accounts.InterestClaims}', '{Accounts.CreditsOwed}', '{Accounts.InterestCreditsOwed}'";

    sealed record Row
    {
        public required Guid Id { get; init; }
        public required Money Principal { get; init; }
        public required Money Reduced { get; init; }
        public required Money Waived { get; init; }
        public required Money WrittenOff { get; init; }
        public required Money Paid { get; init; }
        public required Money Refunded { get; init; }
        public required Money PrincipalByEntries { get; init; }
        public required Money ReducedByEntries { get; init; }
        public required Money WaivedByEntries { get; init; }
        public required Money WrittenOffByEntries { get; init; }
        public required Money PaidByEntries { get; init; }
        public required Money PaidByReceipts { get; init; }
        public required Money RefundedByPayments { get; init; }
    }
}
