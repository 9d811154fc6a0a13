using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.YouthOffices;

/// <summary>Reads a youth office.</summary>
sealed class GetYouthOffice : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/youth-offices/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanRead)
        .Describe("getYouthOffice", "Reads a youth office", "Its key, name and kind; public knowledge, so every caller may read it.")
        .Refuses(Problems.NotFound);

    static async Task<Found<YouthOffice>> Handle(Guid id, Db db, CancellationToken cancel) =>
        await db.Read(session => YouthOffice.Find(session, id), cancel) is { } office ? office : Problems.NotFound;
}
