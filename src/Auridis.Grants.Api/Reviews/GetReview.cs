using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Reviews;

/// <summary>Reads a review.</summary>
sealed class GetReview : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/reviews/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanReadReviews)
        .Describe("getReview", "Reads a review",
            "A reviewer reads its own, and after submitting it the other submitted reviews of the same application, never whose they are.")
        .Refuses(Problems.NotFound);

    static async Task<Found<Review>> Handle(Guid id, Db db, CurrentUser user, CancellationToken cancel) =>
        await db.Read(session => Review.Find(session, user, id), cancel) is { } review ? review : Problems.NotFound;
}
