using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Lists the submitted versions of an application.</summary>
/// <remarks>In the order of submission, each with the hash of its content.</remarks>
sealed class ListApplicationVersions(CurrentUser user) : Page<ApplicationVersionSummary>
{
    public override void Configure()
    {
        Get("/applications/{id:guid}/versions");
        Policies(Can.ReadApplications);
        Refuses(Problems.NotFound, YouthOfficeProblems.ConflictUndeclared);
    }

    protected override async Task<Outcome<ListOf<ApplicationVersionSummary>>> Handle(Session session, Paging request)
    {
        var application = await Application.FindFor(session, Id, user);
        return application.Succeeded
            ? await request.Of<ApplicationVersionSummary>(session, Select, new { Id, request.AfterSeq, request.Take })
            : application.Refusal;
    }

    const string Select = """
        select Number, ContentHash, SubmittedOn, CreatedAt
        from ApplicationVersion
        where ApplicationId = @Id and Number > @AfterSeq
        order by Number
        """;
}
