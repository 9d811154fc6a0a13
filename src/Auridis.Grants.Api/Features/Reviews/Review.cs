using System.Text.Json;
using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>A review of an application (Begutachtung).</summary>
/// <param name="ApplicationId">The application; a reviewer reads it after the declaration.</param>
/// <param name="Reference">Its reference, as <c>GA-2018-A-0007</c>.</param>
/// <param name="OfficeAgs">The Jugendamt that applies: what a reviewer needs to know to declare.</param>
/// <param name="Reviewer">Who reviews, as issuer#subject; null for the other reviewers of the application.</param>
/// <param name="ConflictReason">What the reviewer says of its conflict of interest; null without one, and when it is excluded for being of the applying office.</param>
/// <param name="Scores">The scores so far; frozen when submitted.</param>
/// <param name="Total">0 to 100 points with at most one decimal, exact; null until submitted.</param>
/// <param name="WithdrawReason">Why a caseworker has taken the review out; null when none has.</param>
/// <param name="AssignedAt">By the business clock.</param>
/// <param name="SubmittedAt">By the business clock; null until submitted.</param>
sealed record Review(
    Guid Id,
    int Version,
    Guid ApplicationId,
    string Reference,
    string OfficeAgs,
    [property: OneOf(typeof(ReviewStatus))] string Status,
    string? Reviewer,
    string? ConflictReason,
    IReadOnlyList<Score> Scores,
    decimal? Total,
    string? WithdrawReason,
    DateTimeOffset AssignedAt,
    DateTimeOffset? SubmittedAt) : IView
{
    /// <summary>The review as the caller may see it; null when there is none, or none for the caller.</summary>
    public static async Task<Review?> FindFor(Session session, Guid id, CurrentUser user) =>
        await session.OneOrNull<Row>(Row.SelectVisible + " and r.Id = @Id", new { Id = id, user.Actor, SeesAll = SeesAll(user) }) is { } row
            ? row.ToReview(user)
            : null;

    /// <summary>The application of a review, held for the rest of the transaction without being changed; null when there is no such review.</summary>
    public static async Task<Application?> LockApplication(Tx tx, Guid id) =>
        await tx.OneOrNull<Guid?>("select ApplicationId from Review where Id = @Id", new { Id = id }) is { } applicationId ? await Application.Lock(tx, applicationId) : null;

    /// <summary>By role. A person that is a reviewer of an application is blind there, whatever other roles it has.</summary>
    public static bool SeesAll(CurrentUser user) => user.Has(Role.Caseworker) || user.Has(Role.Decider) || user.Has(Role.Auditor);

    /// <summary>
    /// Why a reviewer's update of <c>where Id = @Id and Version = @Version and Reviewer = @Actor and Status = …</c> changed nothing: not
    /// found, not the caller's, conflict undeclared, stale version, wrong state.
    /// </summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, CurrentUser user, int version, params string[] expected) =>
        await FindFor(tx, id, user) switch
        {
            null => Problems.NotFound,
            var review when !user.Is(review.Reviewer) => Problems.Forbidden,
            { Status: ReviewStatus.Assigned } when !expected.Contains(ReviewStatus.Assigned, StringComparer.Ordinal) => ReviewProblems.ConflictUndeclared,
            var review => WhyRefused(review, version, expected),
        };

    /// <summary>The last two steps: stale version, wrong state.</summary>
    public static Problem WhyRefused(Review review, int version, params string[] expected) =>
        Problems.StaleOrWrongState(review.Version, version, review.Status, expected);

    /// <summary>Refuses what is done with reviews of an application that is not in review; null when it is.</summary>
    public static Problem? NotInReview(Application application) => application.Status == ApplicationStatus.Eligible
        ? null
        : ReviewProblems.ApplicationNotEligible.With(("applicationStatus", application.Status));

    /// <summary>A row of the table, with what it takes from its application, and what the caller has to do with it.</summary>
    public sealed class Row : IPaged
    {
        /// <summary>
        /// The reviews that the caller may see: its own; all of them by role, unless it is a reviewer of the application itself; and
        /// as such the submitted ones, once its own is submitted.
        /// </summary>
        public const string SelectVisible = """
            select r.Seq, r.Id, r.Version, r.ApplicationId, a.Reference, a.OfficeAgs, r.Status, r.Reviewer, r.ConflictReason, r.Scores, r.TotalTenths,
                   r.WithdrawReason, r.AssignedAt, r.SubmittedAt, own.Status as OwnStatus
            from Review r
            join Application a on a.Id = r.ApplicationId
            left join Review own on own.ApplicationId = r.ApplicationId and own.Reviewer = @Actor
            where (r.Reviewer = @Actor
                or (own.Status = 'submitted' and r.Status = 'submitted')
                or (@SeesAll = 1 and (own.Status is null or own.Status in ('conflicted', 'withdrawn'))))
            """;

        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required Guid ApplicationId { get; init; }
        public required string Reference { get; init; }
        public required string OfficeAgs { get; init; }
        public required string Status { get; init; }
        public required string Reviewer { get; init; }
        public required string? ConflictReason { get; init; }
        public required string Scores { get; init; }
        public required int? TotalTenths { get; init; }
        public required string? WithdrawReason { get; init; }
        public required DateTimeOffset AssignedAt { get; init; }
        public required DateTimeOffset? SubmittedAt { get; init; }
        public required string? OwnStatus { get; init; }

        public Review ToReview(CurrentUser user)
        {
            var named = user.Is(Reviewer) || OwnStatus is not ReviewStatus.Submitted;
            return new(
                Id, Version, ApplicationId, Reference, OfficeAgs, Status, named ? Reviewer : null, ConflictReason,
                StoredJson.Read<List<Score>>(Scores), TotalTenths / 10m, WithdrawReason, AssignedAt, SubmittedAt);
        }
    }
}
