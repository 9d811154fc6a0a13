namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// An application with fewer submitted reviews than the programme's quorum is not ranked: it can be rejected, not selected or
/// waitlisted.
/// </summary>
static class ReviewQuorum
{
    public static bool IsMet(Candidate candidate, int quorum) => candidate.Reviews.Count >= quorum;

    /// <summary>The problem with the first choice that selects or waitlists an application below the quorum.</summary>
    public static Problem? WhyRefused(IReadOnlyList<Choice> choices, Ranking ranking)
    {
        var below = ranking.BelowQuorum.ToDictionary(application => application.Id);
        var early = choices.FirstOrDefault(choice => choice.Decision != DecisionKind.Reject && below.ContainsKey(choice.ApplicationId));
        if (early is null)
            return null;
        var unranked = below[early.ApplicationId];
        return SelectionProblems.QuorumNotMet.With(
            ("applicationReference", unranked.Reference), ("reviewCount", unranked.Reviews!.Count), ("quorum", ranking.Quorum));
    }
}
