using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Reverses a receipt.</summary>
/// <remarks>
/// Not by the person who proposed it. What it paid of a claim is open again, and a credit that it made falls; a refund that was paid from
/// it is claimed, too. What was paid back before a claim is paid again. Posted today, as the reversal of the receipt's entry. Refused while
/// a refund of the money is released, and while the money is drawn again.
/// </remarks>
sealed class ConfirmReversal(CurrentUser user, BusinessClock clock) : Change<RepaymentReceipt>
{
    public override void Configure()
    {
        Post("/repayment-receipts/{id:guid}/confirm");
        Policies(Can.RecordRepayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            RepaymentProblems.RefundReleased, RepaymentProblems.MoneyDrawnAgain, ProgrammeProblems.BudgetExhausted);
    }

    protected override async Task<Outcome<RepaymentReceipt>> Handle(Tx tx)
    {
        if (await RepaymentReceipt.FindFor(tx, Id, user) is not { } proposed)
            return Problems.NotFound;
        if (user.Is(proposed.ReversalProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        if (await proposed.WhyExcluded(tx, user) is { } excluded)
            return excluded;
        var award = (await Award.Find(tx, proposed.AwardId))!;
        await Programme.Lock(tx, award.ProgrammeId);
        await AwardFunds.Lock(tx, award.Id);
        if (await tx.Execute(Confirm, new { Id, SeenVersion, user.Actor, clock.Today, tx.Author.At }) == 0)
        {
            var now = (await RepaymentReceipt.Find(tx, Id))!;
            return Problems.StaleOrWrongState(now.Version, SeenVersion, now.Status, RepaymentReceiptStatus.ReversalProposed);
        }
        return await (proposed.RepaymentClaimId is { } claim ? ReverseOnClaim(tx, proposed, claim) : ReverseOnAward(tx, proposed))
            ?? await Book(tx, proposed, award);
    }

    async Task<Problem?> ReverseOnClaim(Tx tx, RepaymentReceipt receipt, Guid claimId)
    {
        var held = (await RepaymentClaim.Lock(tx, claimId))!;
        var after = held.Standing.Reverse(receipt.Amount);
        if (await CreditOfReleasedRefunds.WhyRefused(tx, held, after) is { } released)
            return released;
        var claim = await held.Write(tx, after, ClaimStep.Reversal);
        await claim.CountRepaid(tx, new Money(-receipt.Amount.Cents));
        var fallen = new Money(held.Credit.Cents - after.Credit.Cents);
        Journal.PostParts(tx, PostingMatrix.ReceiptReversal, [new Money(receipt.Amount.Cents - fallen.Cents), fallen],
            claim.Document($"Receipt on {claim.Reference} reversed", clock.Today),
            reverses: receipt.EntrySeq);
        Audit.Append(tx, AuditAction.RepaymentClaimReceiptReversed, claim.Id, claim.Version,
            new { ReceiptId = receipt.Id, receipt.Amount, claim.Status, claim.Open, claim.Credit });
        return null;
    }

    async Task<Problem?> ReverseOnAward(Tx tx, RepaymentReceipt receipt)
    {
        if (!await AwardFunds.PayAgain(tx, receipt.AwardId, receipt.Amount))
        {
            var now = (await Award.Find(tx, receipt.AwardId))!;
            return RepaymentProblems.MoneyDrawnAgain.With(
                ("amount", receipt.Amount), ("available", AwardFunds.Rest(now.Amount, new Money(0), now.Drawn, kept: null)));
        }
        var award = (await Award.Find(tx, receipt.AwardId))!;
        Journal.Post(tx, PostingMatrix.AwardRepaymentReversal, receipt.Amount,
            new BusinessDocument(
                receipt.Id, award.Reference, award.ProgrammeId, award.Id, $"Receipt on {award.Reference} reversed", clock.Today),
            reverses: receipt.EntrySeq);
        return null;
    }

    /// <summary>What the site has again is committed again: the budget may be promised to others meanwhile.</summary>
    async Task<Outcome<RepaymentReceipt>> Book(Tx tx, RepaymentReceipt receipt, Award award)
    {
        var programme = (await Programme.Find(tx, award.ProgrammeId))!;
        if (Places.WhyBeyondBudget(programme, await CommittedShare.Change(tx, award.Id)) is { } beyond)
            return beyond;
        await CommittedShare.Book(tx, award.Id,
            new BusinessDocument(
                award.Id, award.Reference, award.ProgrammeId, award.Id, $"Receipt on {award.Reference} reversed", clock.Today));
        Audit.Append(tx, AuditAction.RepaymentReceiptReversed, Id, SeenVersion + 1, new { receipt.Amount });
        return (await RepaymentReceipt.Find(tx, Id))!;
    }

    const string Confirm = """
        update RepaymentReceipt
        set Status = 'reversed', ReversedOn = @Today, ReversalDecidedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'reversal-proposed' and ReversalProposedBy <> @Actor
        """;
}
