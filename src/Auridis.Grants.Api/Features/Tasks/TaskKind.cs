namespace Auridis.Grants.Api.Features.Tasks;

/// <summary>What waits, and for what.</summary>
static class TaskKind
{
    /// <summary>A caseworker makes the formal check.</summary>
    public const string ApplicationToCheck = "application-to-check";

    /// <summary>The office mends its application and submits it again.</summary>
    public const string ApplicationToMend = "application-to-mend";

    /// <summary>The reviewer declares a conflict of interest, or that there is none.</summary>
    public const string ReviewToDeclare = "review-to-declare";

    /// <summary>The reviewer scores and submits.</summary>
    public const string ReviewToScore = "review-to-score";

    /// <summary>A caseworker assigns more reviews: with those that it has, the application does not reach the quorum.</summary>
    public const string QuorumMissing = "quorum-missing";

    /// <summary>A second decider confirms the lot.</summary>
    public const string LotToConfirm = "lot-to-confirm";

    /// <summary>A second decider confirms the selection.</summary>
    public const string SelectionToConfirm = "selection-to-confirm";

    /// <summary>A decider publishes the selection.</summary>
    public const string SelectionToPublish = "selection-to-publish";

    /// <summary>The office accepts the award, or declines it.</summary>
    public const string OfferToAnswer = "offer-to-answer";

    /// <summary>A caseworker activates the award: it is final.</summary>
    public const string RemedyPeriodOver = "remedy-period-over";

    /// <summary>A caseworker answers what an office has told of its award, with an amendment, or closes it.</summary>
    public const string NoticeToAnswer = "notice-to-answer";

    /// <summary>A caseworker endorses what an office has proposed to amend, or refuses it.</summary>
    public const string AmendmentToEndorse = "amendment-to-endorse";

    /// <summary>A decider who has neither proposed nor endorsed the amendment approves it, or refuses it.</summary>
    public const string AmendmentToApprove = "amendment-to-approve";

    /// <summary>The office requests what it is entitled to and has not drawn, or renounces it.</summary>
    public const string RestToRequest = "rest-to-request";

    /// <summary>A caseworker completes the award: its account is settled.</summary>
    public const string AwardToComplete = "award-to-complete";

    /// <summary>A decider who has not proposed the termination confirms it.</summary>
    public const string TerminationToConfirm = "termination-to-confirm";

    /// <summary>A caseworker sends the letter, for the first time or since it was not read in the portal.</summary>
    public const string LetterToDispatch = "letter-to-dispatch";

    /// <summary>The office submits its spending report: the period has ended.</summary>
    public const string ReportDue = "report-due";

    /// <summary>A caseworker asks the office for its spending report, extends the period, or has the award terminated.</summary>
    public const string ReportOverdue = "report-overdue";

    /// <summary>The office mends its spending report and submits it again.</summary>
    public const string ReportToMend = "report-to-mend";

    /// <summary>The office adds the receipts of the lines that the examiner has asked for.</summary>
    public const string ReceiptsToAdd = "receipts-to-add";

    /// <summary>A person of finance examines the spending report: it was submitted, or returned and not mended in time.</summary>
    public const string ReportToExamine = "report-to-examine";

    /// <summary>The examiner goes on: the office has replied to the hearing, or the day for it has passed.</summary>
    public const string HearingOver = "hearing-over";

    /// <summary>A person of finance from whom no finding comes accepts the examination.</summary>
    public const string ReportToAccept = "report-to-accept";

    /// <summary>A person of finance approves the payment, or rejects it.</summary>
    public const string PaymentToApprove = "payment-to-approve";

    /// <summary>Another person of finance releases the payment.</summary>
    public const string PaymentToRelease = "payment-to-release";

    /// <summary>The treasury records what the bank booked, or what else it answered to a payment that it was handed.</summary>
    public const string PaymentToSettle = "payment-to-settle";

    /// <summary>A second person of the treasury confirms the settlement, the stop, the return or the rejection by the bank.</summary>
    public const string PaymentToConfirm = "payment-to-confirm";

    /// <summary>
    /// Released, or to be paid by the bank, five working days ago and not booked: the treasury asks the bank, or stops the payment.
    /// </summary>
    public const string PaymentNotBooked = "payment-not-booked";

    /// <summary>A person of the treasury who has not signed the batch signs it.</summary>
    public const string BatchToSign = "batch-to-sign";

    /// <summary>The treasury hands the signed batch to the bank, or voids it when its day has passed.</summary>
    public const string BatchToHandOver = "batch-to-hand-over";

    /// <summary>The treasury refunds what has come in beyond a claim.</summary>
    public const string CreditToRefund = "credit-to-refund";

    /// <summary>A second person of the treasury confirms that money has not come in, or refuses the reversal.</summary>
    public const string ReversalToConfirm = "reversal-to-confirm";

    /// <summary>A person of finance asks the office for what it has not paid back in time, or proposes to defer or to waive it.</summary>
    public const string ClaimOverdue = "claim-overdue";

    /// <summary>A second person of finance confirms the deferral, or refuses it.</summary>
    public const string DeferralToConfirm = "deferral-to-confirm";

    /// <summary>A second person of finance confirms the waiver, or refuses it.</summary>
    public const string WaiverToConfirm = "waiver-to-confirm";

    /// <summary>A second person of finance confirms the write-off, or refuses it.</summary>
    public const string WriteOffToConfirm = "write-off-to-confirm";

    /// <summary>A second person of finance confirms the funder's money, or refuses it.</summary>
    public const string ContributionToConfirm = "contribution-to-confirm";

    /// <summary>A second person confirms that the month is closed, or refuses it.</summary>
    public const string PeriodToConfirm = "period-to-confirm";

    /// <summary>Another person of finance confirms the interest, or refuses it.</summary>
    public const string InterestToConfirm = "interest-to-confirm";

    /// <summary>A person of finance confirms the base rate, or refuses it.</summary>
    public const string RateToConfirm = "rate-to-confirm";

    /// <summary>A second person verifies the account, or refuses it.</summary>
    public const string AccountToVerify = "account-to-verify";

    /// <summary>A second caseworker confirms the extension, while the window is still open.</summary>
    public const string ExtensionToConfirm = "extension-to-confirm";

    /// <summary>A decider, of a report a person of finance, who has not proposed the reopening confirms it.</summary>
    public const string ReopeningToConfirm = "reopening-to-confirm";
}
