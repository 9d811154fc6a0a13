using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.AuditTrail;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.BaseRates;
using Auridis.Grants.Api.Features.Clock;
using Auridis.Grants.Api.Features.Disbursements;
using Auridis.Grants.Api.Features.ExportRuns;
using Auridis.Grants.Api.Features.FunderContributions;
using Auridis.Grants.Api.Features.Interest;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Notes;
using Auridis.Grants.Api.Features.ProblemPages;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;
using Auridis.Grants.Api.Features.Reviews;
using Auridis.Grants.Api.Features.Selections;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Features.Tasks;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Security.Development;

namespace Auridis.Grants.Api;

/// <summary>Every slice of the API by its group, in the order in which a round uses them: its table of contents.</summary>
static class Endpoints
{
    static readonly (string Tag, Type[] Slices)[] Table =
    [
        ("Programmes",
        [
            typeof(ListProgrammes),
            typeof(CreateProgramme),
            typeof(GetProgramme),
            typeof(EditProgramme),
            typeof(DeleteProgramme),
            typeof(OpenProgramme),
            typeof(CancelProgramme),
            typeof(CompleteProgramme),
            typeof(CopyProgramme),
            typeof(ProposeExtension),
            typeof(GetExtension),
            typeof(ConfirmExtension),
            typeof(RefuseExtension),
            typeof(GrantLateException),
            typeof(GetProgrammeFunnel),
            typeof(EnterLot),
            typeof(ConfirmLot),
        ]),
        ("Youth offices",
        [
            typeof(ListYouthOffices),
            typeof(CreateYouthOffice),
            typeof(ImportYouthOffices),
            typeof(GetYouthOffice),
            typeof(EditYouthOffice),
            typeof(ListContacts),
            typeof(AddContact),
            typeof(GetContact),
            typeof(EditContact),
            typeof(ReplaceContact),
            typeof(ListBankAccounts),
            typeof(AddBankAccount),
            typeof(GetBankAccount),
            typeof(VerifyBankAccount),
            typeof(RefuseBankAccount),
            typeof(BlockBankAccount),
        ]),
        ("Applications",
        [
            typeof(ListApplications),
            typeof(CreateApplication),
            typeof(GetApplication),
            typeof(EditApplication),
            typeof(PatchApplication),
            typeof(GetCompleteness),
            typeof(ListAttachments),
            typeof(AddAttachment),
            typeof(GetAttachment),
            typeof(DeleteAttachment),
            typeof(SubmitApplication),
            typeof(RecallApplication),
            typeof(ReturnApplication),
            typeof(SetMendingDate),
            typeof(ProposeReopening),
            typeof(ConfirmReopening),
            typeof(WithdrawApplication),
            typeof(CheckApplication),
            typeof(ListApplicationVersions),
            typeof(GetApplicationVersion),
            typeof(CompareApplicationVersions),
            typeof(PrintApplicationVersion),
        ]),
        ("Reviews",
        [
            typeof(ListReviews),
            typeof(DistributeReviews),
            typeof(ListReviewers),
            typeof(AssignReview),
            typeof(GetReview),
            typeof(DeclareConflict),
            typeof(SaveScores),
            typeof(SubmitReview),
            typeof(WithdrawReview),
            typeof(ReassignReview),
        ]),
        ("Selections",
        [
            typeof(GetConflictDeclaration),
            typeof(SaveConflictDeclaration),
            typeof(GetRanking),
            typeof(ListSelections),
            typeof(CreateSelection),
            typeof(GetSelection),
            typeof(GetSelectionRanking),
            typeof(VerifySelection),
            typeof(EditSelection),
            typeof(ProposeSelection),
            typeof(SendBackSelection),
            typeof(ConfirmSelection),
            typeof(PublishSelection),
        ]),
        ("Letters",
        [
            typeof(ListLetters),
            typeof(GetLetter),
            typeof(GetLetterDocument),
            typeof(DispatchLetter),
            typeof(RecordLetterReceipt),
        ]),
        ("Notes",
        [
            typeof(ListNotes),
            typeof(AddNote),
            typeof(GetNote),
            typeof(StrikeNote),
        ]),
        ("Tasks",
        [
            typeof(ListTasks),
        ]),
        ("Awards",
        [
            typeof(ListAwards),
            typeof(GetAward),
            typeof(AcceptAward),
            typeof(WaiveRemedies),
            typeof(ActivateAward),
            typeof(AllowLateUse),
            typeof(CountersignAward),
            typeof(DeclineAward),
            typeof(ListRemedies),
            typeof(RecordRemedy),
            typeof(GetRemedy),
            typeof(CloseRemedy),
            typeof(StrikeRemedy),
            typeof(ListNotices),
            typeof(GiveNotice),
            typeof(GetNotice),
            typeof(CloseNotice),
            typeof(ListAmendments),
            typeof(ProposeAmendment),
            typeof(GetAmendment),
            typeof(EndorseAmendment),
            typeof(ApproveAmendment),
            typeof(RefuseAmendment),
            typeof(WithdrawAmendment),
            typeof(ListAwardVersions),
            typeof(GetAwardVersion),
            typeof(CompareAwardVersions),
            typeof(RenounceRest),
            typeof(CompleteAward),
            typeof(ListTerminations),
            typeof(ProposeTermination),
            typeof(GetTermination),
            typeof(ConfirmTermination),
            typeof(RefuseTermination),
        ]),
        ("Disbursements",
        [
            typeof(ListDisbursements),
            typeof(RequestDisbursement),
            typeof(GetDisbursement),
            typeof(ApproveDisbursement),
            typeof(ReleaseDisbursement),
            typeof(RejectDisbursement),
            typeof(CancelDisbursement),
            typeof(RetryDisbursement),
            typeof(ListPaymentSteps),
            typeof(StopDisbursement),
            typeof(ConfirmStop),
            typeof(WithdrawRecord),
            typeof(RecordSettlement),
            typeof(ConfirmSettlement),
            typeof(RecordReturn),
            typeof(ConfirmReturn),
            typeof(RecordBankRejection),
            typeof(ConfirmBankRejection),
        ]),
        ("Payment batches",
        [
            typeof(ListPaymentBatches),
            typeof(CreatePaymentBatch),
            typeof(GetPaymentBatch),
            typeof(ListBatchPayments),
            typeof(SignPaymentBatch),
            typeof(HandOverPaymentBatch),
            typeof(VoidPaymentBatch),
        ]),
        ("Spending reports",
        [
            typeof(ListSpendingReports),
            typeof(GetSpendingReport),
            typeof(EditSpendingReport),
            typeof(ListReceipts),
            typeof(AddReceipts),
            typeof(EditReceipt),
            typeof(DeleteReceipt),
            typeof(ListReceiptImports),
            typeof(ImportReceipts),
            typeof(GetReceiptImport),
            typeof(ListReceiptImportFaults),
            typeof(ApplyReceiptImport),
            typeof(DiscardReceiptImport),
            typeof(ListReportAttachments),
            typeof(AddReportAttachment),
            typeof(GetReportAttachment),
            typeof(DeleteReportAttachment),
            typeof(GetSpendingStatement),
            typeof(SubmitSpendingReport),
            typeof(ListSpendingReportVersions),
            typeof(GetSpendingReportVersion),
            typeof(ListSpendingReportVersionReceipts),
            typeof(PrintSpendingReport),
            typeof(ExamineSpendingReport),
            typeof(ReturnSpendingReport),
            typeof(SampleReceipts),
            typeof(RecordFindings),
            typeof(HearOffice),
            typeof(ReplyToHearing),
            typeof(AcceptSpendingReport),
        ]),
        ("Repayments",
        [
            typeof(ListRepaymentClaims),
            typeof(GetRepaymentClaim),
            typeof(ListRepaymentReceipts),
            typeof(RecordRepayment),
            typeof(RefundCredit),
            typeof(ListAwardRepayments),
            typeof(RecordAwardRepayment),
            typeof(GetRepaymentReceipt),
            typeof(ProposeReversal),
            typeof(ConfirmReversal),
            typeof(RefuseReversal),
            typeof(ListDeferrals),
            typeof(ProposeDeferral),
            typeof(GetDeferral),
            typeof(ConfirmDeferral),
            typeof(RefuseDeferral),
            typeof(EndDeferral),
            typeof(ListWaivers),
            typeof(ProposeWaiver),
            typeof(GetWaiver),
            typeof(ConfirmWaiver),
            typeof(RefuseWaiver),
            typeof(ListWriteOffs),
            typeof(ProposeWriteOff),
            typeof(GetWriteOff),
            typeof(ConfirmWriteOff),
            typeof(RefuseWriteOff),
        ]),
        ("Interest",
        [
            typeof(ListBaseRates),
            typeof(ProposeBaseRate),
            typeof(GetBaseRate),
            typeof(ConfirmBaseRate),
            typeof(RefuseBaseRate),
            typeof(ListInterestCalculations),
            typeof(ProposeClaimInterest),
            typeof(ProposeLateUseInterest),
            typeof(GetInterestCalculation),
            typeof(ConfirmInterest),
            typeof(RefuseInterest),
        ]),
        ("Funder contributions",
        [
            typeof(ListContributions),
            typeof(RecordContribution),
            typeof(GetContribution),
            typeof(ConfirmContribution),
            typeof(RefuseContribution),
            typeof(GetProgrammeFunds),
        ]),
        ("Ledger",
        [
            typeof(ListAccounts),
            typeof(GetPostingMatrix),
            typeof(ListJournalEntries),
            typeof(GetTrialBalance),
            typeof(GetAccountSheet),
            typeof(VerifyLedger),
            typeof(ListPeriods),
            typeof(ClosePeriod),
            typeof(GetPeriod),
            typeof(ConfirmPeriod),
            typeof(RefusePeriod),
        ]),
        ("Export runs",
        [
            typeof(ListExportRuns),
            typeof(CreateExportRun),
            typeof(GetExportRun),
            typeof(GetExportFile),
            typeof(AcknowledgeExportRun),
            typeof(VoidExportRun),
        ]),
        ("Audit",
        [
            typeof(ListAuditEvents),
            typeof(VerifyAuditTrail),
        ]),
        ("Problems",
        [
            typeof(ListProblems),
            typeof(GetProblem),
        ]),
        ("Clock",
        [
            typeof(GetClock),
            typeof(SetClock),
        ]),
    ];

    /// <summary>The slices of an environment: the clock can be set in Development only.</summary>
    public static IEnumerable<Type> Of(IHostEnvironment environment) => Table
        .SelectMany(group => group.Slices)
        .Where(slice => environment.IsDevelopment() || slice != typeof(SetClock));

    public static void Map(WebApplication app)
    {
        var tags = Table
            .SelectMany(group => group.Slices, (group, slice) => (group.Tag, slice))
            .ToDictionary(entry => entry.slice, entry => entry.Tag);
        app.MapSlices(slice => tags[slice]);

        if (app.Environment.IsDevelopment())
            app.MapGet("/", () => TypedResults.LocalRedirect("~/swagger")).AllowAnonymous().ExcludeFromDescription();

        // Not in the OpenAPI document as operations: it names them where it describes how to sign in.
        if (app.Services.GetService<DevelopmentIssuer>() is not null)
            app.MapGroup("/development").AllowAnonymous().ExcludeFromDescription().MapDevelopmentIssuer();
    }
}
