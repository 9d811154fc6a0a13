namespace Auridis.Grants.Api.Platform.Auditing;

/// <summary>What can have happened to a resource: its kind, and the step.</summary>
static class AuditAction
{
    public const string AccountCreated = "account.created";

    public const string YouthOfficeCreated = "youth-office.created";
    public const string YouthOfficeEdited = "youth-office.edited";

    public const string BankAccountAdded = "bank-account.added";
    public const string BankAccountVerified = "bank-account.verified";
    public const string BankAccountRefused = "bank-account.refused";
    public const string BankAccountBlocked = "bank-account.blocked";

    public const string ContactAdded = "contact.added";
    public const string ContactEdited = "contact.edited";
    public const string ContactReplaced = "contact.replaced";

    public const string ConflictDeclarationSaved = "conflict-declaration.saved";

    public const string ProgrammeCreated = "programme.created";
    public const string ProgrammeEdited = "programme.edited";
    public const string ProgrammeDeleted = "programme.deleted";
    public const string ProgrammeOpened = "programme.opened";
    public const string ProgrammeClosed = "programme.closed";
    public const string ProgrammeCancelled = "programme.cancelled";
    public const string ProgrammeCompleted = "programme.completed";
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
    public const string ProgrammeReviewsAssigned = "programme.reviews-assigned";
    public const string ProgrammeCommitmentChanged = "programme.commitment-changed";
    public const string ProgrammeFundsExceeded = "programme.funds-exceeded";

    public const string ContributionProposed = "contribution.proposed";
    public const string ContributionConfirmed = "contribution.confirmed";
    public const string ContributionRefused = "contribution.refused";

    public const string ApplicationCreated = "application.created";
    public const string ApplicationEdited = "application.edited";
    public const string ApplicationAttachmentAdded = "application.attachment-added";
    public const string ApplicationAttachmentDeleted = "application.attachment-deleted";
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

    public const string LetterCreated = "letter.created";
    public const string LetterDispatched = "letter.dispatched";
    public const string LetterRead = "letter.read";
    public const string LetterReceived = "letter.received";

    public const string NoteWritten = "note.written";
    public const string NoteStruck = "note.struck";

    public const string AwardOffered = "award.offered";
    public const string AwardAnnounced = "award.announced";
    public const string AwardAccepted = "award.accepted";
    public const string AwardRemediesWaived = "award.remedies-waived";
    public const string AwardCountersigned = "award.countersigned";
    public const string AwardActivated = "award.activated";
    public const string AwardLateUseAllowed = "award.late-use-allowed";
    public const string AwardExpired = "award.expired";
    public const string AwardDeclined = "award.declined";
    public const string AwardRestRenounced = "award.rest-renounced";
    public const string AwardCompleted = "award.completed";
    public const string AwardReopened = "award.reopened";
    public const string AwardTerminationProposed = "award.termination-proposed";
    public const string AwardTerminationConfirmed = "award.termination-confirmed";
    public const string AwardTerminationRefused = "award.termination-refused";
    public const string AwardTerminated = "award.terminated";
    public const string AwardReduced = "award.reduced";

    public const string AwardAmended = "award.amended";

    public const string AmendmentProposed = "amendment.proposed";
    public const string AmendmentEndorsed = "amendment.endorsed";
    public const string AmendmentApproved = "amendment.approved";
    public const string AmendmentRefused = "amendment.refused";
    public const string AmendmentWithdrawn = "amendment.withdrawn";

    public const string NoticeGiven = "notice.given";
    public const string NoticeAnswered = "notice.answered";
    public const string NoticeReopened = "notice.reopened";
    public const string NoticeClosed = "notice.closed";

    public const string RemedyRecorded = "remedy.recorded";
    public const string RemedyClosed = "remedy.closed";
    public const string RemedyStruck = "remedy.struck";

    public const string DisbursementRequested = "disbursement.requested";
    public const string DisbursementRefundRequested = "disbursement.refund-requested";
    public const string DisbursementApproved = "disbursement.approved";
    public const string DisbursementReleased = "disbursement.released";
    public const string DisbursementBatched = "disbursement.batched";
    public const string DisbursementUnbatched = "disbursement.unbatched";
    public const string DisbursementInstructed = "disbursement.instructed";
    public const string DisbursementStopProposed = "disbursement.stop-proposed";
    public const string DisbursementStopped = "disbursement.stopped";
    public const string DisbursementRecordWithdrawn = "disbursement.record-withdrawn";
    public const string DisbursementSettlementRecorded = "disbursement.settlement-recorded";
    public const string DisbursementSettled = "disbursement.settled";
    public const string DisbursementReturnRecorded = "disbursement.return-recorded";
    public const string DisbursementReturned = "disbursement.returned";
    public const string DisbursementBankRejectionRecorded = "disbursement.bank-rejection-recorded";
    public const string DisbursementBankRejected = "disbursement.bank-rejected";
    public const string DisbursementRejected = "disbursement.rejected";
    public const string DisbursementCancelled = "disbursement.cancelled";
    public const string PaymentNotBooked = "payment.not-booked";

    public const string PaymentBatchCreated = "payment-batch.created";
    public const string PaymentBatchSigned = "payment-batch.signed";
    public const string PaymentBatchHandedOver = "payment-batch.handed-over";
    public const string PaymentBatchClosed = "payment-batch.closed";
    public const string PaymentBatchVoided = "payment-batch.voided";

    public const string SpendingReportExpected = "spending-report.expected";
    public const string SpendingReportDueDayMoved = "spending-report.due-day-moved";
    public const string SpendingReportOverdue = "spending-report.overdue";
    public const string SpendingReportEdited = "spending-report.edited";
    public const string SpendingReportReceiptsAdded = "spending-report.receipts-added";
    public const string SpendingReportReceiptsImported = "spending-report.receipts-imported";
    public const string SpendingReportReceiptEdited = "spending-report.receipt-edited";
    public const string SpendingReportReceiptDeleted = "spending-report.receipt-deleted";
    public const string SpendingReportAttachmentAdded = "spending-report.attachment-added";
    public const string SpendingReportAttachmentDeleted = "spending-report.attachment-deleted";
    public const string SpendingReportSubmitted = "spending-report.submitted";
    public const string SpendingReportReturned = "spending-report.returned";
    /// <summary>Examined as it was submitted last: it was returned, and not mended in time.</summary>
    public const string SpendingReportTakenUp = "spending-report.taken-up";

    public const string SpendingReportExaminationStarted = "spending-report.examination-started";
    public const string SpendingReportExaminationTakenOver = "spending-report.examination-taken-over";
    public const string SpendingReportSampled = "spending-report.sampled";
    public const string SpendingReportFindingsRecorded = "spending-report.findings-recorded";
    public const string SpendingReportHearingOpened = "spending-report.hearing-opened";
    public const string SpendingReportHearingReplied = "spending-report.hearing-replied";
    public const string SpendingReportAccepted = "spending-report.accepted";
    public const string SpendingReportReopened = "spending-report.reopened";
    public const string SpendingReportDropped = "spending-report.dropped";
    public const string ReportReopeningProposed = "report-reopening.proposed";
    public const string ReportReopeningConfirmed = "report-reopening.confirmed";
    public const string ReportReopeningRefused = "report-reopening.refused";

    public const string ReceiptImportUploaded = "receipt-import.uploaded";
    public const string ReceiptImportChecked = "receipt-import.checked";
    public const string ReceiptImportApplied = "receipt-import.applied";
    public const string ReceiptImportDiscarded = "receipt-import.discarded";

    public const string RepaymentClaimClaimed = "repayment-claim.claimed";
    public const string RepaymentClaimMoneyReceived = "repayment-claim.money-received";
    public const string RepaymentClaimReduced = "repayment-claim.reduced";
    public const string RepaymentClaimReceiptReversed = "repayment-claim.receipt-reversed";
    public const string RepaymentClaimRefunded = "repayment-claim.refunded";
    public const string RepaymentClaimRefundReturned = "repayment-claim.refund-returned";
    public const string RepaymentClaimOverdue = "repayment-claim.overdue";
    public const string RepaymentClaimDeferred = "repayment-claim.deferred";
    public const string RepaymentClaimDeferralEnded = "repayment-claim.deferral-ended";
    public const string RepaymentClaimWaived = "repayment-claim.waived";
    public const string RepaymentClaimWrittenOff = "repayment-claim.written-off";

    public const string DeferralProposed = "deferral.proposed";
    public const string DeferralConfirmed = "deferral.confirmed";
    public const string DeferralRefused = "deferral.refused";
    public const string DeferralEnded = "deferral.ended";
    public const string WaiverProposed = "waiver.proposed";
    public const string WaiverConfirmed = "waiver.confirmed";
    public const string WaiverRefused = "waiver.refused";
    public const string WriteOffProposed = "write-off.proposed";
    public const string WriteOffConfirmed = "write-off.confirmed";
    public const string WriteOffRefused = "write-off.refused";

    public const string RepaymentReceiptRecorded = "repayment-receipt.recorded";
    public const string RepaymentReceiptReversalProposed = "repayment-receipt.reversal-proposed";
    public const string RepaymentReceiptReversed = "repayment-receipt.reversed";
    public const string RepaymentReceiptReversalRefused = "repayment-receipt.reversal-refused";

    public const string BaseRateProposed = "base-rate.proposed";
    public const string BaseRateConfirmed = "base-rate.confirmed";
    public const string BaseRateReplaced = "base-rate.replaced";
    public const string BaseRateRefused = "base-rate.refused";
    public const string BaseRateUsed = "base-rate.used";

    public const string InterestProposed = "interest.proposed";
    public const string InterestConfirmed = "interest.confirmed";
    public const string InterestRefused = "interest.refused";

    public const string LedgerPeriodProposed = "ledger-period.proposed";
    public const string LedgerPeriodConfirmed = "ledger-period.confirmed";
    public const string LedgerPeriodRefused = "ledger-period.refused";

    public const string ExportRunCreated = "export-run.created";
    public const string ExportRunAcknowledged = "export-run.acknowledged";
    public const string ExportRunVoided = "export-run.voided";

    public const string ClockSet = "clock.set";
}
