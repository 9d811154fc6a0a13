using System.Text.Json;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Reviews;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Applications;

/// <summary>Reads an application as it was handed in.</summary>
sealed class GetApplicationVersion : IEndpoint
{
    /// <param name="Number">From 1, in the order of handing in.</param>
    /// <param name="Content">What was handed in.</param>
    /// <param name="ContentHash">SHA-256 of the content's JSON in UTF-8, as it stands here: 64 hexadecimal digits.</param>
    /// <param name="SubmittedBy">Who handed it in, as issuer#subject.</param>
    /// <param name="SubmittedAt">When, by the business clock.</param>
    public sealed record Response(int Number, ApplicationContent Content, string ContentHash, string SubmittedBy, DateTimeOffset SubmittedAt) : IFrozen;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/applications/{id:guid}/versions/{number:int}", Handle)
        .RequireAuthorization(Policies.CanReadApplications)
        .Describe("getApplicationVersion", "Reads an application as it was handed in", "A version never changes; the ETag is its content's SHA-256.")
        .Refuses(Problems.NotFound, ReviewProblems.ConflictUndeclared);

    static Task<Found<Response>> Handle(Guid id, int number, Db db, CurrentUser user, CancellationToken cancel) => db.Read<Found<Response>>(async session =>
    {
        var application = await Application.FindFor(session, user, id);
        if (!application.Succeeded)
            return (Problem)application.Refusal;
        return await session.Find<Row>(Select, new { id, number }) is { } row ? row.ToResponse() : Problems.NotFound;
    }, cancel);

    const string Select = """
        select Number, Content, ContentHash, SubmittedBy, SubmittedAt from ApplicationVersion where ApplicationId = @id and Number = @number
        """;

    sealed class Row
    {
        public required int Number { get; init; }
        public required string Content { get; init; }
        public required string ContentHash { get; init; }
        public required string SubmittedBy { get; init; }
        public required DateTimeOffset SubmittedAt { get; init; }

        public Response ToResponse() => new(Number, JsonSerializer.Deserialize<ApplicationContent>(Content, Json.Stored)!, ContentHash, SubmittedBy, SubmittedAt);
    }
}
