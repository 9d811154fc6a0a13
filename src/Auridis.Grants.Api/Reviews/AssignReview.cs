using System.Text.Json;
using Auridis.Grants.Api.Applications;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Reviews;

/// <summary>Asks a reviewer to review an application.</summary>
sealed class AssignReview : IEndpoint
{
    /// <param name="Subject">The reviewer's subject (sub) at its issuer: one line, up to 255 characters.</param>
    /// <param name="Issuer">The issuer (iss) of the reviewer's tokens, up to 140 characters without a #; the caller's own when it is left out.</param>
    public sealed record Request(string Subject, string? Issuer = null);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Subject).Line(255);
            RuleFor(request => request.Issuer!).Line(140).Matches("^[^#]*\\z")
                .WithMessage(_ => Text.Of("An issuer has no #.", "Ein Aussteller enthält kein #.")).When(request => request.Issuer is not null);
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/applications/{id:guid}/reviews", Handle)
        .RequireAuthorization(Policies.CanAssignReviews)
        .Describe("assignReview", "Asks a reviewer to review an application",
            "The application has passed the formal check. A person reviews an application once; a review that was withdrawn counts.")
        .Refuses(Problems.NotFound, ReviewProblems.ApplicationNotEligible, ReviewProblems.ReviewerAssigned);

    static Task<Created<Review>> Handle(Guid id, Request request, Change change, CurrentUser user, BusinessClock clock, TimeProvider time) =>
        change.Create<Review>(review => $"/reviews/{review.Id}", async tx =>
        {
            if (await Application.Lock(tx, id) is not { } application)
                return (Problem)Problems.NotFound;
            if (Review.NotInReview(application) is { } refused)
                return refused;
            var reviewer = $"{request.Issuer ?? user.Issuer}#{request.Subject}";
            if (await tx.Find<Guid?>(FindExisting, new { id, reviewer }) is { } existing)
                return ReviewProblems.ReviewerAssigned.With(("review", existing));
            var review = new Review(
                Guid.CreateVersion7(time.GetUtcNow()), 1, id, application.Reference!, application.OfficeAgs, ReviewStatus.Assigned, reviewer,
                null, [], null, null, clock.Now, null);
            await tx.Execute(Insert, new
            {
                review.Id,
                review.Version,
                review.ApplicationId,
                review.Reviewer,
                review.Status,
                Scores = JsonSerializer.Serialize(review.Scores, Json.Stored),
                review.AssignedAt,
            });
            Audit.Append(tx, "review.assigned", review.Id, review.Version, new { review.ApplicationId });
            return review;
        });

    const string FindExisting = "select Id from Review where ApplicationId = @id and Reviewer = @reviewer";

    const string Insert = """
        insert into Review (Id, Version, ApplicationId, Reviewer, Status, Scores, AssignedAt)
        values (@Id, @Version, @ApplicationId, @Reviewer, @Status, @Scores, @AssignedAt)
        """;
}
