using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Refuses the termination of an award.</summary>
/// <remarks>Also by the person who proposed it. The award stays as it is; another termination can be proposed.</remarks>
sealed class RefuseTermination(CurrentUser user, BusinessClock clock) : Change<Reasoned, Termination>
{
    public override void Configure()
    {
        Post("/terminations/{id:guid}/refuse");
        Policies(Can.RefuseTerminations);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Termination>> Handle(Tx tx, Reasoned request)
    {
        if (await Termination.Find(tx, Id) is not { } proposed)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, proposed.ProgrammeId, proposed.OfficeAgs) is { } excluded)
            return excluded;
        await Programme.Lock(tx, proposed.ProgrammeId);
        if (await tx.Execute(Refuse, new { Id, SeenVersion, request.Reason, user.Actor, clock.Today, tx.Author.At }) == 0)
        {
            var now = (await Termination.Find(tx, Id))!;
            return Problems.StaleOrWrongState(now.Version, SeenVersion, now.Status, TerminationStatus.Proposed);
        }
        Audit.Append(tx, AuditAction.AwardTerminationRefused, Id, SeenVersion + 1, new { proposed.AwardId });
        return (await Termination.Find(tx, Id))!;
    }

    const string Refuse = """
        update Termination
        set Status = 'refused', RefusalReason = @Reason, DecidedBy = @Actor, DecidedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed'
        """;
}
