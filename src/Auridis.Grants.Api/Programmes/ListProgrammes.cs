using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Programmes;

/// <summary>Lists programmes.</summary>
sealed class ListProgrammes : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/programmes", Handle)
        .RequireAuthorization(Policies.CanRead)
        .Describe("listProgrammes", "Lists programmes", "In the order in which they were made.");

    static Task<Listed<Programme>> Handle([AsParameters] Paging paging, Db db, CancellationToken cancel) =>
        paging.Read<Programme.Row, Programme>(db, Select, row => row.ToProgramme(), (After, Take) => new { After, Take }, cancel);

    const string Select = Programme.Row.Select + " where Seq > @After order by Seq";
}
