namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>
/// <c>assigned → in-progress → submitted</c>; <c>assigned | in-progress → conflicted</c>;
/// <c>assigned | in-progress | submitted → withdrawn</c>.
/// </summary>
static class ReviewStatus
{
    /// <summary>The reviewer has not declared yet whether there is a conflict of interest.</summary>
    public const string Assigned = "assigned";

    /// <summary>The reviewer has declared that there is none, and reads and scores.</summary>
    public const string InProgress = "in-progress";

    /// <summary>The scores are frozen, and count.</summary>
    public const string Submitted = "submitted";

    /// <summary>The reviewer is excluded.</summary>
    public const string Conflicted = "conflicted";

    /// <summary>A caseworker has withdrawn it; it does not count.</summary>
    public const string Withdrawn = "withdrawn";
}
