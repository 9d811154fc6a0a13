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
            "Without one the reviewer gets to read the application. With one it is excluded, also when it is found while reading; so is whoever wrote the application or acts for its office, whatever it declares.")
        .Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, ReviewProblems.ApplicationNotEligible);

    static Task<Changed<Review>> Handle(Guid id, Request request, Change change, CurrentUser user) => change.Apply<Review>(async tx =>
    {
        if (await Review.LockApplication(tx, id) is not { } application)
            return (Problem)Problems.NotFound;
        if (await tx.Execute(request.Conflict ? Exclude : Begin, new { id, change.Version, user.Actor, request.Reason }) == 0)
            return await Review.WhyRefused(tx, user, id, change.Version, request.Conflict ? [ReviewStatus.Assigned, ReviewStatus.InProgress] : [ReviewStatus.Assigned]);
        if (Review.NotInReview(application) is { } refused)
            return refused;
        if ((await Application.Row.Find(tx, application.Id))!.IsOf(user))
            await tx.Execute(ExcludeOwn, new { id });
        var review = (await Review.Find(tx, user, id))!;
        Audit.Append(tx, "review.declared", id, review.Version, new { request.Conflict, review.Status });
        return review;
    });

    const string Begin = """
        update Review
        set Status = 'in-progress', Version = Version + 1
        where Id = @id and Version = @Version and Reviewer = @Actor and Status = 'assigned'
        """;

    // A conflict can come to light while reading.
    const string Exclude = """
        update Review
        set Status = 'conflicted', Version = Version + 1, ConflictReason = @Reason
        where Id = @id and Version = @Version and Reviewer = @Actor and Status in ('assigned', 'in-progress')
        """;

    const string ExcludeOwn = "update Review set Status = 'conflicted' where Id = @id";
}
