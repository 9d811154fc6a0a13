using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Declares a conflict of interest or its absence.</summary>
/// <remarks>
/// By the reviewer. Without a conflict the reviewer reads and scores the application. With one the reviewer is excluded, also when the
/// conflict comes to light while reading. A person who wrote or submitted the application, belongs to its office or has declared a
/// conflict on it in the programme is excluded whatever they declare here.
/// </remarks>
sealed class DeclareConflict(CurrentUser user) : Change<DeclareConflict.Request, Review>
{
    /// <param name="Conflict">Whether there is a conflict of interest.</param>
    /// <param name="Reason">What the conflict is, up to 2,000 characters: required with a conflict, and null without one.</param>
    public sealed record Request(bool Conflict, string? Reason = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Reason!).Prose(2000).When(request => request.Conflict);
            RuleFor(request => request.Reason).Null().When(request => !request.Conflict);
        }
    }

    public override void Configure()
    {
        Post("/reviews/{id:guid}/declare");
        Policies(Can.Review);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState,
            ProgrammeProblems.Cancelled, ReviewProblems.ApplicationNotEligible);
    }

    protected override async Task<Outcome<Review>> Handle(Tx tx, Request request)
    {
        if (await Review.LockApplication(tx, Id) is not { } application)
            return Problems.NotFound;
        if (await tx.Execute(request.Conflict ? Exclude : Begin, new { Id, SeenVersion, user.Actor, request.Reason, tx.Author.At }) == 0)
        {
            return await Review.WhyRefused(tx, Id, user, SeenVersion,
                request.Conflict ? [ReviewStatus.Assigned, ReviewStatus.InProgress] : [ReviewStatus.Assigned]);
        }
        if (await ReviewedWhileEligible.WhyRefused(tx, application) is { } refused)
            return refused;
        if (OwnApplication.Is(application, user)
            || await ExcludedPersons.WhyRefused(tx, user, application.ProgrammeId, application.OfficeAgs) is not null)
            await tx.Execute(ExcludeOwn, new { Id });
        await MissingReviews.Keep(tx, application.Id);
        var review = (await Review.FindFor(tx, Id, user))!;
        Audit.Append(tx, AuditAction.ReviewDeclared, Id, review.Version, new { request.Conflict, review.Status });
        return review;
    }

    const string Begin = """
        update Review
        set Status = 'in-progress', Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Reviewer = @Actor and Status = 'assigned'
        """;

    // A conflict can come to light while reading.
    const string Exclude = """
        update Review
        set Status = 'conflicted', Version = Version + 1, UpdatedAt = @At, ConflictReason = @Reason
        where Id = @Id and Version = @SeenVersion and Reviewer = @Actor and Status in ('assigned', 'in-progress')
        """;

    const string ExcludeOwn = "update Review set Status = 'conflicted' where Id = @Id";
}
