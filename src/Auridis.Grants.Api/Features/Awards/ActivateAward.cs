using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Activates an accepted award.</summary>
/// <remarks>
/// From finalFrom on, by the business clock: the caseworker states that no remedy is pending. Its letter must be announced before, and each
/// remedy that was recorded is closed. From then on money can be requested, and the final report is expected.
/// </remarks>
sealed class ActivateAward(CurrentUser user, BusinessClock clock) : Change<Award>
{
    public override void Configure()
    {
        Post("/awards/{id:guid}/activate");
        Policies(Can.ActivateAwards);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            AwardProblems.NotCountersigned, LetterProblems.NotAnnounced, RemedyProblems.Pending, AwardProblems.NotFinal);
    }

    protected override async Task<Outcome<Award>> Handle(Tx tx)
    {
        if (await Award.Find(tx, Id) is not { } seen)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, seen.ProgrammeId, seen.OfficeAgs) is { } excluded)
            return excluded;
        await Places.Run(tx, seen.ProgrammeId);
        if (await tx.Execute(Activate, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
            return await Award.WhyRefused(tx, Id, user, SeenVersion, AwardStatus.Accepted);
        var award = await Award.Activated(tx, Id);
        return await Finality.WhyRefused(tx, award, clock.Today) is { } notFinal ? notFinal : award;
    }

    const string Activate = """
        update Award set Status = 'active', ActivatedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'accepted'
        """;
}
