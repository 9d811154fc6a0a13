using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Refuses a deferral of a repayment claim.</summary>
/// <remarks>Also by the person who proposed it. The claim stays as it is; another one can be proposed.</remarks>
sealed class RefuseDeferral(CurrentUser user, BusinessClock clock) : Change<Reasoned, Deferral>
{
    public override void Configure()
    {
        Post("/deferrals/{id:guid}/refuse");
        Policies(Can.RelieveClaims);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Deferral>> Handle(Tx tx, Reasoned request)
    {
        if (await Deferral.Find(tx, Id) is not { } proposed)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, proposed.ProgrammeId, proposed.OfficeAgs) is { } excluded)
            return excluded;
        await Programme.Lock(tx, proposed.ProgrammeId);
        var refused = await ClaimRelief.Refuse(tx, Id, SeenVersion, request.Reason, user.Actor, clock.Today);
        var deferral = (await Deferral.Find(tx, Id))!;
        if (!refused)
            return Problems.StaleOrWrongState(deferral.Version, SeenVersion, deferral.Status, DeferralStatus.Proposed);
        Audit.Append(tx, AuditAction.DeferralRefused, Id, deferral.Version, new { deferral.RepaymentClaimId });
        return deferral;
    }
}
