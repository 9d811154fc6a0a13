using Auridis.Grants.Api.Applications;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Awards;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Disbursements;
using Auridis.Grants.Api.Exports;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Ledger;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Repayments;
using Auridis.Grants.Api.Reviews;
using Auridis.Grants.Api.Security.Development;
using Auridis.Grants.Api.Selections;
using Auridis.Grants.Api.SpendingReports;
using Auridis.Grants.Api.YouthOffices;

namespace Auridis.Grants.Api;

/// <summary>Every route of the API, in the order in which a round uses them: its table of contents.</summary>
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
            .Map<CloseProgramme>()
            .Map<EnterLot>()
            .Map<ConfirmLot>();

        api.MapGroup("").WithTags("Youth offices")
            .Map<ListYouthOffices>()
            .Map<CreateYouthOffice>()
            .Map<GetYouthOffice>()
            .Map<ListBankAccounts>()
            .Map<AddBankAccount>()
            .Map<GetBankAccount>()
            .Map<VerifyBankAccount>();

        api.MapGroup("").WithTags("Applications")
            .Map<ListApplications>()
            .Map<CreateApplication>()
            .Map<GetApplication>()
            .Map<EditApplication>()
            .Map<SubmitApplication>()
            .Map<WithdrawApplication>()
            .Map<CheckApplication>()
            .Map<ListApplicationVersions>()
            .Map<GetApplicationVersion>();

        api.MapGroup("").WithTags("Reviews")
            .Map<ListReviews>()
            .Map<AssignReview>()
            .Map<GetReview>()
            .Map<DeclareConflict>()
            .Map<SaveScores>()
            .Map<SubmitReview>()
            .Map<WithdrawReview>();

        api.MapGroup("").WithTags("Selections")
            .Map<GetRanking>()
            .Map<ListSelections>()
            .Map<CreateSelection>()
            .Map<GetSelection>()
            .Map<GetSelectionRanking>()
            .Map<EditSelection>()
            .Map<ProposeSelection>()
            .Map<SendBackSelection>()
            .Map<ConfirmSelection>()
            .Map<PublishSelection>();

        api.MapGroup("").WithTags("Awards")
            .Map<ListAwards>()
            .Map<GetAward>()
            .Map<AcceptAward>()
            .Map<WaiveRemedies>()
            .Map<ActivateAward>()
            .Map<DeclineAward>();

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
            .Map<RecordReturn>()
            .Map<ConfirmReturn>();

        api.MapGroup("").WithTags("Spending reports")
            .Map<ListSpendingReports>()
            .Map<GetSpendingReport>()
            .Map<EditSpendingReport>()
            .Map<ListReceipts>()
            .Map<AddReceipts>()
            .Map<DeleteReceipt>()
            .Map<GetStatement>()
            .Map<SubmitSpendingReport>()
            .Map<ExamineSpendingReport>()
            .Map<RecordFindings>()
            .Map<AcceptSpendingReport>();

        api.MapGroup("").WithTags("Repayments")
            .Map<ListRepaymentClaims>()
            .Map<GetRepaymentClaim>()
            .Map<ListRepaymentReceipts>()
            .Map<RecordRepayment>();

        api.MapGroup("").WithTags("Ledger")
            .Map<ListAccounts>()
            .Map<GetPostingMatrix>()
            .Map<ListEntries>()
            .Map<GetTrialBalance>()
            .Map<GetAccountSheet>();

        api.MapGroup("").WithTags("Export runs")
            .Map<ListExportRuns>()
            .Map<CreateExportRun>()
            .Map<GetExportRun>()
            .Map<GetExportFile>()
            .Map<AcknowledgeExportRun>()
            .Map<VoidExportRun>();

        api.MapGroup("").WithTags("Audit")
            .Map<ListAuditEvents>()
            .Map<VerifyAuditTrail>();

        api.MapGroup("").WithTags("Problems")
            .Map<ListProblems>()
            .Map<GetProblem>();

        var clock = api.MapGroup("").WithTags("Clock")
            .Map<GetClock>();
        if (app.Environment.IsDevelopment())
            clock.Map<SetClock>();

        if (app.Environment.IsDevelopment())
            app.MapGet("/", () => TypedResults.LocalRedirect("~/swagger")).AllowAnonymous().ExcludeFromDescription();

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
