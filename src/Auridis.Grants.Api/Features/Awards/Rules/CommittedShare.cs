using System.Diagnostics;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// An award's share of the money that its programme has committed: the amount in force while it is offered, accepted or active; once its
/// final report is accepted, the larger of entitlement and net paid, also while that report is examined anew; net paid when it is
/// completed; the larger of what is kept and net paid when it was terminated; nothing when it was declined or has expired. A payment that
/// the bank returned after the completion, and that is tried again, counts as long as it is open: its money is taken of the budget anew.
/// What the office of a terminated award renounces of what is kept counts no more. What a site paid back beyond a claim goes back to it,
/// and counts as if it still had it, so that its refund never lacks the money. What of its share is not paid is promised, and stands on the
/// memo accounts. So what a site pays back is free again in the programme, unless it may still draw it. A share is never below zero: where
/// a site has paid back of its own what the bank then returned as well, it has less than nothing of the award, and nothing is committed.
/// </summary>
static class CommittedShare
{
    /// <param name="netPaid">What was paid, less what the bank returned and the site paid back, and what of that is refunded to it.</param>
    /// <param name="entitlement">What the report came to that was accepted last; null before.</param>
    /// <param name="kept">What the site keeps of a terminated award.</param>
    /// <param name="unpaid">What is drawn and not paid yet.</param>
    public static Money Of(string status, Money amount, Money netPaid, Money? entitlement, Money? kept, Money unpaid) => status switch
    {
        AwardStatus.Offered or AwardStatus.Accepted => amount,
        // A part of it can have been revoked: the amount is then less than the report came to, or than what was paid.
        AwardStatus.Active => Larger(entitlement is { } entitled ? Smaller(entitled, amount) : amount, Taken(netPaid, unpaid)),
        AwardStatus.Terminated => Larger(kept!.Value, Taken(netPaid, unpaid)),
        AwardStatus.Completed => Taken(netPaid, unpaid),
        AwardStatus.Declined or AwardStatus.Expired => new Money(0),
        _ => throw new UnreachableException($"'{status}' is not a state of an award."),
    };

    /// <summary>What <see cref="Book"/> would change the money by that the programme has committed. The caller holds the award.</summary>
    public static async Task<Money> Change(Tx tx, Guid awardId)
    {
        var award = await tx.One<Figures>(SelectFigures, new { AwardId = awardId });
        return new Money(award.Share.Cents - award.Committed.Cents);
    }

    /// <summary>
    /// Books the difference that a step has made, in the programme and in the memo accounts. Called after each step that changes what an
    /// award's share or its payments are. The caller holds the award, and the programme where the share can have changed.
    /// </summary>
    public static async Task Book(Tx tx, Guid awardId, BusinessDocument document)
    {
        var award = await tx.One<Figures>(SelectFigures, new { AwardId = awardId });
        var netPaid = award.NetPaid;
        var share = award.Share;
        var promised = new Money(share.Cents - netPaid.Cents);
        if (share == award.Committed && promised == award.Promised)
            return;
        await tx.Execute(Update, new { AwardId = awardId, Share = share, Promised = promised });
        if (share != award.Committed)
            await Places.ChangeCommitted(tx, document.ProgrammeId, new Money(share.Cents - award.Committed.Cents));
        var paidBefore = new Money(award.Committed.Cents - award.Promised.Cents);
        if (promised.Cents > award.Promised.Cents)
        {
            Journal.Post(tx, netPaid.Cents < paidBefore.Cents ? PostingMatrix.CommitmentRestore : PostingMatrix.CommitmentIncrease,
                new Money(promised.Cents - award.Promised.Cents), document);
        }
        else if (promised.Cents < award.Promised.Cents)
        {
            Journal.Post(tx, netPaid.Cents > paidBefore.Cents ? PostingMatrix.CommitmentUse : PostingMatrix.CommitmentRelease,
                new Money(award.Promised.Cents - promised.Cents), document);
        }
    }

    static Money Taken(Money netPaid, Money unpaid) => new(Math.Max(0, netPaid.Cents + unpaid.Cents));

    static Money Larger(Money one, Money other) => one.Cents > other.Cents ? one : other;

    static Money Smaller(Money one, Money other) => one.Cents < other.Cents ? one : other;

    const string SelectFigures = """
        select Status, AmountCents, DrawnCents, PaidCents, RepaidCents, RenouncedCents, KeptCents, CommittedCents, PromisedCents,
            (select max(r.EntitlementCents) from SpendingReport r where r.AwardId = a.Id) as EntitlementCents,
            (select coalesce(sum(c.PaidCents - c.RefundedCents - c.PrincipalCents + c.ReducedCents + c.WaivedCents + c.WrittenOffCents), 0)
                from RepaymentClaim c
                where c.AwardId = a.Id and c.Status = 'overpaid' and c.Kind <> 'interest') as CreditCents
        from Award a
        where Id = @AwardId
        """;

    const string Update = "update Award set CommittedCents = @Share, PromisedCents = @Promised where Id = @AwardId";

    sealed record Figures
    {
        public required string Status { get; init; }
        public required Money Amount { get; init; }
        public required Money Drawn { get; init; }
        public required Money Paid { get; init; }
        public required Money Repaid { get; init; }
        public required Money Renounced { get; init; }
        public required Money? Kept { get; init; }
        public required Money? Entitlement { get; init; }

        /// <summary>What came in beyond the claims on it.</summary>
        public required Money Credit { get; init; }

        /// <summary>The share that is booked in the programme.</summary>
        public required Money Committed { get; init; }

        /// <summary>What is booked in the memo accounts.</summary>
        public required Money Promised { get; init; }

        public Money NetPaid => new(Paid.Cents - Repaid.Cents);

        /// <summary>The share that the award has now.</summary>
        public Money Share => Of(Status, Amount, new Money(NetPaid.Cents + Credit.Cents), Entitlement, KeptStill, Unpaid);

        Money Unpaid => new(Drawn.Cents - Paid.Cents);

        Money? KeptStill => Kept is { } kept ? Smaller(kept, new Money(Amount.Cents - Renounced.Cents)) : null;
    }
}
