using Auridis.Grants.Api.Features.Reviews;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Lists the versions that were handed in.</summary>
/// <remarks>
/// In the order of handing in, each with the hash of its content.
/// </remarks>
sealed class ListApplicationVersions(CurrentUser user) : Page<ListApplicationVersions.Response>
{
    /// <param name="Number">From 1, in the order of handing in.</param>
    /// <param name="ContentHash">SHA-256 of the content's JSON in UTF-8, 64 hexadecimal digits.</param>
    /// <param name="SubmittedAt">When it was handed in, by the business clock.</param>
    public new sealed record Response(int Number, string ContentHash, DateTimeOffset SubmittedAt);

    public override void Configure()
    {
        Get("/applications/{id:guid}/versions");
        Policies(Can.ReadApplications);
        Refuses(Problems.NotFound, ReviewProblems.ConflictUndeclared);
    }

    protected override async Task<Outcome<ListOf<Response>>> Handle(Session session, Paging request)
    {
        var application = await Application.FindFor(session, Id, user);
        if (!application.Succeeded)
            return application.Refusal;
        return await request.Of<Row, Response>(session, Select, new { Id, request.AfterSeq, request.Take },
            row => new(row.Number, row.ContentHash, row.SubmittedAt));
    }

    const string Select = "select Seq, Number, ContentHash, SubmittedAt from ApplicationVersion where ApplicationId = @Id and Seq > @AfterSeq order by Seq";

    sealed class Row : IPaged
    {
        public required long Seq { get; init; }
        public required int Number { get; init; }
        public required string ContentHash { get; init; }
        public required DateTimeOffset SubmittedAt { get; init; }
    }
}
