using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>A criterion's score.</summary>
/// <param name="Criterion">The code of one of the programme's criteria.</param>
/// <param name="Points">0 to 10, whole.</param>
/// <param name="Comment">Why, up to 4,000 characters.</param>
sealed record Score(string Criterion, int Points, string Comment);

/// <summary>What scores are worth under a programme's criteria.</summary>
static class Scoring
{
    public const int HighestScore = 10;

    /// <summary>
    /// The sum of weight times score. Weights sum to 100 and scores go to 10, so these are tenths of the 0 to 100 points, and exact.
    /// </summary>
    public static int TotalTenths(IReadOnlyList<Score> scores, IReadOnlyList<Criterion> criteria) =>
        criteria.Sum(criterion => criterion.Weight * scores.Single(score => score.Criterion == criterion.Code).Points);

    /// <summary>Refuses a score on what is no criterion; null when there is none.</summary>
    public static Problem? Unknown(IReadOnlyList<Score> scores, IReadOnlyList<Criterion> criteria) =>
        scores.FirstOrDefault(score => criteria.All(criterion => criterion.Code != score.Criterion)) is { } unknown
            ? ReviewProblems.UnknownCriterion.With(("criterion", unknown.Criterion))
            : null;

    /// <summary>Refuses scores that leave a criterion out; null when none is.</summary>
    public static Problem? Missing(IReadOnlyList<Score> scores, IReadOnlyList<Criterion> criteria) =>
        criteria.Select(criterion => criterion.Code).Except(scores.Select(score => score.Criterion), StringComparer.Ordinal).ToArray() is [_, ..] missing
            ? ReviewProblems.ScoresMissing.With(("missing", missing))
            : null;
}
