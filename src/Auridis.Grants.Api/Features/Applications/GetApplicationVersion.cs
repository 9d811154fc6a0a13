using System.Text.Json;
using Auridis.Grants.Api.Features.Reviews;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Reads an application as it was handed in.</summary>
/// <remarks>
/// A version never changes; the ETag is its content's SHA-256.
/// </remarks>
sealed class GetApplicationVersion(CurrentUser user) : Read<GetApplicationVersion.Response>
{
    /// <param name="Number">From 1, in the order of handing in.</param>
    /// <param name="Content">What was handed in.</param>
    /// <param name="ContentHash">SHA-256 of the content's JSON in UTF-8, as it stands here: 64 hexadecimal digits.</param>
    /// <param name="SubmittedBy">Who handed it in, as issuer#subject.</param>
    /// <param name="SubmittedAt">When, by the business clock.</param>
    public new sealed record Response(int Number, ApplicationContent Content, string ContentHash, string SubmittedBy, DateTimeOffset SubmittedAt) : IFrozen;

    public override void Configure()
    {
        Get("/applications/{id:guid}/versions/{number:int}");
        Policies(Can.ReadApplications);
        Refuses(Problems.NotFound, ReviewProblems.ConflictUndeclared);
    }

    protected override async Task<Outcome<Response>> Handle(Session session)
    {
        var application = await Application.FindFor(session, Id, user);
        if (!application.Succeeded)
            return application.Refusal;
        var version = await session.OneOrNull<Row>(Select, new { Id, Number = Path<int>("number") });
        return version is null ? Problems.NotFound : version.ToResponse();
    }

    const string Select = """
        select Number, Content, ContentHash, SubmittedBy, SubmittedAt from ApplicationVersion where ApplicationId = @Id and Number = @Number
        """;

    sealed class Row
    {
        public required int Number { get; init; }
        public required string Content { get; init; }
        public required string ContentHash { get; init; }
        public required string SubmittedBy { get; init; }
        public required DateTimeOffset SubmittedAt { get; init; }

        public Response ToResponse() => new(Number, StoredJson.Read<ApplicationContent>(Content), ContentHash, SubmittedBy, SubmittedAt);
    }
}
