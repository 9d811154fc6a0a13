using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Countersigns an accepted award that is a contract.</summary>
/// <remarks>
/// Where there is no remedy (<c>remedy: none</c>) an award is final when both have signed: the office by accepting it, the funding side by
/// this. It is active at once: money can be requested, and the final report is expected. Not by who acts for the office or has declared a
/// conflict of interest on it.
/// </remarks>
sealed class CountersignAward(CurrentUser user, BusinessClock clock) : Change<Award>
{
    public override void Configure()
    {
        Post("/awards/{id:guid}/countersign");
        Policies(Can.CountersignAwards);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            AwardProblems.NoContract);
    }

    protected override async Task<Outcome<Award>> Handle(Tx tx)
    {
        if (await Award.Find(tx, Id) is not { } award)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, award.ProgrammeId, award.OfficeAgs) is { } excluded)
            return excluded;
        await Places.Run(tx, award.ProgrammeId);
        if (await tx.Execute(Countersign, new { Id, SeenVersion, user.Actor, clock.Today, tx.Author.At }) == 0)
            return await Award.WhyRefused(tx, Id, user, SeenVersion, AwardStatus.Accepted);
        if (RemedyOfLegalForm.Of(award.Terms) != Remedy.None)
            return AwardProblems.NoContract;
        Audit.Append(tx, AuditAction.AwardCountersigned, Id, SeenVersion + 1);
        return await Award.Activated(tx, Id);
    }

    const string Countersign = """
        update Award
        set Status = 'active', CountersignedBy = @Actor, CountersignedOn = @Today, ActivatedBy = @Actor, FinalFrom = @Today,
            Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'accepted'
        """;
}
