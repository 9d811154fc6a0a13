using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Reviews;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Applications;

/// <summary>Lists what was handed in.</summary>
sealed class ListApplicationVersions : IEndpoint
{
    /// <param name="Number">From 1, in the order of handing in.</param>
    /// <param name="ContentHash">SHA-256 of the content's JSON in UTF-8, 64 hexadecimal digits.</param>
    /// <param name="SubmittedAt">When it was handed in, by the business clock.</param>
    public sealed record Response(int Number, string ContentHash, DateTimeOffset SubmittedAt);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/applications/{id:guid}/versions", Handle)
        .RequireAuthorization(Policies.CanReadApplications)
        .Describe("listApplicationVersions", "Lists the versions that were handed in", "In the order of handing in, each with the hash of its content.")
        .Refuses(Problems.NotFound, ReviewProblems.ConflictUndeclared);

    static async Task<Listed<Response>> Handle(Guid id, [AsParameters] Paging paging, Db db, CurrentUser user, CancellationToken cancel)
    {
        var application = await db.Read(session => Application.FindFor(session, user, id), cancel);
        return application.Succeeded
            ? await paging.Read<Row, Response>(db, Select, row => new(row.Number, row.ContentHash, row.SubmittedAt), (After, Take) => new { After, Take, id }, cancel)
            : (Problem)application.Refusal;
    }

    const string Select = "select Seq, Number, ContentHash, SubmittedAt from ApplicationVersion where ApplicationId = @id and Seq > @After order by Seq";

    sealed class Row : IPaged
    {
        public required long Seq { get; init; }
        public required int Number { get; init; }
        public required string ContentHash { get; init; }
        public required DateTimeOffset SubmittedAt { get; init; }
    }
}
