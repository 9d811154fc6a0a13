using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Reviews;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Applications;

/// <summary>Reads an application.</summary>
sealed class GetApplication : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/applications/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanReadApplications)
        .Describe("getApplication", "Reads an application",
            "An applicant reads its own office's; a reviewer those that it reviews, after it has declared that it has no conflict of interest.")
        .Refuses(Problems.NotFound, ReviewProblems.ConflictUndeclared);

    static async Task<Found<Application>> Handle(Guid id, Db db, CurrentUser user, CancellationToken cancel)
    {
        var found = await db.Read(session => Application.FindFor(session, user, id), cancel);
        return found.Succeeded ? found.Value : (Problem)found.Refusal;
    }
}
