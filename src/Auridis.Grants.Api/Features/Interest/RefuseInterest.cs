using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>Refuses interest that was proposed.</summary>
/// <remarks>Also by the person who proposed it. Nothing is asked; it can be reckoned anew.</remarks>
sealed class RefuseInterest(CurrentUser user, BusinessClock clock) : Change<Reasoned, InterestCalculation>
{
    public override void Configure()
    {
        Post("/interest-calculations/{id:guid}/refuse");
        Policies(Can.AskInterest);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<InterestCalculation>> Handle(Tx tx, Reasoned request)
    {
        if (await InterestCalculation.Find(tx, Id) is not { } proposed)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, proposed.ProgrammeId, proposed.OfficeAgs) is { } excluded)
            return excluded;
        await AwardFunds.Lock(tx, proposed.AwardId);
        if (await tx.Execute(Refuse, new { Id, SeenVersion, request.Reason, user.Actor, clock.Today, tx.Author.At }) == 0)
        {
            var now = (await InterestCalculation.Find(tx, Id))!;
            return Problems.StaleOrWrongState(now.Version, SeenVersion, now.Status, InterestStatus.Proposed);
        }
        Audit.Append(tx, AuditAction.InterestRefused, Id, SeenVersion + 1,
            new { proposed.AwardId, Reason = SaltedDigest.Of(request.Reason) });
        return (await InterestCalculation.Find(tx, Id))!;
    }

    const string Refuse = """
        update InterestCalculation
        set Status = 'refused', RefusalReason = @Reason, DecidedBy = @Actor, DecidedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed'
        """;
}
