using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Saves the scores of a review.</summary>
/// <remarks>
/// By the reviewer, after the declaration. Replaces the scores saved before; criteria may be missing until the review is submitted.
/// </remarks>
sealed class SaveScores(CurrentUser user) : Change<SaveScores.Request, Review>
{
    /// <param name="Scores">All scores so far, each criterion at most once; a score that is left out is deleted.</param>
    public sealed record Request(IReadOnlyList<Score> Scores);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Scores).AtMost(30).UniqueBy(score => score.Criterion);
            RuleForEach(request => request.Scores).ChildRules(score =>
            {
                score.RuleFor(item => item.Criterion).Code();
                score.RuleFor(item => item.Points).InclusiveBetween(0, ReviewTotal.HighestScore);
                score.RuleFor(item => item.Comment).Prose(4000);
            });
        }
    }

    public override void Configure()
    {
        Put("/reviews/{id:guid}/scores");
        Policies(Can.Review);
        Refuses(
            Problems.NotFound, Problems.Forbidden, YouthOfficeProblems.DeciderConflicted, YouthOfficeProblems.ConflictUndeclared,
            Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.Cancelled, ReviewProblems.ApplicationNotEligible,
            ReviewProblems.UnknownCriterion);
    }

    protected override async Task<Outcome<Review>> Handle(Tx tx, Request request)
    {
        if (await Review.LockApplication(tx, Id) is not { } application)
            return Problems.NotFound;
        if (await tx.Execute(Save, new { Id, SeenVersion, user.Actor, Scores = StoredJson.Of(request.Scores), tx.Author.At }) == 0)
            return await Review.WhyRefused(tx, Id, user, SeenVersion, ReviewStatus.InProgress);
        var review = (await Review.FindFor(tx, Id, user))!;
        if (await ExcludedPersons.WhyRefused(tx, user, application.ProgrammeId, application.OfficeAgs) is { } excluded)
            return excluded;
        if (await ReviewedWhileEligible.WhyRefused(tx, application) is { } refused)
            return refused;
        var programme = (await Programme.Find(tx, application.ProgrammeId))!;
        if (KnownCriteria.WhyRefused(request.Scores, programme.Terms.Criteria) is { } unknown)
            return unknown;
        Audit.Append(tx, AuditAction.ReviewScored, Id, review.Version, new { criteria = request.Scores.Select(score => score.Criterion) });
        return review;
    }

    const string Save = """
        update Review
        set Scores = @Scores, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Reviewer = @Actor and Status = 'in-progress'
        """;
}
