namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// The criteria that break ties have the places 1, 2, 3 … without a gap. Among applications with equal scores the first one decides,
/// then the second, and so on; last of all the <see cref="Lot"/>.
/// </summary>
static class TieBreakOrder
{
    public static bool HasNoGaps(IEnumerable<Criterion> criteria)
    {
        var places = criteria.Select(criterion => criterion.TieBreak).OfType<int>().Order().ToList();
        return places.SequenceEqual(Enumerable.Range(1, places.Count));
    }
}
