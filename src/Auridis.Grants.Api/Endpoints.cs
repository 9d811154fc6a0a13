using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Security.Development;
using Auridis.Grants.Api.YouthOffices;

namespace Auridis.Grants.Api;

/// <summary>Every route of the API, by resource: its table of contents.</summary>
static class Endpoints
{
    public static void Map(WebApplication app)
    {
        var api = app.MapGroup("").AddEndpointFilterFactory(RequestFilter.Create);

        api.MapGroup("").WithTags("Programmes")
            .Map<ListProgrammes>()
            .Map<CreateProgramme>()
            .Map<GetProgramme>()
            .Map<EditProgramme>()
            .Map<DeleteProgramme>()
            .Map<OpenProgramme>()
            .Map<CloseProgramme>();

        api.MapGroup("").WithTags("Youth offices")
            .Map<ListYouthOffices>()
            .Map<GetYouthOffice>();

        var clock = api.MapGroup("").WithTags("Clock")
            .Map<GetClock>();
        if (app.Environment.IsDevelopment())
            clock.Map<SetClock>();

        // Not in the OpenAPI document as operations: it names them where it describes how to sign in.
        if (app.Services.GetService<DevelopmentIssuer>() is not null)
        {
            app.MapGroup("/development").AllowAnonymous().ExcludeFromDescription()
                .Map<GetConfiguration>()
                .Map<GetKeys>()
                .Map<ChoosePerson>()
                .Map<SignIn>()
                .Map<IssueToken>();
        }
    }
}
