using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Waives the legal remedies against an accepted award.</summary>
/// <remarks>
/// The award is final and active at once.
/// </remarks>
sealed class WaiveRemedies(CurrentUser user, BusinessClock clock) : Change<Award>
{
    public override void Configure()
    {
        Post("/awards/{id:guid}/waive-remedies");
        Policies(Can.AnswerOffers);
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Award>> Handle(Tx tx)
    {
        var today = clock.Today;
        var own = await Award.FindOwn(tx, Id, user);
        if (!own.Succeeded)
            return own.Refusal;
        await Places.Run(tx, own.Value.ProgrammeId);
        if (await tx.Execute(Waive, new { Id, SeenVersion, user.Actor, Today = today }) == 0)
            return await Award.WhyRefused(tx, Id, SeenVersion, AwardStatus.Accepted);
        Audit.Append(tx, "award.remedies-waived", Id, SeenVersion + 1);
        return await Award.Activated(tx, Id);
    }

    // Final from today, unless the period for remedies was over before.
    const string Waive = """
        update Award
        set Status = 'active', FinalFrom = case when FinalFrom < @Today then FinalFrom else @Today end, ActivatedBy = @Actor, Version = Version + 1
        where Id = @Id and Version = @SeenVersion and Status = 'accepted'
        """;
}
