using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Tells what submitting would refuse of an application's content.</summary>
/// <remarks>
/// As it is saved now: what is missing, and what the programme or a return does not allow. The finance plan is judged when it is complete.
/// Days are not looked at.
/// </remarks>
sealed class GetCompleteness(CurrentUser user) : Read<Completeness>
{
    public override void Configure()
    {
        Get("/applications/{id:guid}/completeness");
        Policies(Can.ReadApplications);
        Refuses(Problems.NotFound, YouthOfficeProblems.ConflictUndeclared);
    }

    protected override async Task<Outcome<Completeness>> Handle(Session session)
    {
        var found = await Application.FindFor(session, Id, user);
        if (!found.Succeeded)
            return found.Refusal;
        var programme = (await Programme.Find(session, found.Value.ProgrammeId))!;
        return Completeness.Of(ReadyContent.Faults(found.Value, await found.Value.ToMend(session), programme.Terms));
    }
}
