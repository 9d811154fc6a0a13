using Auridis.Grants.Api;

namespace Auridis.Grants.BrowserTests;

/// <summary>From the offer to the closed account.</summary>
[TestFixture]
public sealed class AwardRoundTests : Round
{
    const string Contracting = "05911000";

    [Test]
    [CancelAfter(1_200_000)]
    public async Task An_award_is_played_to_its_closed_account_as_the_fields_are_filled()
    {
        using var others = new Backstage(Server.Url);

        await As("caseworker-1", "setClock");
        var programme = await others.Open("2018-B", ReferenceData.PressRelease);
        foreach (var (office, points) in new[] { (Site, 8), (Declining, 7), (Waiting, 6) })
            await others.Apply(programme, office, points);
        await MoveClockTo("2018-12-10");
        await others.Select(programme);
        await MoveClockTo("2018-12-14");
        foreach (var office in new[] { Site, Waiting })
            await others.Dispatch(office, on: "2018-12-14");

        await As("applicant-" + Declining, "listAwards", "declineAward");
        await As("applicant-" + Site, "listAwards", "getAward", "acceptAward");
        await As("applicant-" + Waiting, "listAwards", "acceptAward");
        await MoveClockTo("2019-02-06");
        await As("caseworker-1", "activateAward");
        await As("applicant-" + Waiting, "listAwards", "giveNotice", "listNotices", "getNotice", "proposeAmendment", "withdrawAmendment",
            "proposeAmendment");
        await As("caseworker-1", "endorseAmendment", "refuseAmendment", "closeNotice");
        await As("applicant-" + Waiting, "proposeAmendment", "listAmendments", "getAmendment");
        await As("caseworker-1", "endorseAmendment");
        await As("decider-1", "approveAmendment", "listAwardVersions", "getAwardVersion", "compareAwardVersions");
        await As("applicant-" + Site, "listAwards");
        await As("caseworker-1", "recordRemedy", "getRemedy", "listRemedies", "closeRemedy", "recordRemedy", "strikeRemedy");
        await As("applicant-" + Site, "listAwards", "waiveRemedies", "addBankAccount");
        await As("finance-3", "verifyBankAccount");
        await As("caseworker-1", "allowLateUse");

        await As("finance-1", "recordContribution", "refuseContribution", "recordContribution");
        await As("finance-2", "confirmContribution", "getContribution", "listContributions", "getProgrammeFunds");
        await As("applicant-" + Site, "requestDisbursement");
        await As("finance-1", "approveDisbursement");
        await As("finance-2", "releaseDisbursement");
        await As("treasury-1", "createPaymentBatch", "voidPaymentBatch", "createPaymentBatch", "signPaymentBatch");
        await As("treasury-2", "signPaymentBatch", "handOverPaymentBatch", "listPaymentBatches", "getPaymentBatch");
        await As("applicant-" + Site, "requestDisbursement", "listDisbursements", "getDisbursement");
        await As("finance-1", "approveDisbursement");
        await As("finance-2", "releaseDisbursement");
        await MoveClockTo("2019-02-12");
        await As("treasury-1", "recordSettlement");
        await As("treasury-2", "confirmSettlement");
        await As("treasury-1", "recordReturn", "withdrawRecord", "recordReturn");
        await As("treasury-2", "confirmReturn");
        await As("treasury-1", "listBatchPayments", "recordBankRejection");
        await As("treasury-2", "confirmBankRejection");
        await As("applicant-" + Site, "requestDisbursement");
        await As("finance-1", "rejectDisbursement");
        await As("applicant-" + Site, "requestDisbursement", "cancelDisbursement");
        await As("applicant-" + Site, "requestDisbursement");
        await As("finance-1", "approveDisbursement");
        await As("finance-2", "releaseDisbursement");
        await As("treasury-1", "stopDisbursement");
        await As("treasury-2", "confirmStop", "listPaymentSteps");
        await As("applicant-" + Site, "retryDisbursement", "cancelDisbursement");
        await others.PayAll(Site);

        await MoveClockTo("2021-03-01");
        await As("treasury-1", "recordAwardRepayment", "listAwardRepayments", "getRepaymentReceipt", "proposeReversal", "refuseReversal",
            "proposeReversal");
        await As("treasury-2", "confirmReversal");
        await As("applicant-" + Site, "listSpendingReports", "getSpendingReport", "editSpendingReport", "addReportAttachment",
            "listReportAttachments", "getReportAttachment", "getSpendingReport", "deleteReportAttachment");
        await As("applicant-" + Site, "importReceipts", "listReceiptImports", "listReceiptImportFaults", "getReceiptImport",
            "discardReceiptImport", "importReceipts", "listReceiptImports", "listReceiptImportFaults", "getReceiptImport",
            "applyReceiptImport", "getSpendingReport", "listReceipts", "deleteReceipt");
        await As("applicant-" + Site, "addReceipts", "listReceipts", "deleteReceipt", "getSpendingReport", "listReceipts",
            "deleteReceipt", "addReceipts", "submitSpendingReport");
        await As("finance-1", "examineSpendingReport", "returnSpendingReport");
        await As("applicant-" + Site, "editReceipt", "submitSpendingReport", "listSpendingReportVersions", "getSpendingReportVersion",
            "listSpendingReportVersionReceipts", "printSpendingReport");
        await As("finance-1", "examineSpendingReport", "getSpendingStatement", "recordFindings");
        await MoveClockTo("2021-03-15");
        await As("finance-1", "hearOffice");
        await As("applicant-" + Site, "replyToHearing");
        await As("finance-2", "acceptSpendingReport");
        await MoveClockTo("2021-08-20");
        await As("treasury-1", "listRepaymentClaims", "getRepaymentClaim", "recordRepayment", "listRepaymentReceipts");
        await As("finance-1", "getRepaymentClaim", "proposeDeferral", "refuseDeferral", "proposeDeferral", "listDeferrals", "getDeferral");
        await As("finance-2", "confirmDeferral", "endDeferral");
        await As("finance-1", "proposeWaiver", "refuseWaiver", "proposeWaiver", "listWaivers", "getWaiver");
        await As("finance-2", "confirmWaiver");
        await As("finance-1", "proposeWriteOff", "refuseWriteOff", "proposeWriteOff", "listWriteOffs", "getWriteOff");
        await As("finance-2", "confirmWriteOff");
        await others.OverpayClaim();
        await As("treasury-1", "getRepaymentClaim", "refundCredit");

        await As("admin-1", "proposeBaseRate", "refuseBaseRate", "proposeBaseRate");
        await As("finance-1", "confirmBaseRate", "getBaseRate", "listBaseRates");
        await MoveClockTo("2021-08-23");
        await As("finance-1", "listRepaymentClaims", "proposeClaimInterest", "getInterestCalculation", "refuseInterest",
            "proposeClaimInterest");
        await As("finance-2", "confirmInterest");
        await As("finance-1", "listInterestCalculations");

        await others.UpholdRemedy(Site, on: "2021-08-23");
        await As("finance-1", "listSpendingReports", "listReportReopenings", "proposeReportReopening", "refuseReportReopening",
            "getReportReopening", "proposeReportReopening");
        await As("finance-2", "confirmReportReopening");

        await As("caseworker-1", "proposeTermination", "listTerminations", "getTermination", "refuseTermination", "proposeTermination");
        await As("decider-1", "confirmTermination");

        await As("accounting-1", "listAccounts", "getPostingMatrix", "listJournalEntries", "getTrialBalance", "getAccountSheet",
            "verifyLedger", "closePeriod", "getPeriod", "refusePeriod", "closePeriod", "listPeriods");
        await As("finance-1", "getPeriod", "confirmPeriod");
        await As("accounting-1", "createExportRun", "listExportRuns", "getExportRun", "getExportFile", "voidExportRun", "createExportRun",
            "acknowledgeExportRun");
        await As("auditor-1", "listAuditEvents", "verifyAuditTrail");

        await others.MakeContract(Contracting, new DateOnly(2021, 8, 23), closes: () => MoveClockTo("2021-08-24"));
        await As("applicant-" + Contracting, "listAwards");
        await As("decider-1", "countersignAward");
        await As("applicant-" + Contracting, "renounceRest");
        await As("caseworker-1", "completeAward", "getProgramme", "completeProgramme");

        await IsEverythingAfterTheCall();
    }
}
