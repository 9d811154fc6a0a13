using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Disbursements;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Confirms the termination of an award.</summary>
/// <remarks>
/// Not by the person who proposed it. Payments that are requested or approved are rejected with it; one that is released refuses it until
/// it is settled. What was paid above what the site keeps is claimed back, and the office gets a letter. In full: the award is terminated,
/// its report is expected no more, its application lapses and its place is free. In part: it goes on, with what is kept as its amount.
/// </remarks>
sealed class ConfirmTermination(CurrentUser user, BusinessClock clock) : Change<Termination>
{
    public override void Configure()
    {
        Post("/terminations/{id:guid}/confirm");
        Policies(Can.ConfirmTerminations);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            SpendingReportProblems.PaymentsOpen, AwardProblems.RevocationTimeBarred, AwardProblems.KeepsOutOfRange);
    }

    protected override async Task<Outcome<Termination>> Handle(Tx tx)
    {
        if (await Termination.Find(tx, Id) is not { } proposed)
            return Problems.NotFound;
        if (user.Is(proposed.ProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        if (await ExcludedPersons.WhyRefused(tx, user, proposed.ProgrammeId, proposed.OfficeAgs) is { } excluded)
            return excluded;
        await Programme.Lock(tx, proposed.ProgrammeId);
        await AwardFunds.Lock(tx, proposed.AwardId);
        if (await tx.Execute(Confirm, new { Id, SeenVersion, user.Actor, clock.Today, tx.Author.At }) == 0)
        {
            var now = (await Termination.Find(tx, Id))!;
            return Problems.StaleOrWrongState(now.Version, SeenVersion, now.Status, TerminationStatus.Proposed);
        }
        if (await WhyRefused(tx, proposed) is { } refused)
            return refused;
        return await Terminate(tx, (await Award.Find(tx, proposed.AwardId))!, proposed);
    }

    async Task<Problem?> WhyRefused(Tx tx, Termination proposed)
    {
        if (TerminableAward.WhyRefused((await Award.Find(tx, proposed.AwardId))!, proposed.InPart) is { } final)
            return final;
        await UnreleasedPayments.RejectAll(tx, proposed.AwardId, proposed.Reason);
        var award = (await Award.Find(tx, proposed.AwardId))!;
        return AllPaymentsSettled.WhyRefused(award)
            ?? RevocationPeriod.WhyRefused(proposed.KnownSince, proposed.LateReason, clock.Today)
            ?? KeptAmount.WhyRefused(award, proposed.Keeps, proposed.InPart);
    }

    async Task<Termination> Terminate(Tx tx, Award award, Termination proposed)
    {
        var claimed = new Money(award.NetPaid.Cents - (await OpenClaims.SumOf(tx, award.Id)).Cents - proposed.Keeps.Cents);
        await (proposed.InPart ? Reduce(tx, award, proposed.Keeps) : End(tx, award, proposed.Keeps));
        await CommittedShare.Book(tx, award.Id, new BusinessDocument(
            award.Id, award.Reference, award.ProgrammeId, award.Id, $"Award {award.Reference} terminated", clock.Today));
        var claim = claimed.Cents > 0 ? await Claim(tx, award, claimed) : null;
        var letter = TerminationLetter.Of(award, proposed, claim);
        await Letter.Create(tx, LetterKind.Termination, award, letter, clock.Today, claim?.Id);
        Audit.Append(tx, AuditAction.AwardTerminationConfirmed, Id, SeenVersion + 1, new { AwardId = award.Id, proposed.Keeps });
        return (await Termination.Find(tx, Id))!;
    }

    async Task<RepaymentClaim> Claim(Tx tx, Award award, Money claimed)
    {
        var claim = await RepaymentClaim.Claim(
            tx, tx.NewId(), RepaymentClaimKind.Revoked, spendingReportId: null, award, claimed, clock.Today);
        await tx.Execute(SetClaim, new { Id, Claim = claim.Id });
        return claim;
    }

    static async Task End(Tx tx, Award award, Money keeps)
    {
        await tx.Execute(EndRow, new { award.Id, Keeps = keeps });
        await Places.Release(tx, award.ProgrammeId, award.OfficeAgs);
        await ApplicationOutcome.Lapse(tx, award.ApplicationId);
        await SpendingReport.Drop(tx, award.Id);
        Audit.Append(tx, AuditAction.AwardTerminated, award.Id, award.Version, new { Keeps = keeps });
    }

    async Task Reduce(Tx tx, Award award, Money keeps)
    {
        var (lines, financing) = AwardedPlan.Reduced(award, keeps);
        await tx.Execute(ReduceRow, new
        {
            award.Id,
            Keeps = keeps,
            Lines = StoredJson.Of(lines),
            Financing = StoredJson.Of(financing),
        });
        await AwardVersion.Keep(tx, (await Award.Find(tx, award.Id))!, amendmentId: null, clock.Today);
        Audit.Append(tx, AuditAction.AwardReduced, award.Id, award.Version, new { Amount = keeps });
    }

    const string Confirm = """
        update Termination
        set Status = 'confirmed', DecidedBy = @Actor, DecidedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed' and ProposedBy <> @Actor
        """;

    // The award is held, and has a new version since.
    const string EndRow = "update Award set Status = 'terminated', KeptCents = @Keeps where Id = @Id";

    // What is taken off is not renounced as well.
    const string ReduceRow = """
        update Award
        set AmountCents = @Keeps,
            RenouncedCents = case
                when @Keeps <= DrawnCents then 0
                when RenouncedCents > @Keeps - DrawnCents then @Keeps - DrawnCents
                else RenouncedCents
            end,
            Lines = @Lines, Financing = @Financing
        where Id = @Id
        """;

    const string SetClaim = "update Termination set RepaymentClaimId = @Claim where Id = @Id";
}
