using System.Text.Json;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Reviews;

/// <summary>Keeps the scores so far.</summary>
sealed class SaveScores : IEndpoint
{
    /// <param name="Scores">All scores so far, each criterion at most once; what is left out is taken back.</param>
    public sealed record Request(IReadOnlyList<Score> Scores);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Scores).AtMost(30).UniqueBy(score => score.Criterion);
            RuleForEach(request => request.Scores).ChildRules(score =>
            {
                score.RuleFor(item => item.Criterion).Code();
                score.RuleFor(item => item.Points).InclusiveBetween(0, Scoring.HighestScore);
                score.RuleFor(item => item.Comment).Prose(4000);
            });
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/reviews/{id:guid}/scores", Handle)
        .RequireAuthorization(Policies.CanReview)
        .NeedsIfMatch()
        .Describe("saveScores", "Keeps the scores so far", "Some criteria may be missing until the review is submitted.")
        .Refuses(Problems.NotFound, Problems.Forbidden, ReviewProblems.ConflictUndeclared, Problems.StaleVersion, Problems.WrongState,
            ReviewProblems.ApplicationNotEligible, ReviewProblems.UnknownCriterion);

    static Task<Changed<Review>> Handle(Guid id, Request request, Change change, CurrentUser user) => change.Apply<Review>(async tx =>
    {
        if (await Review.LockApplication(tx, id) is not { } application)
            return (Problem)Problems.NotFound;
        if (await tx.Execute(Save, new { id, change.Version, user.Actor, Scores = JsonSerializer.Serialize(request.Scores, Json.Stored) }) == 0)
            return await Review.WhyRefused(tx, user, id, change.Version, ReviewStatus.InProgress);
        var review = (await Review.Find(tx, user, id))!;
        if (Review.NotInReview(application) is { } refused)
            return refused;
        var programme = (await Programme.Find(tx, application.ProgrammeId))!;
        if (Scoring.Unknown(request.Scores, programme.Terms.Criteria) is { } unknown)
            return unknown;
        Audit.Append(tx, "review.scored", id, review.Version, new { criteria = request.Scores.Select(score => score.Criterion) });
        return review;
    });

    const string Save = """
        update Review
        set Scores = @Scores, Version = Version + 1
        where Id = @id and Version = @Version and Reviewer = @Actor and Status = 'in-progress'
        """;
}
