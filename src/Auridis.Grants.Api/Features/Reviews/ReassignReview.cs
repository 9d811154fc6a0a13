using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Gives a review to another reviewer.</summary>
/// <remarks>
/// Withdraws it and assigns the application to another person, both or neither: a reviewer has fallen ill, say. The answer is the new
/// review, which begins anew; the scores of the withdrawn one stay on record and do not count. Who has a review of the application cannot
/// take it over, nor can who is excluded from reviewing it.
/// </remarks>
sealed class ReassignReview(CurrentUser user, BusinessClock clock) : Creation<ReassignReview.Request, Review>, ISeesVersion
{
    /// <param name="Subject">The new reviewer's subject (sub) at its issuer, in any case: one line, up to 255 characters.</param>
    /// <param name="Reason">Why, up to 2,000 characters; it stands at the withdrawn review.</param>
    /// <param name="Issuer">
    /// The issuer (iss) of the new reviewer's tokens, up to 140 characters without a #; the caller's own when it is left out.
    /// </param>
    /// <param name="OfficeAgs">
    /// The official municipality key (AGS) of the youth office that employs the new reviewer; null when none does.
    /// </param>
    public sealed record Request(string Subject, string Reason, string? Issuer = null, string? OfficeAgs = null) : INewReviewer;

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            this.Reviewer();
            RuleFor(request => request.Reason).Prose(2000);
        }
    }

    public override void Configure()
    {
        Post("/reviews/{id:guid}/reassign");
        Policies(Can.AssignReviews);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, ReviewProblems.ReviewerConflicted, Problems.StaleVersion,
            Problems.WrongState, ProgrammeProblems.Cancelled, ReviewProblems.ApplicationNotEligible, ReviewProblems.ReviewerAssigned);
    }

    protected override string LocationOf(Review review) => $"/reviews/{review.Id}";

    protected override async Task<Outcome<Review>> Handle(Tx tx, Request request)
    {
        if (await Review.FindFor(tx, Id, user) is null || await Review.LockApplication(tx, Id) is not { } application)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, application.ProgrammeId, application.OfficeAgs) is { } excluded)
            return excluded;
        var reviewable = Reviewable.Of(application);
        var reviewer = request.KeyFor(user);
        if (await ConflictedReviewer.WhyRefused(tx, reviewable, reviewer, request.OfficeAgs) is { } conflicted)
            return conflicted;
        // Before it is withdrawn: nobody takes over their own review.
        var existing = await OneReviewPerPerson.WhyRefused(tx, application.Id, reviewer);
        if (await Review.Withdraw(tx, Id, HttpContext.SeenVersion(), request.Reason) is { } unchanged)
            return unchanged;
        if (await ReviewedWhileEligible.WhyRefused(tx, application) is { } refused)
            return refused;
        if (existing is not null)
            return existing;
        return await Review.Assign(tx, reviewable, reviewer, clock.Today);
    }
}
