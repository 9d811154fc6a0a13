using System.Text.Json;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Selections;

/// <summary>Reads the ranking that a selection was made from.</summary>
sealed class GetSelectionRanking : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/selections/{id:guid}/ranking", Handle)
        .RequireAuthorization(Policies.CanReadSelections)
        .Describe("getSelectionRanking", "Reads the ranking that a selection was made from",
            "As it was then, with the scores and the lot that it was made from: whoever recomputes it comes to the same order. Whoever is to review an application, and has not submitted yet, does not see its scores; all keep their place and what they ask for.")
        .Refuses(Problems.NotFound);

    static async Task<Found<Ranking>> Handle(Guid id, Db db, CurrentUser user, CancellationToken cancel) =>
        await db.Read(async session => await Find(session, id) is { } stored ? stored.Without(await GetRanking.BlindFor(session, user)) : null, cancel) is { } ranking
            ? ranking
            : Problems.NotFound;

    /// <summary>The ranking that a selection was made from; null when there is no such selection.</summary>
    public static async Task<Ranking?> Find(Session session, Guid id) =>
        await session.Find<string>(Select, new { id }) is { } ranking ? JsonSerializer.Deserialize<Ranking>(ranking, Json.Stored)! : null;

    const string Select = "select Ranking from Selection where Id = @id";
}
