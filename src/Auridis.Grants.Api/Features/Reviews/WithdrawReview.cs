using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Takes a review out.</summary>
/// <remarks>
/// While the application is in review. Scores stay for the record and no longer count. A caseworker that reviews the same application
/// cannot take the others' out before it has submitted.
/// </remarks>
sealed class WithdrawReview(CurrentUser user) : Change<Reasoned, Review>
{
    public override void Configure()
    {
        Post("/reviews/{id:guid}/withdraw");
        Policies(Can.AssignReviews);
        Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState, ReviewProblems.ApplicationNotEligible);
    }

    protected override async Task<Outcome<Review>> Handle(Tx tx, Reasoned request)
    {
        if (await Review.FindFor(tx, Id, user) is not { ApplicationId: var applicationId })
            return Problems.NotFound;
        var application = (await Application.Lock(tx, applicationId))!;
        var changed = await tx.Execute(Withdraw, new { Id, SeenVersion, request.Reason });
        var review = (await Review.FindFor(tx, Id, user))!;
        if (changed == 0)
            return Review.WhyRefused(review, SeenVersion, ReviewStatus.Assigned, ReviewStatus.InProgress, ReviewStatus.Submitted);
        if (Review.NotInReview(application) is { } refused)
            return refused;
        Audit.Append(tx, "review.withdrawn", Id, review.Version);
        return review;
    }

    const string Withdraw = """
        update Review
        set Status = 'withdrawn', Version = Version + 1, WithdrawReason = @Reason
        where Id = @Id and Version = @SeenVersion and Status in ('assigned', 'in-progress', 'submitted')
        """;
}
