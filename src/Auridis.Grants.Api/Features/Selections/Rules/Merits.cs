using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// What applications are ranked by before the lot: the mean total of their reviews, then the mean score of each tie-break criterion in its
/// order; the higher one comes first. Means are compared as fractions, so no rounding ever decides.
/// </summary>
sealed class Merits(Candidate candidate, IReadOnlyList<string> tieBreaks)
{
    /// <summary>Sums of the total and of each tie-break criterion; divided by the number of reviews they are the means.</summary>
    readonly long[] sums =
    [
        candidate.Reviews.Sum(review => (long)review.Tenths()),
        .. tieBreaks.Select(code => candidate.Reviews.Sum(review => (long)review.ScoreOf(code))),
    ];

    readonly int reviews = candidate.Reviews.Count;

    /// <summary>Below zero when the first are the better ones; zero when only the lot can order the two.</summary>
    public static int Compare(Merits one, Merits other)
    {
        for (var i = 0; i < one.sums.Length; i++)
        {
            // a/m against b/n as a·n against b·m.
            var order = (other.sums[i] * one.reviews).CompareTo(one.sums[i] * other.reviews);
            if (order != 0)
                return order;
        }
        return 0;
    }

    /// <summary>The codes of the criteria that break ties in a programme, in their order.</summary>
    public static string[] TieBreaksOf(ProgrammeTerms terms) =>
    [
        .. terms.Criteria
            .Where(criterion => criterion.TieBreak is not null)
            .OrderBy(criterion => criterion.TieBreak)
            .Select(criterion => criterion.Code),
    ];

    /// <summary>The mean total in points, to two decimals: for reading, never for the order.</summary>
    public static decimal RoundedMean(IReadOnlyList<ReviewScore> reviews) => reviews.Count == 0
        ? 0
        : decimal.Round(reviews.Sum(review => review.Tenths()) / 10m / reviews.Count, 2, MidpointRounding.AwayFromZero);
}
