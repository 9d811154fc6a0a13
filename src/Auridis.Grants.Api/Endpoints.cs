using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Disbursements;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Observability;
using Auridis.Grants.Api.Ledger;
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
            .Map<CreateYouthOffice>()
            .Map<GetYouthOffice>()
            .Map<ListBankAccounts>()
            .Map<AddBankAccount>()
            .Map<GetBankAccount>()
            .Map<VerifyBankAccount>();

        api.MapGroup("").WithTags("Disbursements")
            .Map<ListDisbursements>()
            .Map<RequestDisbursement>()
            .Map<GetDisbursement>()
            .Map<ApproveDisbursement>()
            .Map<ReleaseDisbursement>()
            .Map<RejectDisbursement>()
            .Map<CancelDisbursement>()
            .Map<RecordSettlement>()
            .Map<ConfirmSettlement>()
            .Map<ReturnDisbursement>();

        api.MapGroup("").WithTags("Ledger")
            .Map<ListAccounts>()
            .Map<GetPostingMatrix>()
            .Map<ListEntries>()
            .Map<GetTrialBalance>()
            .Map<GetAccountSheet>();

        api.MapGroup("").WithTags("Audit")
            .Map<ListAuditEvents>()
            .Map<VerifyAuditTrail>();

        api.MapGroup("").WithTags("Problems")
            .Map<ListProblems>()
            .Map<GetProblem>();

        Health.Map(app);

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
