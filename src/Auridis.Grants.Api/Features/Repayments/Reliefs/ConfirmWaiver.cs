using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Confirms the waiver of a repayment claim.</summary>
/// <remarks>
/// Not by the person who proposed it, and not more than is open now. That much of the claim is given up for good: a claim of which nothing
/// is open any more is waived. What was paid to the site stays paid. The office gets a letter.
/// </remarks>
sealed class ConfirmWaiver(CurrentUser user, BusinessClock clock) : Change<Waiver>
{
    public override void Configure()
    {
        Post("/waivers/{id:guid}/confirm");
        Policies(Can.RelieveClaims);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            ReliefProblems.ClaimNotOpen, ReliefProblems.AboveOpenSum, ReliefProblems.AbovePrincipal);
    }

    protected override async Task<Outcome<Waiver>> Handle(Tx tx)
    {
        if (await Waiver.Find(tx, Id) is not { } proposed)
            return Problems.NotFound;
        if (user.Is(proposed.ProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        if (await ExcludedPersons.WhyRefused(tx, user, proposed.ProgrammeId, proposed.OfficeAgs) is { } excluded)
            return excluded;
        await Programme.Lock(tx, proposed.ProgrammeId);
        await AwardFunds.Lock(tx, proposed.AwardId);
        var claim = (await RepaymentClaim.Lock(tx, proposed.RepaymentClaimId))!;
        if (!await ClaimRelief.Confirm(tx, Id, SeenVersion, user.Actor, clock.Today))
        {
            var now = (await Waiver.Find(tx, Id))!;
            return Problems.StaleOrWrongState(now.Version, SeenVersion, now.Status, ReliefStatus.Proposed);
        }
        if ((RelievableClaim.WhyRefused(claim) ?? WaivablePrincipal.WhyRefused(claim, proposed.Amount)) is { } refused)
            return refused;
        var after = await claim.Write(tx, claim.Standing.Waive(proposed.Amount), ClaimStep.Waiver);
        Journal.Post(tx, PostingMatrix.Waiver, proposed.Amount,
            claim.Document($"Waiver of {claim.Reference}", clock.Today));
        Audit.Append(tx, AuditAction.WaiverConfirmed, Id, SeenVersion + 1, new { proposed.RepaymentClaimId, proposed.Amount });
        Audit.Append(tx, AuditAction.RepaymentClaimWaived, claim.Id, claim.Version, new { proposed.Amount, after.Status, after.Open });
        var award = (await Award.Find(tx, claim.AwardId))!;
        await Letter.Create(tx, LetterKind.Waiver, award, WaiverLetter.Of(after, proposed, award.Terms), clock.Today, claim.Id);
        return (await Waiver.Find(tx, Id))!;
    }
}
