using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Assigns reviewers to all eligible applications of a programme at once.</summary>
/// <remarks>
/// Each application is filled up to perApplication reviews; those that it has, and that are neither withdrawn nor in conflict, count.
/// Nobody reviews an application of the office that employs them, one that they wrote, one of an office on which they have declared a
/// conflict, or one that they have a review of. Applications of an office that the caller is excluded from get none. What could not be
/// served is listed with the reason; all else is assigned.
///
/// The result is balanced, and anyone can recompute it from the seed. The draw of an application is the SHA-256 of the UTF-8 of seed, line
/// feed, reference, in lower-case hexadecimal; that of a reviewer for an application adds a line feed and the reviewer's key
/// (issuer#subject in small letters). Applications choose in the order of how many of the reviewers can take them, ascending, then of
/// their draws. Each takes the reviewers with the fewest reviews in the programme (assigned, in progress or submitted, with those that
/// they got here), and among equal ones those with the lowest draws. Where nobody is excluded and all begin equal, no two reviewers differ
/// by more than one.
///
/// With dryRun nothing changes: the answer shows what would be done now.
/// </remarks>
sealed class DistributeReviews(CurrentUser user, BusinessClock clock) : Slice<DistributeReviews.Request, Changed<ReviewDistribution>>
{
    /// <param name="PerApplication">How many reviews each application is to have, 1 to 10.</param>
    /// <param name="Reviewers">Who reviews: 1 to 200 persons, each once.</param>
    /// <param name="Seed">What the draws are made from: kebab-case, up to 40 characters. It stands in the audit trail.</param>
    /// <param name="DryRun">Whether to show only what would be done.</param>
    public sealed record Request(int PerApplication, IReadOnlyList<NewReviewer> Reviewers, string Seed, bool DryRun);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.PerApplication).InclusiveBetween(1, 10);
            RuleFor(request => request.Reviewers).AtMost(200, least: 1)
                .UniqueBy(reviewer => PersonKey.Of(reviewer.Issuer, reviewer.Subject));
            RuleForEach(request => request.Reviewers).ChildRules(reviewer => reviewer.Reviewer());
            RuleFor(request => request.Seed).Code();
        }
    }

    public override void Configure()
    {
        Post("/programmes/{id:guid}/review-assignments");
        Policies(Can.AssignReviews);
        Refuses(Problems.NotFound, ProgrammeProblems.Cancelled, ReviewProblems.ReviewerNamedTwice);
    }

    protected override async Task<Changed<ReviewDistribution>> Answer(Request request, CancellationToken cancel) =>
        new(await Effect.Of(HttpContext, StatusCodes.Status200OK, tx => Distribute(tx, request)));

    async Task<Outcome<ReviewDistribution>> Distribute(Tx tx, Request request)
    {
        // Two callers at once: the second one finds what the first one assigned.
        if (await Programme.Lock(tx, Id) is not { } programme)
            return Problems.NotFound;
        if (CancelledProgramme.WhyRefused(programme) is { } cancelled)
            return cancelled;
        var named = request.Reviewers.ToLookup(reviewer => reviewer.KeyFor(user), StringComparer.Ordinal);
        if (named.FirstOrDefault(same => same.Count() > 1) is { } twice)
            return ReviewProblems.ReviewerNamedTwice.With(("reviewer", twice.Key));
        var applications = await Reviewable.LockAll(tx, Id);
        var reviews = await tx.All<GivenReview>(SelectGiven, new { Id });
        var open = await Open(tx, request, applications, reviews);
        var loads = reviews.Where(review => review.Counts).CountBy(review => review.Reviewer, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        var before = named.ToDictionary(same => same.Key, same => loads.GetValueOrDefault(same.Key), StringComparer.Ordinal);

        var pairs = BalancedAssignment.Of(
            open.Where(item => !item.CallerExcluded)
                .Select(item => new ReviewDemand(
                    item.Application.Reference, item.Missing, item.Excluded.Keys.ToHashSet(StringComparer.Ordinal))),
            before, request.Seed);
        var byReference = applications.ToDictionary(application => application.Reference, StringComparer.Ordinal);
        var chosen = pairs.ConvertAll(pair => (Application: byReference[pair.Reference], pair.Reviewer));
        var assigned = request.DryRun ? [] : await Review.AssignAll(tx, Id, chosen, clock.Today);
        List<DistributedReview> assignments =
        [
            .. chosen.Select((pair, index) => new DistributedReview(
                pair.Application.Id, pair.Application.Reference, pair.Reviewer, request.DryRun ? null : assigned[index].Id)),
        ];
        if (!request.DryRun)
        {
            Audit.Append(tx, AuditAction.ProgrammeReviewsAssigned, Id, programme.Version,
                new { request.Seed, request.PerApplication, Assigned = assignments.Count });
        }
        return new ReviewDistribution(request.DryRun, assignments, Loads(before, assignments), Unserved(open, assignments));
    }

    /// <summary>The applications that need reviews, with what stands in the way.</summary>
    async Task<List<OpenApplication>> Open(Tx tx, Request request, List<Reviewable> applications, List<GivenReview> reviews)
    {
        var given = reviews.ToLookup(review => review.ApplicationId);
        var declarations = await ConflictDeclaration.AllOf(tx, Id);
        var reviewers = request.Reviewers.Select(reviewer => (Key: reviewer.KeyFor(user), Employer: reviewer.OfficeAgs)).ToList();
        List<OpenApplication> open = [];
        foreach (var application in applications)
        {
            var missing = request.PerApplication - given[application.Id].Count(review => review.Counts);
            if (missing <= 0)
                continue;
            var assigned = given[application.Id].Select(review => review.Reviewer).ToHashSet(StringComparer.Ordinal);
            var excluded = reviewers
                .Select(reviewer => (reviewer.Key, Reason: assigned.Contains(reviewer.Key)
                    ? ExclusionReason.Assigned
                    : ConflictedReviewer.Why(
                        application, reviewer.Key, reviewer.Employer, declarations.GetValueOrDefault(reviewer.Key))))
                .Where(reviewer => reviewer.Reason is not null)
                .ToDictionary(reviewer => reviewer.Key, reviewer => reviewer.Reason!, StringComparer.Ordinal);
            var caller = ExcludedPersons.Is(user, declarations.GetValueOrDefault(user.Actor), application.OfficeAgs);
            open.Add(new OpenApplication(application, missing, excluded, caller));
        }
        return open;
    }

    static List<DistributedLoad> Loads(Dictionary<string, int> before, List<DistributedReview> assignments)
    {
        var added = assignments.CountBy(review => review.Reviewer, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. before.OrderBy(load => load.Key, StringComparer.Ordinal)
                .Select(load => new DistributedLoad(load.Key, load.Value, added.GetValueOrDefault(load.Key))),
        ];
    }

    static List<UnservedApplication> Unserved(List<OpenApplication> open, List<DistributedReview> assignments)
    {
        var added = assignments.CountBy(review => review.ApplicationId).ToDictionary();
        return
        [
            .. open.Select(item => (Item: item, Missing: item.Missing - added.GetValueOrDefault(item.Application.Id)))
                .Where(left => left.Missing > 0)
                .OrderBy(left => left.Item.Application.Reference, StringComparer.Ordinal)
                .Select(left => new UnservedApplication(
                    left.Item.Application.Id, left.Item.Application.Reference, left.Item.Application.OfficeAgs, left.Missing,
                    left.Item.CallerExcluded ? UnservedReason.CallerExcluded : UnservedReason.TooFewReviewers,
                    [.. left.Item.Excluded.Select(reviewer => new ExcludedReviewer(reviewer.Key, reviewer.Value))])),
        ];
    }

    const string SelectGiven = "select ApplicationId, Reviewer, Status from Review where ProgrammeId = @Id and Status <> 'withdrawn'";

    /// <param name="Excluded">The reviewers who cannot take it, each with the reason.</param>
    sealed record OpenApplication(Reviewable Application, int Missing, Dictionary<string, string> Excluded, bool CallerExcluded);

    sealed record GivenReview
    {
        public required Guid ApplicationId { get; init; }
        public required string Reviewer { get; init; }
        public required string Status { get; init; }
        public bool Counts => Status != ReviewStatus.Conflicted;
    }
}
