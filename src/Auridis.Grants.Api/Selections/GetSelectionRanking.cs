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
            "As it was then, with the scores and the lot that it was made from: whoever recomputes it comes to the same order.")
        .Refuses(Problems.NotFound);

    static async Task<Found<Ranking>> Handle(Guid id, Db db, CancellationToken cancel) =>
        await db.Read(session => session.Find<string>(Select, new { id }), cancel) is { } ranking
            ? JsonSerializer.Deserialize<Ranking>(ranking, Json.Stored)!
            : Problems.NotFound;

    const string Select = "select Ranking from Selection where Id = @id";
}
