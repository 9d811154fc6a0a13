using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Awards;

/// <summary>Reads an award.</summary>
sealed class GetAward : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/awards/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanReadAwards)
        .Describe("getAward", "Reads an award", "Its amount, lines, period, terms, and how much of it is drawn. An applicant sees those of its own office.")
        .Refuses(Problems.NotFound);

    static async Task<Found<Award>> Handle(Guid id, Db db, CurrentUser user, CancellationToken cancel) =>
        await db.Read(session => Award.Find(session, id), cancel) is { } award && user.Sees(award.OfficeAgs) ? award : Problems.NotFound;
}
