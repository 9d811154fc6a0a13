using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Programmes;

/// <summary>Reads a programme.</summary>
sealed class GetProgramme : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/programmes/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanRead)
        .Describe("getProgramme", "Reads a programme", "Its terms, its state, and how much of its places and money is taken.")
        .Refuses(Problems.NotFound);

    static async Task<Found<Programme>> Handle(Guid id, Db db, CancellationToken cancel) =>
        await db.Read(session => Programme.Find(session, id), cancel) is { } programme ? programme : Problems.NotFound;
}
