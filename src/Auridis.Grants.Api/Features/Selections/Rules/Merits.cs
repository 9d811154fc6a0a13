using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// What applications are ranked by before the lot: the mean total of their reviews, then the mean score of each tie-break criterion in its
/// order; the higher one comes first. Means are compared as fractions, so no rounding ever decides.
/// </summary>
sealed class Merits(IReadOnlyList<ReviewScore> submitted, IReadOnlyList<string> tieBreaks)
{
    /// <summary>Sums of the total and of each tie-break criterion; divided by the number of reviews they are the means.</summary>
    readonly long[] sums =
    [
        submitted.Sum(review => (long)review.Tenths()),
        .. tieBreaks.Select(code => submitted.Sum(review => (long)review.ScoreOf(code))),
    ];

    readonly int reviews = submitted.Count;

    /// <summary>Below zero when the first are the better ones; zero when only the lot can order the two.</summary>
    public static int Compare(Merits one, Merits other)
    {
        var alike = Alike(one, other);
        return alike == one.sums.Length ? 0 : Compare(one, other, alike);
    }

    /// <summary>
    /// In how many means two are alike, before they differ in the next one: in none when their mean totals differ, in all when only the lot
    /// can order the two.
    /// </summary>
    public static int Alike(Merits one, Merits other)
    {
        var alike = 0;
        while (alike < one.sums.Length && Compare(one, other, alike) == 0)
            alike++;
        return alike;
    }

    // a/m against b/n as a·n against b·m.
    static int Compare(Merits one, Merits other, int mean) =>
        (other.sums[mean] * one.reviews).CompareTo(one.sums[mean] * other.reviews);

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
