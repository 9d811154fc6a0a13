namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Who is to review what, and why not more.</summary>
/// <param name="DryRun">Whether this was a trial that changed nothing.</param>
/// <param name="Assignments">The new reviews, in the order of choice.</param>
/// <param name="Loads">What each reviewer had before in the programme, and gets; by their key.</param>
/// <param name="Unserved">The applications that do not have all their reviews after it, by their reference.</param>
sealed record ReviewDistribution(
    bool DryRun,
    IReadOnlyList<DistributedReview> Assignments,
    IReadOnlyList<DistributedLoad> Loads,
    IReadOnlyList<UnservedApplication> Unserved);

/// <summary>A review that a distribution assigns.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="ApplicationReference">The application's reference.</param>
/// <param name="Reviewer">Who reviews it, as issuer#subject.</param>
/// <param name="ReviewId">The new review; null in a trial.</param>
sealed record DistributedReview(Guid ApplicationId, string ApplicationReference, string Reviewer, Guid? ReviewId);

/// <summary>What a reviewer has and gets.</summary>
/// <param name="Reviewer">As issuer#subject.</param>
/// <param name="Before">Reviews in the programme before it: assigned, in progress or submitted.</param>
/// <param name="Added">Reviews that are added.</param>
sealed record DistributedLoad(string Reviewer, int Before, int Added);

/// <summary>An application that lacks reviews after a distribution.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="ApplicationReference">The application's reference.</param>
/// <param name="OfficeAgs">The office that applies.</param>
/// <param name="MissingReviews">How many reviews it lacks.</param>
/// <param name="Reason">Why.</param>
/// <param name="Excluded">Which of the reviewers could not take it, and why.</param>
sealed record UnservedApplication(
    Guid ApplicationId,
    string ApplicationReference,
    string OfficeAgs,
    int MissingReviews,
    [property: OneOf(typeof(UnservedReason))] string Reason,
    IReadOnlyList<ExcludedReviewer> Excluded);

/// <summary>A reviewer who cannot take an application.</summary>
/// <param name="Reviewer">As issuer#subject.</param>
/// <param name="Reason">Why not.</param>
sealed record ExcludedReviewer(string Reviewer, [property: OneOf(typeof(ExclusionReason))] string Reason);

/// <summary>Why an application lacks reviews after a distribution.</summary>
static class UnservedReason
{
    /// <summary>Fewer reviewers are named who can take it than it needs.</summary>
    public const string TooFewReviewers = "too-few-reviewers";

    /// <summary>The caller is excluded from steps on its office; another person assigns its reviews.</summary>
    public const string CallerExcluded = "caller-excluded";
}
