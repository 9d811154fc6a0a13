namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>A person reviews an application once; a withdrawn review does not count.</summary>
static class OneReviewPerPerson
{
    /// <summary>The problem with the review that the person has; null when there is none. The caller has locked the application.</summary>
    public static async Task<Problem?> WhyRefused(Session session, Guid applicationId, string reviewer) =>
        await session.OneOrNull<Guid?>(Find, new { ApplicationId = applicationId, Reviewer = reviewer }) is { } existing
            ? ReviewProblems.ReviewerAssigned.With(("reviewId", existing))
            : null;

    const string Find =
        "select Id from Review where ApplicationId = @ApplicationId and Reviewer = @Reviewer and Status <> 'withdrawn'";
}
