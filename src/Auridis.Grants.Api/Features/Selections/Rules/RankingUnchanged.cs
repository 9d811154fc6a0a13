namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// A selection is published only while the ranking that it was made from still supports it: the reviews of its applications are the same,
/// and no other application has come to stand before one that it selects or puts on the waiting list.
/// </summary>
static class RankingUnchanged
{
    /// <param name="then">The ranking that the decisions were made from.</param>
    public static Problem? WhyRefused(IReadOnlyList<SelectionDecision> decisions, Ranking then, Ranking now) =>
        (ReviewedSince(decisions, then, now) ?? Overtaken(decisions, then, now)) is { } reference
            ? SelectionProblems.RankingChanged.With(("applicationReference", reference))
            : null;

    static string? ReviewedSince(IReadOnlyList<SelectionDecision> decisions, Ranking then, Ranking now)
    {
        var decided = decisions.Select(decision => decision.ApplicationId).ToHashSet();
        var before = then.Candidates().ToDictionary(candidate => candidate.Id);
        return now.Candidates()
            .FirstOrDefault(candidate => decided.Contains(candidate.Id) && !candidate.IsReviewedAs(before[candidate.Id]))
            ?.Reference;
    }

    /// <summary>
    /// The first application that the decisions put before another one which stood behind it, or in no ranking at all, when they were made.
    /// A reason for passing others over was not given for that one.
    /// </summary>
    static string? Overtaken(IReadOnlyList<SelectionDecision> decisions, Ranking then, Ranking now)
    {
        var kinds = decisions.ToDictionary(decision => decision.ApplicationId, decision => decision.Decision);
        var places = NextPlace.InTurn(then).Index().ToDictionary(place => place.Item.Id, place => place.Index);
        var turn = NextPlace.InTurn(now);
        foreach (var (n, application) in turn.Index())
        {
            var kind = kinds.GetValueOrDefault(application.Id);
            if (kind is not (DecisionKind.Select or DecisionKind.Waitlist))
                continue;
            // Nothing was tied then. What is tied now is tied with one that came later, and only the lot can tell which of them is first.
            if (application.Tied || turn.Take(n).Any(earlier => IsNew(earlier, places[application.Id]) && !FaresAsWell(earlier, kind)))
                return application.Reference;
        }
        return null;

        bool IsNew(RankedApplication earlier, int place) => places.GetValueOrDefault(earlier.Id, int.MaxValue) > place;

        bool FaresAsWell(RankedApplication earlier, string kind) =>
            kinds.GetValueOrDefault(earlier.Id) is { } own && (own == kind || own == DecisionKind.Select);
    }
}
