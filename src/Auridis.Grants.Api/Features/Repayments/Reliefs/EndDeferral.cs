using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Ends the deferral of a repayment claim before its last day.</summary>
/// <remarks>
/// With a reason, as when the site can pay. The claim is due again on its own day, and overdue when that has passed; a letter tells the
/// office, where something is open.
/// </remarks>
sealed class EndDeferral(CurrentUser user, BusinessClock clock) : Change<Reasoned, Deferral>
{
    public override void Configure()
    {
        Post("/deferrals/{id:guid}/end");
        Policies(Can.RelieveClaims);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Deferral>> Handle(Tx tx, Reasoned request)
    {
        if (await Deferral.Find(tx, Id) is not { } running)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, running.ProgrammeId, running.OfficeAgs) is { } excluded)
            return excluded;
        await Programme.Lock(tx, running.ProgrammeId);
        await AwardFunds.Lock(tx, running.AwardId);
        var claim = (await RepaymentClaim.Lock(tx, running.RepaymentClaimId))!;
        var ended = await tx.Execute(End, new { Id, SeenVersion, request.Reason, user.Actor, clock.Today, tx.Author.At }) == 1;
        var deferral = (await Deferral.Find(tx, Id))!;
        if (!ended)
            return Problems.StaleOrWrongState(deferral.Version, SeenVersion, deferral.Status, DeferralStatus.Confirmed);
        Audit.Append(tx, AuditAction.DeferralEnded, Id, deferral.Version, new { deferral.RepaymentClaimId });
        var due = await DeferralPeriod.Lift(tx, claim);
        if (InternalWriteOff.OpenToOffice(due).Cents > 0)
            await Tell(tx, due, deferral);
        return deferral;
    }

    async Task Tell(Tx tx, RepaymentClaim due, Deferral deferral)
    {
        var award = (await Award.Find(tx, due.AwardId))!;
        await Letter.Create(
            tx, LetterKind.DeferralEnd, award, DeferralLetter.OfEnd(due, deferral, award.Terms), clock.Today, due.Id);
    }

    const string End = """
        update ClaimRelief
        set Status = 'ended', EndedOn = @Today, EndedBy = @Actor, EndReason = @Reason, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Kind = 'deferral' and Status = 'confirmed'
        """;
}
