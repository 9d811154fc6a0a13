using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Repayments;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>What has changed the open sum of a claim since it was made.</summary>
static class ClaimMovement
{
    /// <summary>
    /// What came in on a claim and was refunded of that, by the bank's days, and what is claimed no more, by the days of that. What was
    /// written off is still owed, and bears interest. What a new examination of its report annulled was never owed, on no day.
    /// </summary>
    public static async Task<List<SumOwed>> OfClaim(Session session, RepaymentClaim claim) =>
        (await session.All<Row>(SelectMoved, new { claim.Id, claim.AwardId, FirstOfAllDays = DateOnly.MinValue }))
            .ConvertAll(row => new SumOwed(row.MovedOn, row.Amount));

    const string SelectMoved = $"""
        select ReceivedOn as MovedOn, -AmountCents as AmountCents from RepaymentReceipt
        where RepaymentClaimId = @Id and Status <> 'reversed'
        union all
        select BookedOn, AmountCents from Disbursement where RepaymentClaimId = @Id and Status = 'settled'
        union all
        select case e.Event when '{JournalEvent.RepaymentClaimAnnulment}' then @FirstOfAllDays else e.DocumentOn end, -p.AmountCents
        from JournalEntry e join Posting p on p.EntrySeq = e.Seq
        where e.AwardId = @AwardId and e.DocumentId = @Id and (p.DebitAccount = '{Accounts.GrantsReclaimed}'
            or (p.CreditAccount = '{Accounts.RepaymentClaims}'
                and p.DebitAccount not in ('{Accounts.Bank}', '{Accounts.ClaimsWrittenOff}', '{Accounts.GrantsReclaimed}')))
        """;

    sealed record Row
    {
        public required DateOnly MovedOn { get; init; }
        public required Money Amount { get; init; }
    }
}
