using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Assigns an application to a reviewer.</summary>
/// <remarks>
/// Only after the application has passed the formal check. A person reviews an application once; a withdrawn review does not count. Not to
/// whom the applying office employs, to who wrote the application, or to who has declared a conflict of interest on the office.
/// </remarks>
sealed class AssignReview(CurrentUser user, BusinessClock clock) : Creation<AssignReview.Request, Review>
{
    /// <param name="Subject">The reviewer's subject (sub) at its issuer, in any case: one line, up to 255 characters.</param>
    /// <param name="Issuer">
    /// The issuer (iss) of the reviewer's tokens, up to 140 characters without a #; the caller's own when it is left out.
    /// </param>
    /// <param name="OfficeAgs">
    /// The official municipality key (AGS) of the youth office that employs the reviewer; null when none does.
    /// </param>
    public sealed record Request(string Subject, string? Issuer = null, string? OfficeAgs = null) : INewReviewer;

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator() => this.Reviewer();
    }

    public override void Configure()
    {
        Post("/applications/{id:guid}/reviews");
        Policies(Can.AssignReviews);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, ReviewProblems.ReviewerConflicted, ProgrammeProblems.Cancelled,
            ReviewProblems.ApplicationNotEligible, ReviewProblems.ReviewerAssigned);
    }

    protected override string LocationOf(Review review) => $"/reviews/{review.Id}";

    protected override async Task<Outcome<Review>> Handle(Tx tx, Request request)
    {
        if (await Application.Lock(tx, Id) is not { } application || UnsubmittedDraft.Is(application))
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, application.ProgrammeId, application.OfficeAgs) is { } excluded)
            return excluded;
        var reviewable = Reviewable.Of(application);
        var reviewer = request.KeyFor(user);
        if (await ConflictedReviewer.WhyRefused(tx, reviewable, reviewer, request.OfficeAgs) is { } conflicted)
            return conflicted;
        if (await ReviewedWhileEligible.WhyRefused(tx, application) is { } refused)
            return refused;
        if (await OneReviewPerPerson.WhyRefused(tx, Id, reviewer) is { } existing)
            return existing;
        return await Review.Assign(tx, reviewable, reviewer, clock.Today);
    }
}
