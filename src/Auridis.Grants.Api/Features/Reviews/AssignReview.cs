using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Assigns an application to a reviewer.</summary>
/// <remarks>
/// Only after the application has passed the formal check. A person reviews an application once; a withdrawn review counts.
/// </remarks>
sealed class AssignReview(CurrentUser user, BusinessClock clock) : Creation<AssignReview.Request, Review>
{
    /// <param name="Subject">The reviewer's subject (sub) at its issuer, in any case: one line, up to 255 characters.</param>
    /// <param name="Issuer">
    /// The issuer (iss) of the reviewer's tokens, up to 140 characters without a #; the caller's own when it is left out.
    /// </param>
    public sealed record Request(string Subject, string? Issuer = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Subject).Line(PersonKey.LongestSubject);
            RuleFor(request => request.Issuer!).Line(PersonKey.LongestIssuer)
                .Must(issuer => !issuer.Contains('#', StringComparison.Ordinal))
                .WithMessage(_ => Bilingual.Of("An issuer must not contain a #.", "Ein Aussteller enthält kein #."))
                .When(request => request.Issuer is not null);
        }
    }

    public override void Configure()
    {
        Post("/applications/{id:guid}/reviews");
        Policies(Can.AssignReviews);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, ProgrammeProblems.Cancelled, ReviewProblems.ApplicationNotEligible,
            ReviewProblems.ReviewerAssigned);
    }

    protected override string LocationOf(Review review) => $"/reviews/{review.Id}";

    protected override async Task<Outcome<Review>> Handle(Tx tx, Request request)
    {
        if (await Application.Lock(tx, Id) is not { } application || UnsubmittedDraft.Is(application))
            return Problems.NotFound;
        if (ExcludedPersons.WhyRefused(user, application.OfficeAgs) is { } excluded)
            return excluded;
        if (await ReviewedWhileEligible.WhyRefused(tx, application) is { } refused)
            return refused;
        var reviewer = PersonKey.Of(request.Issuer ?? user.Issuer, request.Subject);
        if (await OneReviewPerPerson.WhyRefused(tx, Id, reviewer) is { } existing)
            return existing;
        var review = new Review
        {
            Id = tx.NewId(),
            Version = 1,
            ProgrammeId = application.ProgrammeId,
            ApplicationId = Id,
            ApplicationReference = application.Reference!,
            OfficeAgs = application.OfficeAgs,
            Status = ReviewStatus.Assigned,
            Reviewer = reviewer,
            Scores = [],
            AssignedOn = clock.Today,
            CreatedAt = tx.Author.At,
            UpdatedAt = tx.Author.At,
        };
        await tx.Execute(Insert, new
        {
            review.Id,
            review.Version,
            review.ProgrammeId,
            review.ApplicationId,
            review.Reviewer,
            review.Status,
            Scores = StoredJson.Of(review.Scores),
            review.AssignedOn,
            review.CreatedAt,
            review.UpdatedAt,
        });
        Audit.Append(tx, AuditAction.ReviewAssigned, review.Id, review.Version, new { review.ApplicationId });
        return review;
    }

    const string Insert = """
        insert into Review (Id, Version, ProgrammeId, ApplicationId, Reviewer, Status, Scores, AssignedOn, CreatedAt, UpdatedAt)
        values (@Id, @Version, @ProgrammeId, @ApplicationId, @Reviewer, @Status, @Scores, @AssignedOn, @CreatedAt, @UpdatedAt)
        """;
}
