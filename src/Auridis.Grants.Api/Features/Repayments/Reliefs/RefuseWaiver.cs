using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Refuses a waiver of a repayment claim.</summary>
/// <remarks>Also by the person who proposed it. The claim stays as it is; another one can be proposed.</remarks>
sealed class RefuseWaiver(CurrentUser user, BusinessClock clock) : Change<Reasoned, Waiver>
{
    public override void Configure()
    {
        Post("/waivers/{id:guid}/refuse");
        Policies(Can.RelieveClaims);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Waiver>> Handle(Tx tx, Reasoned request)
    {
        if (await Waiver.Find(tx, Id) is not { } proposed)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, proposed.ProgrammeId, proposed.OfficeAgs) is { } excluded)
            return excluded;
        await Programme.Lock(tx, proposed.ProgrammeId);
        var refused = await ClaimRelief.Refuse(tx, Id, SeenVersion, request.Reason, user.Actor, clock.Today);
        var waiver = (await Waiver.Find(tx, Id))!;
        if (!refused)
            return Problems.StaleOrWrongState(waiver.Version, SeenVersion, waiver.Status, ReliefStatus.Proposed);
        Audit.Append(tx, AuditAction.WaiverRefused, Id, waiver.Version, new { waiver.RepaymentClaimId });
        return waiver;
    }
}
