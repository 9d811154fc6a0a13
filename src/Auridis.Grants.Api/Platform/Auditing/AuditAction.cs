namespace Auridis.Grants.Api.Platform.Auditing;

/// <summary>What can have happened to a resource: its kind, and the step.</summary>
static class AuditAction
{
    public const string AccountCreated = "account.created";

    public const string YouthOfficeCreated = "youth-office.created";

    public const string BankAccountAdded = "bank-account.added";
    public const string BankAccountVerified = "bank-account.verified";

    public const string ProgrammeCreated = "programme.created";
    public const string ProgrammeEdited = "programme.edited";
    public const string ProgrammeDeleted = "programme.deleted";
    public const string ProgrammeOpened = "programme.opened";
    public const string ProgrammeClosed = "programme.closed";
    public const string ProgrammeCancelled = "programme.cancelled";
    public const string ProgrammeExtensionProposed = "programme.extension-proposed";
    public const string ProgrammeExtensionConfirmed = "programme.extension-confirmed";
    public const string ProgrammeExtensionRefused = "programme.extension-refused";
    public const string ProgrammeLateExceptionGranted = "programme.late-exception-granted";
    public const string ProgrammeLotEntered = "programme.lot-entered";
    public const string ProgrammeLotConfirmed = "programme.lot-confirmed";
    public const string ProgrammeDecided = "programme.decided";
    public const string ProgrammeRunning = "programme.running";
    public const string ProgrammePlacesTaken = "programme.places-taken";
    public const string ProgrammePlaceReleased = "programme.place-released";
    public const string ProgrammeMoneyReleased = "programme.money-released";

    public const string ApplicationCreated = "application.created";
    public const string ApplicationEdited = "application.edited";
    public const string ApplicationSubmitted = "application.submitted";
    public const string ApplicationRecalled = "application.recalled";
    public const string ApplicationReturned = "application.returned";
    public const string ApplicationMendingDateSet = "application.mending-date-set";
    public const string ApplicationMendingExpired = "application.mending-expired";
    public const string ApplicationReopeningProposed = "application.reopening-proposed";
    public const string ApplicationReopened = "application.reopened";
    public const string ApplicationChecked = "application.checked";
    public const string ApplicationSelected = "application.selected";
    public const string ApplicationWaitlisted = "application.waitlisted";
    public const string ApplicationRejected = "application.rejected";
    public const string ApplicationLapsed = "application.lapsed";
    public const string ApplicationWithdrawn = "application.withdrawn";

    public const string ReviewAssigned = "review.assigned";
    public const string ReviewDeclared = "review.declared";
    public const string ReviewScored = "review.scored";
    public const string ReviewSubmitted = "review.submitted";
    public const string ReviewWithdrawn = "review.withdrawn";

    public const string SelectionCreated = "selection.created";
    public const string SelectionEdited = "selection.edited";
    public const string SelectionProposed = "selection.proposed";
    public const string SelectionSentBack = "selection.sent-back";
    public const string SelectionConfirmed = "selection.confirmed";
    public const string SelectionPublished = "selection.published";

    public const string AwardOffered = "award.offered";
    public const string AwardAccepted = "award.accepted";
    public const string AwardRemediesWaived = "award.remedies-waived";
    public const string AwardActivated = "award.activated";
    public const string AwardDeclined = "award.declined";

    public const string DisbursementRequested = "disbursement.requested";
    public const string DisbursementApproved = "disbursement.approved";
    public const string DisbursementReleased = "disbursement.released";
    public const string DisbursementSettlementRecorded = "disbursement.settlement-recorded";
    public const string DisbursementSettled = "disbursement.settled";
    public const string DisbursementReturnRecorded = "disbursement.return-recorded";
    public const string DisbursementReturned = "disbursement.returned";
    public const string DisbursementRejected = "disbursement.rejected";
    public const string DisbursementCancelled = "disbursement.cancelled";

    public const string SpendingReportExpected = "spending-report.expected";
    public const string SpendingReportEdited = "spending-report.edited";
    public const string SpendingReportReceiptsAdded = "spending-report.receipts-added";
    public const string SpendingReportReceiptDeleted = "spending-report.receipt-deleted";
    public const string SpendingReportSubmitted = "spending-report.submitted";
    public const string SpendingReportExaminationStarted = "spending-report.examination-started";
    public const string SpendingReportExaminationTakenOver = "spending-report.examination-taken-over";
    public const string SpendingReportFindingsRecorded = "spending-report.findings-recorded";
    public const string SpendingReportAccepted = "spending-report.accepted";

    public const string RepaymentClaimClaimed = "repayment-claim.claimed";
    public const string RepaymentClaimMoneyReceived = "repayment-claim.money-received";
    public const string RepaymentClaimReduced = "repayment-claim.reduced";

    public const string ExportRunCreated = "export-run.created";
    public const string ExportRunAcknowledged = "export-run.acknowledged";
    public const string ExportRunVoided = "export-run.voided";

    public const string ClockSet = "clock.set";
}
