using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Refuses a write-off of a repayment claim.</summary>
/// <remarks>Also by the person who proposed it. The claim stays as it is; another one can be proposed.</remarks>
sealed class RefuseWriteOff(CurrentUser user, BusinessClock clock) : Change<Reasoned, WriteOff>
{
    public override void Configure()
    {
        Post("/write-offs/{id:guid}/refuse");
        Policies(Can.RelieveClaims);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<WriteOff>> Handle(Tx tx, Reasoned request)
    {
        if (await WriteOff.Find(tx, Id) is not { } proposed)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, proposed.ProgrammeId, proposed.OfficeAgs) is { } excluded)
            return excluded;
        await Programme.Lock(tx, proposed.ProgrammeId);
        var refused = await ClaimRelief.Refuse(tx, Id, SeenVersion, request.Reason, user.Actor, clock.Today);
        var writeOff = (await WriteOff.Find(tx, Id))!;
        if (!refused)
            return Problems.StaleOrWrongState(writeOff.Version, SeenVersion, writeOff.Status, ReliefStatus.Proposed);
        Audit.Append(tx, AuditAction.WriteOffRefused, Id, writeOff.Version, new { writeOff.RepaymentClaimId });
        return writeOff;
    }
}
