using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Waives the legal remedies against an accepted award.</summary>
/// <remarks>
/// By the office that it is for. The award is final and active at once: money can be requested, and the final report is expected. Who has
/// filed a remedy withdraws it before.
/// </remarks>
sealed class WaiveRemedies(CurrentUser user, BusinessClock clock) : Change<Award>
{
    public override void Configure()
    {
        Post("/awards/{id:guid}/waive-remedies");
        Policies(Can.AnswerOffers);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, AwardProblems.NoRemedy,
            RemedyProblems.Pending);
    }

    protected override async Task<Outcome<Award>> Handle(Tx tx)
    {
        var today = clock.Today;
        if (await Award.FindFor(tx, Id, user) is not { } award)
            return Problems.NotFound;
        if (!user.ActsFor(award.OfficeAgs))
            return Problems.Forbidden;
        await Places.Run(tx, award.ProgrammeId);
        if (await tx.Execute(Waive, new { Id, SeenVersion, user.Actor, Today = today, tx.Author.At }) == 0)
            return await Award.WhyRefused(tx, Id, user, SeenVersion, AwardStatus.Accepted);
        if (await WaivableRemedy.WhyRefused(tx, award) is { } refused)
            return refused;
        Audit.Append(tx, AuditAction.AwardRemediesWaived, Id, SeenVersion + 1);
        return await Award.Activated(tx, Id);
    }

    // Final from today, unless the remedy period was over before.
    const string Waive = """
        update Award
        set Status = 'active', ActivatedBy = @Actor, Version = Version + 1, UpdatedAt = @At,
            FinalFrom = case when FinalFrom < @Today then FinalFrom else @Today end
        where Id = @Id and Version = @SeenVersion and Status = 'accepted'
        """;
}
