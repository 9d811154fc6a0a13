namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>The weights of a programme's criteria sum to 100, so that a review's total is 0 to 100 points.</summary>
static class CriteriaWeights
{
    public static bool SumTo100(IEnumerable<Criterion> criteria) => criteria.Sum(criterion => (long)criterion.Weight) == 100;
}
