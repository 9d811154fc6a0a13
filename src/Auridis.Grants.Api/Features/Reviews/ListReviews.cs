namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Lists reviews.</summary>
/// <remarks>
/// Those that the caller may read, in the order in which they were assigned. Filters: programmeId, applicationId, status; all that are
/// given must hold.
/// </remarks>
sealed class ListReviews(CurrentUser user) : Page<ListReviews.Request, Review>
{
    public sealed record Request : ChangesPaging
    {
        public Guid? ProgrammeId { get; init; }

        public Guid? ApplicationId { get; init; }

        [OneOf(typeof(ReviewStatus))]
        public string? Status { get; init; }
    }

    public override void Configure()
    {
        Get("/reviews");
        Policies(Can.ReadReviews);
    }

    protected override async Task<Outcome<ListOf<Review>>> Handle(Session session, Request request) =>
        await request.Of<Review, Review>(session, Select(request), new
        {
            request.AfterSeq,
            request.AfterTime,
            request.Take,
            request.ProgrammeId,
            request.ApplicationId,
            request.Status,
            user.Actor,
        }, review => review.For(user));

    string Select(Request request) => (Review.SelectFor(user) + " and " + request.After("r."))
        .When(request.ProgrammeId, "r.ProgrammeId = @ProgrammeId")
        .When(request.ApplicationId, "r.ApplicationId = @ApplicationId")
        .When(request.Status, "r.Status = @Status")
        + request.InOrder("r.");
}
