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

    /// <summary>The status of the caller's own review of the same application, unless withdrawn; null when there is none.</summary>
    internal string? OwnStatus { get; init; }

    /// <summary>The review as this caller may see it; null when there is none, or none for the caller.</summary>
    public static async Task<Review?> FindFor(Session session, Guid id, CurrentUser user) =>
        (await session.OneOrNull<Review>(
            SelectFor(user) + " and r.Id = @Id", new { Id = id, user.Actor }))?.For(user);

    /// <summary>The review as this caller may see it.</summary>
    public Review For(CurrentUser user) => BlindReview.Names(user, Reviewer, OwnStatus) ? this : this with { Reviewer = null };

    /// <summary>A new review of an application that the caller has locked, and has found to be under review.</summary>
    public static async Task<Review> Assign(Tx tx, Reviewable application, string reviewer, DateOnly today)
    {
        var review = Of(tx, application, reviewer, today);
        await Insert(tx, [review]);
        await MissingReviews.Keep(tx, application.Id);
        return review;
    }

    /// <summary>New reviews of eligible applications of one programme, all of which the caller has locked.</summary>
    public static async Task<List<Review>> AssignAll(
        Tx tx, Guid programmeId, IEnumerable<(Reviewable Application, string Reviewer)> pairs, DateOnly today)
    {
        List<Review> reviews = [.. pairs.Select(pair => Of(tx, pair.Application, pair.Reviewer, today))];
        await Insert(tx, reviews);
        await MissingReviews.KeepAll(tx, programmeId);
        return reviews;
    }

    static Review Of(Tx tx, Reviewable application, string reviewer, DateOnly today) => new()
    {
        Id = tx.NewId(),
        Version = 1,
        ProgrammeId = application.ProgrammeId,
        ApplicationId = application.Id,
        ApplicationReference = application.Reference,
        OfficeAgs = application.OfficeAgs,
        Status = ReviewStatus.Assigned,
        Reviewer = reviewer,
        Scores = [],
        AssignedOn = today,
        CreatedAt = tx.Author.At,
        UpdatedAt = tx.Author.At,
    };

    static async Task Insert(Tx tx, List<Review> reviews)
    {
        await tx.InsertAll(Into, reviews.Select(review => (object?[])
        [
            review.Id, review.Version, review.ProgrammeId, review.ApplicationId, review.Reviewer, review.Status,
            StoredJson.Of(review.Scores), review.AssignedOn, review.CreatedAt, review.UpdatedAt,
        ]));
        foreach (var review in reviews)
            Audit.Append(tx, AuditAction.ReviewAssigned, review.Id, review.Version, new { review.ApplicationId });
    }

    /// <summary>Withdraws a review, whose application the caller has locked.</summary>
    /// <returns>Why it changed nothing, stale version or wrong state; null when it did.</returns>
    public static async Task<Problem?> Withdraw(Tx tx, Guid id, int seenVersion, string reason)
    {
        var changed = await tx.Execute(WithdrawRow, new { Id = id, SeenVersion = seenVersion, Reason = reason, tx.Author.At });
        var (version, status, applicationId) = await tx.One<(int, string, Guid)>(
            "select Version, Status, ApplicationId from Review where Id = @Id", new { Id = id });
        if (changed == 0)
        {
            return Problems.StaleOrWrongState(
                version, seenVersion, status, ReviewStatus.Assigned, ReviewStatus.InProgress, ReviewStatus.Submitted);
        }
        await MissingReviews.Keep(tx, applicationId);
        Audit.Append(tx, AuditAction.ReviewWithdrawn, id, version);
        return null;
    }

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
        if (!declares && await ExcludedPersons.WhyRefused(tx, user, review.ProgrammeId, review.OfficeAgs) is { } excluded)
            return excluded;
        if (!declares && review.Status == ReviewStatus.Assigned)
            return YouthOfficeProblems.ConflictUndeclared;
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

    const string WithdrawRow = """
        update Review
        set Status = 'withdrawn', Version = Version + 1, UpdatedAt = @At, WithdrawReason = @Reason
        where Id = @Id and Version = @SeenVersion and Status in ('assigned', 'in-progress', 'submitted')
        """;

    const string Into =
        "Review (Id, Version, ProgrammeId, ApplicationId, Reviewer, Status, Scores, AssignedOn, CreatedAt, UpdatedAt)";

    const string FromAll = """
        from Review r
        left join Review own on own.ApplicationId = r.ApplicationId and own.Reviewer = @Actor and own.Status <> 'withdrawn'
        join Application a on a.Id = r.ApplicationId
        where
        """;

    const string FromOwn = """
        from Review own cross join Review r cross join Application a
        where own.Reviewer = @Actor and r.ApplicationId = own.ApplicationId and a.Id = r.ApplicationId and
        """;
}
