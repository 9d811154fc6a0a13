namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>The figures that awards keep, against their entries and their payments.</summary>
static class VerifiedAwards
{
    /// <summary>The first award, in the order in which they were offered.</summary>
    public static async Task<LedgerDifference?> FirstDifference(Session session) =>
        (await session.Top<Row>(SelectDifferences, new { Take = 1 })).SingleOrDefault() is { } row
            ? LedgerDifference.FirstOf($"/awards/{row.Id}",
                (LedgerFigure.Drawn, row.Drawn, row.DrawnByPayments),
                (LedgerFigure.Paid, row.Paid, row.PaidByPayments),
                (LedgerFigure.Paid, row.Paid, row.PaidByEntries),
                (LedgerFigure.Owed, row.OwedByPayments, row.OwedByEntries),
                (LedgerFigure.Repaid, row.Repaid, row.RepaidByEntries),
                (LedgerFigure.Promised, row.Promised, row.PromisedByEntries),
                (LedgerFigure.Committed, row.Committed,
                    new Money(row.PromisedByEntries.Cents + row.PaidByEntries.Cents - row.RepaidByEntries.Cents)))
            : null;

    // Each sum is one of all awards, and not asked for each. Cross joins as in VerifiedBalances.
    const string SelectDifferences = $"""
        with Entry as (
            select e.AwardId,
                sum(case
                    when p.DebitAccount = '{Accounts.PayableToSites}' and p.CreditAccount = '{Accounts.BankTransit}' then p.AmountCents
                    when p.DebitAccount = '{Accounts.BankTransit}' and p.CreditAccount = '{Accounts.PayableToSites}' then -p.AmountCents
                    when p.DebitAccount = '{Accounts.Bank}' and p.CreditAccount = '{Accounts.Grants}' then -p.AmountCents
                    when p.DebitAccount = '{Accounts.Grants}' and p.CreditAccount = '{Accounts.Bank}' then p.AmountCents
                    else 0
                end) as PaidCents,
                sum(case
                    when p.DebitAccount in ('{Accounts.PayableToSites}', '{Accounts.InterestPayable}') then -p.AmountCents
                    when p.CreditAccount in ('{Accounts.PayableToSites}', '{Accounts.InterestPayable}') then p.AmountCents
                    else 0
                end) as OwedCents,
                sum(case
                    when p.DebitAccount = '{Accounts.Bank}'
                        and p.CreditAccount in ('{Accounts.RepaymentClaims}', '{Accounts.CreditsOwed}', '{Accounts.PayableToSites}')
                        then p.AmountCents
                    when p.CreditAccount = '{Accounts.Bank}'
                        and p.DebitAccount in ('{Accounts.RepaymentClaims}', '{Accounts.CreditsOwed}', '{Accounts.PayableToSites}')
                        then -p.AmountCents
                    else 0
                end) as RepaidCents,
                sum(case
                    when p.DebitAccount = '{Accounts.Commitments}' then p.AmountCents
                    when p.CreditAccount = '{Accounts.Commitments}' then -p.AmountCents
                    else 0
                end) as PromisedCents
            from JournalEntry e cross join Posting p
            where p.EntrySeq = e.Seq and e.AwardId is not null
            group by e.AwardId
        ),
        Payment as (
            select AwardId,
                sum(case
                    when Kind = 'grant' and Status in ('requested', 'approved', 'released', 'instructed', 'settled') then AmountCents
                    else 0
                end) as DrawnCents,
                sum(case when Status in ('released', 'instructed') then AmountCents else 0 end) as OwedCents,
                sum(case when Kind = 'grant' and Status = 'settled' then AmountCents else 0 end) as PaidCents
            from Disbursement
            group by AwardId
        ),
        GivenBack as (
            select AwardId, sum(AmountCents) as Cents
            from RepaymentReceipt
            where RepaymentClaimId is null and Status <> 'reversed'
            group by AwardId
        ),
        Figures as (
            select a.Seq, a.Id, a.DrawnCents, a.PaidCents, a.RepaidCents, a.PromisedCents, a.CommittedCents,
                coalesce(d.DrawnCents, 0) - coalesce(g.Cents, 0) as DrawnByPaymentsCents,
                coalesce(d.PaidCents, 0) - coalesce(g.Cents, 0) as PaidByPaymentsCents,
                coalesce(d.OwedCents, 0) as OwedByPaymentsCents, coalesce(e.PaidCents, 0) as PaidByEntriesCents,
                coalesce(e.OwedCents, 0) as OwedByEntriesCents, coalesce(e.RepaidCents, 0) as RepaidByEntriesCents,
                coalesce(e.PromisedCents, 0) as PromisedByEntriesCents
            from Award a
            left join Entry e on e.AwardId = a.Id
            left join Payment d on d.AwardId = a.Id
            left join GivenBack g on g.AwardId = a.Id
        )
        select * from Figures
        where DrawnCents <> DrawnByPaymentsCents or PaidCents <> PaidByPaymentsCents or PaidCents <> PaidByEntriesCents
            or OwedByPaymentsCents <> OwedByEntriesCents or RepaidCents <> RepaidByEntriesCents or PromisedCents <> PromisedByEntriesCents
            or CommittedCents <> PromisedByEntriesCents + PaidByEntriesCents - RepaidByEntriesCents
        order by Seq
        """;

    sealed record Row
    {
        public required Guid Id { get; init; }
        public required Money Drawn { get; init; }
        public required Money Paid { get; init; }
        public required Money Repaid { get; init; }
        public required Money Promised { get; init; }
        public required Money Committed { get; init; }
        public required Money DrawnByPayments { get; init; }
        public required Money PaidByPayments { get; init; }
        public required Money OwedByPayments { get; init; }
        public required Money PaidByEntries { get; init; }
        public required Money OwedByEntries { get; init; }
        public required Money RepaidByEntries { get; init; }
        public required Money PromisedByEntries { get; init; }
    }
}
