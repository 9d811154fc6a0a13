using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>A review of an application (Begutachtung).</summary>
sealed record Review : IView, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme of the application.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The application; a reviewer reads it after the declaration.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>The application's reference, such as <c>GA-2018-A-0007</c>.</summary>
    public required string ApplicationReference { get; init; }

    /// <summary>The official municipality key of the Jugendamt that applies: what a reviewer needs to know to declare.</summary>
    public required string OfficeAgs { get; init; }

    [OneOf(typeof(ReviewStatus))]
    public required string Status { get; init; }

    /// <summary>Who reviews, as issuer#subject; null for the other reviewers of the application.</summary>
    public required string? Reviewer { get; init; }

    /// <summary>
    /// What the reviewer says of the conflict of interest; null without one, and when the reviewer is excluded for belonging to the office.
    /// </summary>
    public string? ConflictReason { get; init; }

    /// <summary>The scores so far; frozen when submitted.</summary>
    [StoredAsJson]
    public required IReadOnlyList<Score> Scores { get; init; }

    /// <summary>0 to 100 points with at most one decimal, exact; null until submitted.</summary>
    public decimal? Total => TotalTenths / 10m;

    /// <summary>Why a caseworker has withdrawn the review; null when none has.</summary>
    public string? WithdrawReason { get; init; }

    /// <summary>The day on which it was assigned.</summary>
    public required DateOnly AssignedOn { get; init; }

    /// <summary>The day on which it was submitted; null before.</summary>
    public DateOnly? SubmittedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    // What no caller sees, or sees in another form.
    internal long Seq { get; init; }
    internal int? TotalTenths { get; init; }

    /// <summary>The status of the caller's own review of the same application; null when there is none.</summary>
    internal string? OwnStatus { get; init; }

    /// <summary>The review as this caller may see it; null when there is none, or none for the caller.</summary>
    public static async Task<Review?> FindFor(Session session, Guid id, CurrentUser user) =>
        (await session.OneOrNull<Review>(
            SelectFor(user) + " and r.Id = @Id", new { Id = id, user.Actor }))?.For(user);

    /// <summary>The review as this caller may see it.</summary>
    public Review For(CurrentUser user) => BlindReview.Names(user, Reviewer, OwnStatus) ? this : this with { Reviewer = null };

    /// <summary>The application of a review, locked for the rest of the transaction; null when there is no such review.</summary>
    public static async Task<Application?> LockApplication(Tx tx, Guid id) =>
        await tx.OneOrNull<Guid?>("select ApplicationId from Review where Id = @Id", new { Id = id }) is { } applicationId
            ? await Application.Lock(tx, applicationId)
            : null;

    /// <summary>
    /// Why a reviewer's conditional update of its own review changed nothing, in the documented order: not found, another person's,
    /// excluded, conflict undeclared, stale version, wrong state. Only a declaration is taken from who is excluded.
    /// </summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, CurrentUser user, int version, params string[] needed)
    {
        if (await FindFor(tx, id, user) is not { } review)
            return Problems.NotFound;
        if (!user.Is(review.Reviewer))
            return Problems.Forbidden;
        var declares = needed.Contains(ReviewStatus.Assigned, StringComparer.Ordinal);
        if (!declares && ExcludedPersons.WhyRefused(user, review.OfficeAgs) is { } excluded)
            return excluded;
        if (!declares && review.Status == ReviewStatus.Assigned)
            return ReviewProblems.ConflictUndeclared;
        return Problems.StaleOrWrongState(review.Version, version, review.Status, needed);
    }

    /// <summary>
    /// The reviews that the caller sees, each with the status of the caller's own review. Who does not see all sees none without a review
    /// of its own: there it begins, and a cross join keeps SQLite to it.
    /// </summary>
    public static string SelectFor(CurrentUser user) => $"""
        select r.Seq, r.Id, r.Version, r.ProgrammeId, r.ApplicationId, a.Reference as ApplicationReference, a.OfficeAgs, r.Status,
            r.Reviewer, r.ConflictReason, r.Scores, r.TotalTenths, r.WithdrawReason, r.AssignedOn, r.SubmittedOn, r.CreatedAt, r.UpdatedAt,
            own.Status as OwnStatus
        {(BlindReview.SeesAll(user) ? FromAll : FromOwn)} {BlindReview.Visible(user)}
        """;

    const string FromAll = """
        from Review r
        left join Review own on own.ApplicationId = r.ApplicationId and own.Reviewer = @Actor
        join Application a on a.Id = r.ApplicationId
        where
        """;

    const string FromOwn = """
        from Review own cross join Review r cross join Application a
        where own.Reviewer = @Actor and r.ApplicationId = own.ApplicationId and a.Id = r.ApplicationId and
        """;
}
