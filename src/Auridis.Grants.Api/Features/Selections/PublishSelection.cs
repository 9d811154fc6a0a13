using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Publishes a confirmed selection.</summary>
/// <remarks>
/// In one transaction the applications change their state and the awards are offered, or nothing happens. Never more places than the
/// programme has, never more than the cap for a site, never more than the budget. Refused when reviews of its applications have changed,
/// or when another application now comes before one that it selects or puts on the waiting list: then send it back and edit it.
/// </remarks>
sealed class PublishSelection(CurrentUser user, BusinessClock clock) : Change<Selection>
{
    public override void Configure()
    {
        Post("/selections/{id:guid}/publish");
        Policies(Can.DecideSelections);
        MovesMoney();
        Refuses([
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, .. Places.Refusals,
            SelectionProblems.NotDecidable, SelectionProblems.RankingChanged]);
    }

    protected override async Task<Outcome<Selection>> Handle(Tx tx)
    {
        var today = clock.Today;
        if (await Selection.Find(tx, Id) is not { Status: SelectionStatus.Confirmed } confirmed || confirmed.Version != SeenVersion)
            return await Selection.WhyRefused(tx, Id, user, SeenVersion, SelectionStatus.Confirmed);
        if (await ExcludedPersons.WhyRefusedInProgramme(tx, user, confirmed.ProgrammeId) is { } excluded)
            return excluded;
        var selected = confirmed.Decisions.Where(decision => decision.Decision == DecisionKind.Select).ToList();
        var places = await Places.Take(tx, confirmed.ProgrammeId, selected.ConvertAll(decision => decision.Amount!.Value));
        if (await tx.Execute(Publish, new { Id, SeenVersion, user.Actor, Today = today, tx.Author.At }) == 0)
            return await Selection.WhyRefused(tx, Id, user, SeenVersion, SelectionStatus.Confirmed);
        if (!places.Succeeded)
            return places.Refusal;
        foreach (var decision in confirmed.Decisions)
        {
            if (!await ApplicationOutcome.Hold(tx, decision.ApplicationId, confirmed.ProgrammeId))
                return SelectionProblems.NotDecidable.With(("applicationId", decision.ApplicationId));
        }
        // The applications are held: none of their reviews is submitted or taken out any more.
        var now = Ranking.Of(await Candidate.AllOf(tx, confirmed.ProgrammeId), places.Value.Terms, places.Value.Lot);
        if (RankingUnchanged.WhyRefused(confirmed.Decisions, (await Selection.RankingOf(tx, Id))!, now) is { } changed)
            return changed;
        foreach (var decision in confirmed.Decisions)
            await ApplicationOutcome.Decide(tx, decision.ApplicationId, StatusAfter(decision));
        foreach (var decision in selected)
            await Award.Offer(tx, tx.NewId(), places.Value, Id, decision.ApplicationId, decision.Amount!.Value, today);
        Audit.Append(tx, AuditAction.SelectionPublished, Id, SeenVersion + 1,
            new { confirmed.ProgrammeId, Selected = selected.Count, confirmed.Limits.AmountWanted });
        return (await Selection.Find(tx, Id))!;
    }

    static string StatusAfter(SelectionDecision decision) => decision.Decision switch
    {
        DecisionKind.Select => ApplicationStatus.Selected,
        DecisionKind.Waitlist => ApplicationStatus.Waitlisted,
        _ => ApplicationStatus.Rejected,
    };

    const string Publish = """
        update Selection set Status = 'published', PublishedBy = @Actor, PublishedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'confirmed'
        """;
}
