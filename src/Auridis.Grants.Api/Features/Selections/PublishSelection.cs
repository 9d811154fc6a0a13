using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Makes a confirmed selection take effect.</summary>
/// <remarks>
/// In one transaction the applications change their state and the awards are offered, or nothing happens. Never more places than the
/// programme has, never more than the cap for a site, never more than the budget. When reviews of its applications have changed, or
/// another application has since come to stand before one that it selects or puts on the waiting list, as one that is ranked only now,
/// it is sent back and edited.
/// </remarks>
sealed class PublishSelection(CurrentUser user, BusinessClock clock) : Change<Selection>
{
    public override void Configure()
    {
        Post("/selections/{id:guid}/publish");
        Policies(Can.DecideSelections);
        MovesMoney();
        Refuses(

            [Problems.NotFound, Problems.StaleVersion, .. Places.Refusals, SelectionProblems.NotDecidable, SelectionProblems.RankingChanged]);
    }

    protected override async Task<Outcome<Selection>> Handle(Tx tx)
    {
        if (await Selection.Find(tx, Id) is not { Status: SelectionStatus.Confirmed } confirmed || confirmed.Version != SeenVersion)
            return await Selection.WhyRefused(tx, Id, SeenVersion, SelectionStatus.Confirmed);
        var selected = confirmed.Decisions.Where(decision => decision.Decision == DecisionKind.Select).ToList();
        // The programme first: whoever else publishes in it waits here.
        var places = await Places.Take(tx, confirmed.ProgrammeId, selected.ConvertAll(decision => decision.Amount!.Value));
        if (await tx.Execute(Publish, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
            return await Selection.WhyRefused(tx, Id, SeenVersion, SelectionStatus.Confirmed);
        if (!places.Succeeded)
            return places.Refusal;
        foreach (var decision in confirmed.Decisions)
        {
            if (!await ApplicationOutcome.Hold(tx, decision.ApplicationId, confirmed.ProgrammeId))
                return SelectionProblems.NotDecidable.With(("application", decision.ApplicationId));
        }
        // The applications are held: none of their reviews is submitted or taken out any more.
        if (RankingChanged(confirmed, (await GetSelectionRanking.Find(tx, Id))!, await GetRanking.Read(tx, places.Value)) is { } changed)
            return changed;
        foreach (var decision in confirmed.Decisions)
            await ApplicationOutcome.Decide(tx, decision.ApplicationId, StatusAfter(decision));
        foreach (var decision in selected)
            await Award.Offer(tx, tx.NewId(), places.Value, Id, decision.ApplicationId, decision.Amount!.Value, clock.Today);
        Audit.Append(tx, "selection.published", Id, SeenVersion + 1, new { confirmed.ProgrammeId, Selected = selected.Count, confirmed.Limits.AmountWanted });
        return (await Selection.Find(tx, Id))!;
    }

    static Problem? RankingChanged(Selection selection, Ranking then, Ranking now)
    {
        var decided = selection.Decisions.Select(decision => decision.ApplicationId).ToHashSet();
        var before = then.Candidates().ToDictionary(candidate => candidate.Id);
        var reviewed = now.Candidates().FirstOrDefault(candidate => decided.Contains(candidate.Id) && !candidate.IsReviewedAs(before[candidate.Id]));
        var reference = reviewed?.Reference ?? Decisions.Overtaken(selection.Decisions, then, now)?.Reference;
        return reference is null ? null : SelectionProblems.RankingChanged.With(("reference", reference));
    }

    static string StatusAfter(SelectionDecision decision) => decision.Decision switch
    {
        DecisionKind.Select => ApplicationStatus.Selected,
        DecisionKind.Waitlist => ApplicationStatus.Waitlisted,
        _ => ApplicationStatus.Rejected,
    };

    const string Publish = """
        update Selection set Status = 'published', PublishedBy = @Actor, PublishedAt = @At, Version = Version + 1
        where Id = @Id and Version = @SeenVersion and Status = 'confirmed'
        """;
}
