using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Auridis.Grants.Api.Reviews;

/// <summary>Lists reviews.</summary>
sealed class ListReviews : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/reviews", Handle)
        .RequireAuthorization(Policies.CanReadReviews)
        .Describe("listReviews", "Lists reviews",
            "Those that the caller may read, in the order in which they were assigned. Filters: applicationId, status; all that are given must hold.");

    static Task<Listed<Review>> Handle(
        [AsParameters] Paging paging, [FromQuery] Guid? applicationId, [FromQuery, OneOf(typeof(ReviewStatus))] string? status, Db db, CurrentUser user, CancellationToken cancel) =>
        paging.Read<Review.Row, Review>(db, Select, row => row.ToReview(user),
            (After, Take) => new { After, Take, applicationId, status, user.Actor, SeesAll = Review.SeesAll(user) }, cancel);

    const string Select = Review.Row.SelectVisible + """
         and r.Seq > @After
          and (@applicationId is null or r.ApplicationId = @applicationId)
          and (@status is null or r.Status = @status)
        order by r.Seq
        """;
}
