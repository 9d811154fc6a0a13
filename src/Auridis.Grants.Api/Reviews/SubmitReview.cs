using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Reviews;

/// <summary>Freezes the scores and adds them up: from here on the review counts.</summary>
sealed class SubmitReview : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/reviews/{id:guid}/submit", Handle)
        .RequireAuthorization(Policies.CanReview)
        .NeedsIfMatch()
        .Describe("submitReview", "Submits a review",
            "Every criterion is scored. The total is the sum of weight times score over 10: 0 to 100 points, exact. An application's score is the mean of its submitted reviews.")
        .Refuses(Problems.NotFound, Problems.Forbidden, ReviewProblems.ConflictUndeclared, Problems.StaleVersion, Problems.WrongState,
            ReviewProblems.ApplicationNotEligible, ReviewProblems.ScoresMissing);

    static Task<Changed<Review>> Handle(Guid id, Change change, CurrentUser user, BusinessClock clock) => change.Apply<Review>(async tx =>
    {
        if (await Review.LockApplication(tx, id) is not { } application)
            return (Problem)Problems.NotFound;
        if (await tx.Execute(Submit, new { id, change.Version, user.Actor, clock.Now }) == 0)
            return await Review.WhyRefused(tx, user, id, change.Version, ReviewStatus.InProgress);
        if (Review.NotInReview(application) is { } refused)
            return refused;
        var scores = (await Review.Find(tx, user, id))!.Scores;
        var criteria = (await Programme.Find(tx, application.ProgrammeId))!.Terms.Criteria;
        if (Scoring.Missing(scores, criteria) is { } missing)
            return missing;
        await tx.Execute(SetTotal, new { id, TotalTenths = Scoring.TotalTenths(scores, criteria) });
        // Without the scores: an auditor may be a reviewer of the same application that has not submitted yet.
        Audit.Append(tx, "review.submitted", id, change.Version + 1, new { ApplicationId = application.Id });
        return (await Review.Find(tx, user, id))!;
    });

    const string Submit = """
        update Review
        set Status = 'submitted', Version = Version + 1, SubmittedAt = @Now
        where Id = @id and Version = @Version and Reviewer = @Actor and Status = 'in-progress'
        """;

    const string SetTotal = "update Review set TotalTenths = @TotalTenths where Id = @id";
}
