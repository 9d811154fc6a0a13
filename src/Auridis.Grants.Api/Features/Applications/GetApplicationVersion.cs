using Auridis.Grants.Api.Features.Reviews;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Reads a submitted version of an application.</summary>
/// <remarks>A version never changes; the ETag is its content's SHA-256.</remarks>
sealed class GetApplicationVersion(CurrentUser user) : Read<ApplicationVersion>
{
    public override void Configure()
    {
        Get("/applications/{id:guid}/versions/{number:int}");
        Policies(Can.ReadApplications);
        Refuses(Problems.NotFound, ReviewProblems.ConflictUndeclared);
    }

    protected override async Task<Outcome<ApplicationVersion>> Handle(Session session)
    {
        var application = await Application.FindFor(session, Id, user);
        if (!application.Succeeded)
            return application.Refusal;
        return await session.OneOrNull<ApplicationVersion>(Select, new { Id, Number = Path<int>("number") }) is { } version
            ? version
            : Problems.NotFound;
    }

    const string Select = """
        select Number, Content, ContentHash, SubmittedBy, SubmittedOn, CreatedAt
        from ApplicationVersion
        where ApplicationId = @Id and Number = @Number
        """;
}
