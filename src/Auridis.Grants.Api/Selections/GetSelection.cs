using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Selections;

/// <summary>Reads a selection.</summary>
sealed class GetSelection : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/selections/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanReadSelections)
        .Describe("getSelection", "Reads a selection", "Its decisions, who stands by it, and every limit that it touches. Its ranking stands at /selections/{id}/ranking.")
        .Refuses(Problems.NotFound);

    static async Task<Found<Selection>> Handle(Guid id, Db db, CancellationToken cancel) =>
        await db.Read(session => Selection.Find(session, id), cancel) is { } selection ? selection : Problems.NotFound;
}
