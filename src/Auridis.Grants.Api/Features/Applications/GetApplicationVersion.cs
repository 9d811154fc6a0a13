using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Reads a submitted version of an application.</summary>
/// <remarks>A version never changes; the ETag is its SHA-256, which covers its content and its files.</remarks>
sealed class GetApplicationVersion(CurrentUser user) : Read<ApplicationVersion>
{
    public override void Configure()
    {
        Get("/applications/{id:guid}/versions/{number:int}");
        Policies(Can.ReadApplications);
        Refuses(Problems.NotFound, YouthOfficeProblems.ConflictUndeclared);
    }

    protected override async Task<Outcome<ApplicationVersion>> Handle(Session session)
    {
        var application = await Application.FindFor(session, Id, user);
        if (!application.Succeeded)
            return application.Refusal;
        return await ApplicationVersion.Find(session, Id, Path<int>("number")) is { } version ? version : Problems.NotFound;
    }
}
