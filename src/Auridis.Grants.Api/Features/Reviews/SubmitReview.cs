using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Submits a review.</summary>
/// <remarks>
/// By the reviewer, once every criterion is scored. Freezes the scores. The total is the sum of weight times score, divided by 10: 0 to 100
/// points, exact. An application's score is the mean of its submitted reviews.
/// </remarks>
sealed class SubmitReview(CurrentUser user, BusinessClock clock) : Change<Review>
{
    public override void Configure()
    {
        Post("/reviews/{id:guid}/submit");
        Policies(Can.Review);
        Refuses(
            Problems.NotFound, Problems.Forbidden, YouthOfficeProblems.DeciderConflicted, YouthOfficeProblems.ConflictUndeclared,
            Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.Cancelled, ReviewProblems.ApplicationNotEligible,
            ReviewProblems.ScoresMissing);
    }

    protected override async Task<Outcome<Review>> Handle(Tx tx)
    {
        if (await Review.LockApplication(tx, Id) is not { } application)
            return Problems.NotFound;
        if (await tx.Execute(Submit, new { Id, SeenVersion, user.Actor, clock.Today, tx.Author.At }) == 0)
            return await Review.WhyRefused(tx, Id, user, SeenVersion, ReviewStatus.InProgress);
        if (await ExcludedPersons.WhyRefused(tx, user, application.ProgrammeId, application.OfficeAgs) is { } excluded)
            return excluded;
        if (await ReviewedWhileEligible.WhyRefused(tx, application) is { } refused)
            return refused;
        var scores = (await Review.FindFor(tx, Id, user))!.Scores;
        var criteria = (await Programme.Find(tx, application.ProgrammeId))!.Terms.Criteria;
        if (EveryCriterionScored.WhyRefused(scores, criteria) is { } missing)
            return missing;
        await tx.Execute(SetTotal, new { Id, TotalTenths = ReviewTotal.Tenths(scores, criteria) });
        // Without the scores: an auditor may be a reviewer of the same application that has not submitted yet.
        Audit.Append(tx, AuditAction.ReviewSubmitted, Id, SeenVersion + 1, new { ApplicationId = application.Id });
        return (await Review.FindFor(tx, Id, user))!;
    }

    const string Submit = """
        update Review
        set Status = 'submitted', Version = Version + 1, UpdatedAt = @At, SubmittedOn = @Today
        where Id = @Id and Version = @SeenVersion and Reviewer = @Actor and Status = 'in-progress'
        """;

    const string SetTotal = "update Review set TotalTenths = @TotalTenths where Id = @Id";
}
