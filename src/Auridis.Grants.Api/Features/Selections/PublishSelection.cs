using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Publishes a confirmed selection.</summary>
/// <remarks>
/// In one transaction the applications change their state, the awards are offered and each decision gets its letter, or nothing happens.
/// Never more places than the programme and its quotas have, never more than the cap for a site, never more than the budget. Refused when
/// reviews of its applications have changed, or when another application now comes before one that it selects or puts on the waiting list:
/// then send it back and edit it. Who publishes has declared before whether they have a conflict of interest (saveConflictDeclaration), and
/// has none on an office that it decides on.
/// </remarks>
sealed class PublishSelection(CurrentUser user, BusinessClock clock) : Change<Selection>
{
    public override void Configure()
    {
        Post("/selections/{id:guid}/publish");
        Policies(Can.DecideSelections);
        MovesMoney();
        Refuses([
            Problems.NotFound, YouthOfficeProblems.ConflictUndeclared, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion,
            .. Places.Refusals,
            SelectionProblems.NotDecidable, SelectionProblems.RankingChanged]);
    }

    protected override async Task<Outcome<Selection>> Handle(Tx tx)
    {
        var today = clock.Today;
        if (await Selection.Find(tx, Id) is not { } confirmed)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefusedToDecide(tx, user, confirmed.ProgrammeId, confirmed.Offices(), today) is { } excluded)
            return excluded;
        if (confirmed.Status != SelectionStatus.Confirmed || confirmed.Version != SeenVersion)
            return Problems.StaleOrWrongState(confirmed.Version, SeenVersion, confirmed.Status, SelectionStatus.Confirmed);
        var selected = confirmed.Decisions.Where(decision => decision.Decision == DecisionKind.Select).ToList();
        var places = await Places.Take(
            tx, confirmed.ProgrammeId, selected.ConvertAll(decision => new Site(decision.OfficeAgs, decision.Amount!.Value)));
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
        {
            await Award.Offer(
                tx, tx.NewId(), places.Value, Id, decision.ApplicationId, decision.Amount!.Value, decision.Reason, today);
        }
        // The award brings its own letter.
        foreach (var decision in confirmed.Decisions.Where(decision => decision.Decision != DecisionKind.Select))
            await Write(tx, decision, places.Value.Terms, today);
        Audit.Append(tx, AuditAction.SelectionPublished, Id, SeenVersion + 1,
            new { confirmed.ProgrammeId, Selected = selected.Count, confirmed.Limits.AmountWanted });
        return (await Selection.Find(tx, Id))!;
    }

    static Task Write(Tx tx, SelectionDecision decision, ProgrammeTerms terms, DateOnly today) =>
        decision.Decision == DecisionKind.Waitlist
            ? Letter.Create(tx, LetterKind.Waitlist, decision.ApplicationId, terms, WaitlistLetter.Of(decision, terms), today)
            : Letter.Create(tx, LetterKind.Rejection, decision.ApplicationId, terms, RejectionLetter.Of(decision, terms), today);

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
