using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>A review's total is the sum of weight times score, divided by 10: 0 to 100 points, exact.</summary>
static class ReviewTotal
{
    public const int HighestScore = 10;

    /// <summary>The total in tenths of a point: weights sum to 100 and scores go to 10, so these are whole numbers.</summary>
    public static int Tenths(IReadOnlyList<Score> scores, IReadOnlyList<Criterion> criteria) =>
        criteria.Sum(criterion => criterion.Weight * scores.Single(score => score.Criterion == criterion.Code).Points);
}
