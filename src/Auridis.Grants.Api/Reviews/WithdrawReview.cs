using Auridis.Grants.Api.Applications;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Reviews;

/// <summary>Takes a review out: it does not count any more.</summary>
sealed class WithdrawReview : IEndpoint
{
    /// <param name="Reason">Why, up to 2,000 characters.</param>
    public sealed record Request(string Reason);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Reason).Prose(2000);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/reviews/{id:guid}/withdraw", Handle)
        .RequireAuthorization(Policies.CanAssignReviews)
        .NeedsIfMatch()
        .Describe("withdrawReview", "Takes a review out",
            "While the application is in review. Scores stay for the record and no longer count. A caseworker that reviews the same application cannot take the others' out before it has submitted.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState, ReviewProblems.ApplicationNotEligible);

    static Task<Changed<Review>> Handle(Guid id, Request request, Change change, CurrentUser user) => change.Apply<Review>(async tx =>
    {
        if (await Review.Find(tx, user, id) is not { ApplicationId: var applicationId })
            return (Problem)Problems.NotFound;
        var application = (await Application.Lock(tx, applicationId))!;
        var changed = await tx.Execute(Withdraw, new { id, change.Version, request.Reason });
        var review = (await Review.Find(tx, user, id))!;
        if (changed == 0)
            return Review.WhyRefused(review, change.Version, ReviewStatus.Assigned, ReviewStatus.InProgress, ReviewStatus.Submitted);
        if (Review.NotInReview(application) is { } refused)
            return refused;
        Audit.Append(tx, "review.withdrawn", id, review.Version);
        return review;
    });

    const string Withdraw = """
        update Review
        set Status = 'withdrawn', Version = Version + 1, WithdrawReason = @Reason
        where Id = @id and Version = @Version and Status in ('assigned', 'in-progress', 'submitted')
        """;
}
