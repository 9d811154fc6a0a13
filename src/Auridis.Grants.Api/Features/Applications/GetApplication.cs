using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Reads an application.</summary>
/// <remarks>
/// An applicant reads those of their own office. A reviewer reads those assigned to them, after declaring that there is no conflict of
/// interest.
/// </remarks>
sealed class GetApplication(CurrentUser user) : Read<Application>
{
    public override void Configure()
    {
        Get("/applications/{id:guid}");
        Policies(Can.ReadApplications);
        Refuses(Problems.NotFound, YouthOfficeProblems.ConflictUndeclared);
    }

    protected override Task<Outcome<Application>> Handle(Session session) => Application.FindFor(session, Id, user);
}
