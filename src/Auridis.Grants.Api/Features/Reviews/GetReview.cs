namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Reads a review.</summary>
/// <remarks>
/// A reviewer reads their own review and, after submitting it, the other submitted reviews of the same application, without the names
/// of their reviewers.
/// </remarks>
sealed class GetReview(CurrentUser user) : Read<Review>
{
    public override void Configure()
    {
        Get("/reviews/{id:guid}");
        Policies(Can.ReadReviews);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Review>> Handle(Session session) =>
        await Review.FindFor(session, Id, user) is { } review ? review : Problems.NotFound;
}
