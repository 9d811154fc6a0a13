namespace Auridis.Grants.Api.Features.Selections;

/// <summary>An application whose reviews lie further apart than the programme's limit is flagged for discussion.</summary>
static class ReviewSpread
{
    /// <summary>The highest total less the lowest, in tenths of points.</summary>
    public static int TenthsOf(IReadOnlyList<ReviewScore> reviews) =>
        reviews.Count == 0 ? 0 : reviews.Max(review => review.Tenths()) - reviews.Min(review => review.Tenths());

    /// <param name="limit">In points; the limit itself is not flagged.</param>
    public static bool IsFlagged(int tenths, int limit) => tenths > limit * 10;
}
