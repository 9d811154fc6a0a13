using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Scores are given on the programme's criteria only.</summary>
static class KnownCriteria
{
    /// <summary>The problem with the first score on anything else; null when there is none.</summary>
    public static Problem? WhyRefused(IReadOnlyList<Score> scores, IReadOnlyList<Criterion> criteria) =>
        scores.FirstOrDefault(score => criteria.All(criterion => criterion.Code != score.Criterion)) is { } unknown
            ? ReviewProblems.UnknownCriterion.With(("criterion", unknown.Criterion))
            : null;
}
