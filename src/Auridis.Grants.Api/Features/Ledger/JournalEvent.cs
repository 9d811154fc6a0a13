namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>A business event that is posted. What each posts stands in the posting matrix.</summary>
static class JournalEvent
{
    public const string Commitment = "commitment";
    public const string CommitmentIncrease = "commitment-increase";
    public const string CommitmentRelease = "commitment-release";
    public const string CommitmentUse = "commitment-use";
    public const string CommitmentRestore = "commitment-restore";
    public const string Payable = "payable";
    public const string Stop = "stop";
    public const string BankRejection = "bank-rejection";
    public const string Settlement = "settlement";
    public const string Return = "return";
    public const string RepaymentClaim = "repayment-claim";
    public const string RepaymentClaimReduction = "repayment-claim-reduction";
    public const string RepaymentClaimAnnulment = "repayment-claim-annulment";
    public const string RepaymentReceipt = "repayment-receipt";
    public const string Waiver = "waiver";
    public const string WriteOff = "write-off";
    public const string WriteOffRecovery = "write-off-recovery";
    public const string ReceiptReversal = "receipt-reversal";
    public const string AwardRepayment = "award-repayment";
    public const string AwardRepaymentReversal = "award-repayment-reversal";
    public const string Refund = "refund";
    public const string RefundStop = "refund-stop";
    public const string RefundRejection = "refund-rejection";
    public const string RefundSettlement = "refund-settlement";
    public const string RefundReturn = "refund-return";
    public const string InterestClaim = "interest-claim";
    public const string InterestClaimReduction = "interest-claim-reduction";
    public const string InterestReceipt = "interest-receipt";
    public const string InterestWaiver = "interest-waiver";
    public const string InterestWriteOff = "interest-write-off";
    public const string InterestWriteOffRecovery = "interest-write-off-recovery";
    public const string InterestReceiptReversal = "interest-receipt-reversal";
    public const string InterestRefund = "interest-refund";
    public const string InterestRefundStop = "interest-refund-stop";
    public const string InterestRefundRejection = "interest-refund-rejection";
    public const string InterestRefundSettlement = "interest-refund-settlement";
    public const string InterestRefundReturn = "interest-refund-return";
    public const string Contribution = "contribution";
    public const string ContributionReturn = "contribution-return";
}
