using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>A review is submitted when every criterion of the programme has a score.</summary>
static class EveryCriterionScored
{
    /// <summary>The problem with scores that leave a criterion out; null when they leave out none.</summary>
    public static Problem? WhyRefused(IReadOnlyList<Score> scores, IReadOnlyList<Criterion> criteria)
    {
        var missing = criteria.Select(criterion => criterion.Code)
            .Except(scores.Select(score => score.Criterion), StringComparer.Ordinal)
            .ToArray();
        return missing is [] ? null : ReviewProblems.ScoresMissing.With(("missing", missing));
    }
}
