using Auridis.Grants.Api.Applications;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Reviews;

/// <summary>The reviewer declares a conflict of interest, or that there is none.</summary>
sealed class DeclareConflict : IEndpoint
{
    /// <param name="Conflict">Whether there is one.</param>
    /// <param name="Reason">What it is, up to 2,000 characters: needed with a conflict, and null without one.</param>
    public sealed record Request(bool Conflict, string? Reason = null);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Reason!).Prose(2000).When(request => request.Conflict);
            RuleFor(request => request.Reason).Null().When(request => !request.Conflict);
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/reviews/{id:guid}/declare", Handle)
        .RequireAuthorization(Policies.CanReview)
        .NeedsIfMatch()
        .Describe("declareConflict", "Declares a conflict of interest or its absence",
            "Without one the reviewer gets to read the application. With one it is excluded; so is whoever wrote the application or acts for its office, whatever it declares.")
        .Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<Review>> Handle(Guid id, Request request, Change change, CurrentUser user) => change.Apply<Review>(async tx =>
    {
        if (await tx.Execute(Declare, new { id, change.Version, user.Actor, request.Reason, Status = request.Conflict ? ReviewStatus.Conflicted : ReviewStatus.InProgress }) == 0)
            return await Review.WhyRefused(tx, user, id, change.Version, ReviewStatus.Assigned);
        var applicationId = await tx.Get<Guid>("select ApplicationId from Review where Id = @id", new { id });
        if ((await Application.Row.Find(tx, applicationId))!.IsOf(user))
            await tx.Execute(Exclude, new { id });
        var review = (await Review.Find(tx, user, id))!;
        Audit.Append(tx, "review.declared", id, review.Version, new { request.Conflict, review.Status });
        return review;
    });

    const string Declare = """
        update Review
        set Status = @Status, Version = Version + 1, ConflictReason = @Reason
        where Id = @id and Version = @Version and Reviewer = @Actor and Status = 'assigned'
        """;

    const string Exclude = "update Review set Status = 'conflicted' where Id = @id";
}
