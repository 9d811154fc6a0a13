using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FastEndpoints;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Shows a submitted version of an application as a page to print.</summary>
/// <remarks>
/// In German, as plain HTML without scripts, with headings, and with tables that a screen reader follows. At its foot stands the SHA-256 of
/// the version: whoever has the paper can tell what it is a print of.
/// </remarks>
sealed class PrintApplicationVersion(CurrentUser user) : Slice<EmptyRequest, FoundPage>
{
    public override void Configure()
    {
        Get("/applications/{id:guid}/versions/{number:int}/print");
        Policies(Can.ReadApplications);
        Refuses(Problems.NotFound, YouthOfficeProblems.ConflictUndeclared);
    }

    protected override async Task<FoundPage> Answer(EmptyRequest request, CancellationToken cancel)
    {
        var found = await Db.Read(Find, cancel);
        return found.Succeeded ? found.Value.Page() : FoundPage.Refuse((Problem)found.Refusal);
    }

    async Task<Outcome<ApplicationPrint>> Find(Session session)
    {
        var application = await Application.FindFor(session, Id, user);
        if (!application.Succeeded)
            return application.Refusal;
        if (await ApplicationVersion.Find(session, Id, Path<int>("number")) is not { } version)
            return Problems.NotFound;
        var programme = (await Programme.Find(session, application.Value.ProgrammeId))!;
        var office = (await YouthOffice.FindByAgs(session, application.Value.OfficeAgs))!;
        return new ApplicationPrint(application.Value.Reference!, programme, office, version);
    }
}
