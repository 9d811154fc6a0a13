namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Which business event posts to which accounts: the only place where the two meet.</summary>
static class PostingMatrix
{
    public static readonly PostingRule Commitment = new(JournalEvent.Commitment,
        "An award is offered: the money is promised.",
        new AccountPair(Accounts.Commitments, Accounts.CommitmentsContra));

    public static readonly PostingRule CommitmentIncrease = new(JournalEvent.CommitmentIncrease,
        "An award comes to more than was promised before: more is promised.",
        new AccountPair(Accounts.Commitments, Accounts.CommitmentsContra));

    public static readonly PostingRule CommitmentRelease = new(JournalEvent.CommitmentRelease,
        "An offer is declined, or an award ends with money that is not needed: the promise is void.",
        new AccountPair(Accounts.CommitmentsContra, Accounts.Commitments));

    public static readonly PostingRule CommitmentUse = new(JournalEvent.CommitmentUse,
        "A payment is settled: that much of the promise is kept.",
        new AccountPair(Accounts.CommitmentsContra, Accounts.Commitments));

    public static readonly PostingRule CommitmentRestore = new(JournalEvent.CommitmentRestore,
        "Paid money came back: the promise stands again, as far as the site may still draw it.",
        new AccountPair(Accounts.Commitments, Accounts.CommitmentsContra));

    public static readonly PostingRule Payable = new(JournalEvent.Payable,
        "A payment is released: it is owed.",
        new AccountPair(Accounts.Grants, Accounts.PayableToSites));

    public static readonly PostingRule Stop = new(JournalEvent.Stop,
        "A released payment is stopped before the bank has booked it: it is not owed any more.",
        new AccountPair(Accounts.PayableToSites, Accounts.Grants));

    public static readonly PostingRule BankRejection = new(JournalEvent.BankRejection,
        "The bank was told to pay and did not: it is not owed any more.",
        new AccountPair(Accounts.PayableToSites, Accounts.Grants));

    public static readonly PostingRule Settlement = new(JournalEvent.Settlement,
        "The bank has booked a payment: over the transit account, from the bank.",
        new AccountPair(Accounts.PayableToSites, Accounts.BankTransit),
        new AccountPair(Accounts.BankTransit, Accounts.Bank));

    public static readonly PostingRule Return = new(JournalEvent.Return,
        "A settled payment came back from the recipient's bank: it is neither paid nor owed.",
        new AccountPair(Accounts.Bank, Accounts.BankTransit),
        new AccountPair(Accounts.BankTransit, Accounts.PayableToSites),
        new AccountPair(Accounts.PayableToSites, Accounts.Grants));

    public static readonly PostingRule RepaymentClaim = new(JournalEvent.RepaymentClaim,
        "Money is claimed back from a site.",
        new AccountPair(Accounts.RepaymentClaims, Accounts.GrantsReclaimed));

    public static readonly PostingRule RepaymentClaimReduction = new(JournalEvent.RepaymentClaimReduction,
        "The bank returned a payment that had already been claimed back: that much less is claimed. "
            + "What the site had paid of it is a credit.",
        new AccountPair(Accounts.GrantsReclaimed, Accounts.RepaymentClaims),
        new AccountPair(Accounts.GrantsReclaimed, Accounts.CreditsOwed))
    {
        Split = true,
    };

    public static readonly PostingRule RepaymentClaimAnnulment = RepaymentClaimReduction with
    {
        Event = JournalEvent.RepaymentClaimAnnulment,
        Meaning = "A report that led to a claim is examined anew after a remedy: that much was never owed. "
            + "What the site had paid of it is a credit.",
    };

    public static readonly PostingRule RepaymentReceipt = new(JournalEvent.RepaymentReceipt,
        "A site has paid back. What it paid beyond the claim is a credit.",
        new AccountPair(Accounts.Bank, Accounts.RepaymentClaims),
        new AccountPair(Accounts.Bank, Accounts.CreditsOwed))
    {
        Split = true,
    };

    public static readonly PostingRule Waiver = new(JournalEvent.Waiver,
        "A claim is given up for good, in whole or in part: what was paid stays paid.",
        new AccountPair(Accounts.ClaimsWaived, Accounts.RepaymentClaims));

    public static readonly PostingRule WriteOff = new(JournalEvent.WriteOff,
        "A claim is not pursued for now, in whole or in part.",
        new AccountPair(Accounts.ClaimsWrittenOff, Accounts.RepaymentClaims));

    public static readonly PostingRule WriteOffRecovery = new(JournalEvent.WriteOffRecovery,
        "Money came in on a claim that had been written off, or the claim was reduced: that much is not written off any more.",
        new AccountPair(Accounts.RepaymentClaims, Accounts.ClaimsWrittenOff));

    public static readonly PostingRule ReceiptReversal = new(JournalEvent.ReceiptReversal,
        "Money that was recorded on a claim has not come in: it is claimed again, as far as it is no credit that falls.",
        new AccountPair(Accounts.RepaymentClaims, Accounts.Bank),
        new AccountPair(Accounts.CreditsOwed, Accounts.Bank))
    {
        Split = true,
    };

    public static readonly PostingRule AwardRepayment = new(JournalEvent.AwardRepayment,
        "A site has paid back before anything was claimed: less is paid.",
        new AccountPair(Accounts.Bank, Accounts.Grants));

    public static readonly PostingRule AwardRepaymentReversal = new(JournalEvent.AwardRepaymentReversal,
        "Money that was recorded as paid back on an award has not come in: it is still paid.",
        new AccountPair(Accounts.Grants, Accounts.Bank));

    public static readonly PostingRule Refund = new(JournalEvent.Refund,
        "The refund of a credit is released: it is owed as a payment now.",
        new AccountPair(Accounts.CreditsOwed, Accounts.PayableToSites));

    public static readonly PostingRule RefundStop = new(JournalEvent.RefundStop,
        "A released refund is stopped before the bank has booked it: it is a credit again.",
        new AccountPair(Accounts.PayableToSites, Accounts.CreditsOwed));

    public static readonly PostingRule RefundRejection = new(JournalEvent.RefundRejection,
        "The bank has rejected a refund: it is a credit again.",
        new AccountPair(Accounts.PayableToSites, Accounts.CreditsOwed));

    public static readonly PostingRule RefundSettlement = new(JournalEvent.RefundSettlement,
        "The bank has booked a refund.",
        new AccountPair(Accounts.PayableToSites, Accounts.Bank));

    public static readonly PostingRule RefundReturn = new(JournalEvent.RefundReturn,
        "A settled refund came back from the recipient's bank: it is a credit again, as far as it is not open by now.",
        new AccountPair(Accounts.Bank, Accounts.PayableToSites),
        new AccountPair(Accounts.PayableToSites, Accounts.RepaymentClaims),
        new AccountPair(Accounts.PayableToSites, Accounts.CreditsOwed))
    {
        Split = true,
    };

    public static readonly PostingRule InterestClaim = OnInterest(RepaymentClaim, JournalEvent.InterestClaim,
        "Interest is claimed from a site.");

    public static readonly PostingRule InterestClaimReduction = OnInterest(
        RepaymentClaimReduction, JournalEvent.InterestClaimReduction,
        "Interest was reckoned anew, and comes to less: that much less is claimed.");

    public static readonly PostingRule InterestReceipt = OnInterest(RepaymentReceipt, JournalEvent.InterestReceipt,
        "A site has paid interest.");

    public static readonly PostingRule InterestWaiver = OnInterest(Waiver, JournalEvent.InterestWaiver,
        "Interest is waived: it is given up for good.");

    public static readonly PostingRule InterestWriteOff = OnInterest(WriteOff, JournalEvent.InterestWriteOff,
        "Interest is written off: it is not pursued for now.");

    public static readonly PostingRule InterestWriteOffRecovery = OnInterest(
        WriteOffRecovery, JournalEvent.InterestWriteOffRecovery,
        "Money came in on interest that had been written off, or less of it is claimed: that much is not written off any more.");

    public static readonly PostingRule InterestReceiptReversal = OnInterest(ReceiptReversal, JournalEvent.InterestReceiptReversal,
        "Money that was recorded as interest has not come in: it is claimed again, as far as it is no credit that falls.");

    public static readonly PostingRule InterestRefund = OnInterest(Refund, JournalEvent.InterestRefund,
        "The refund of interest that was paid too much is released: it is owed as a payment now.");

    public static readonly PostingRule InterestRefundStop = OnInterest(RefundStop, JournalEvent.InterestRefundStop,
        "A released refund of interest is stopped before the bank has booked it: it is a credit again.");

    public static readonly PostingRule InterestRefundRejection = OnInterest(RefundRejection, JournalEvent.InterestRefundRejection,
        "The bank has rejected a refund of interest: it is a credit again.");

    public static readonly PostingRule InterestRefundSettlement = OnInterest(RefundSettlement, JournalEvent.InterestRefundSettlement,
        "The bank has booked a refund of interest.");

    public static readonly PostingRule InterestRefundReturn = OnInterest(RefundReturn, JournalEvent.InterestRefundReturn,
        "A settled refund of interest came back from the recipient's bank: it is a credit again, as far as it is not open by now.");

    public static readonly PostingRule Contribution = new(JournalEvent.Contribution,
        "The funder has paid: it is owed to the funder until it is used or goes back.",
        new AccountPair(Accounts.Bank, Accounts.OwedToFunder));

    public static readonly PostingRule ContributionReturn = new(JournalEvent.ContributionReturn,
        "Money went back to the funder.",
        new AccountPair(Accounts.OwedToFunder, Accounts.Bank));

    public static readonly IReadOnlyList<PostingRule> All =
    [
        Commitment, CommitmentIncrease, CommitmentRelease, CommitmentUse, CommitmentRestore, Payable, Stop, BankRejection, Settlement,
        Return, RepaymentClaim, RepaymentClaimReduction, RepaymentClaimAnnulment, RepaymentReceipt, Waiver, WriteOff, WriteOffRecovery,
        ReceiptReversal, AwardRepayment, AwardRepaymentReversal, Refund, RefundStop, RefundRejection, RefundSettlement, RefundReturn,
        InterestClaim, InterestClaimReduction, InterestReceipt, InterestWaiver, InterestWriteOff, InterestWriteOffRecovery,
        InterestReceiptReversal, InterestRefund, InterestRefundStop, InterestRefundRejection, InterestRefundSettlement,
        InterestRefundReturn, Contribution, ContributionReturn,
    ];

    static readonly Dictionary<string, PostingRule> ByInterest = new(StringComparer.Ordinal)
    {
        [RepaymentClaim.Event] = InterestClaim,
        [RepaymentClaimReduction.Event] = InterestClaimReduction,
        [RepaymentClaimAnnulment.Event] = InterestClaimReduction,
        [RepaymentReceipt.Event] = InterestReceipt,
        [Waiver.Event] = InterestWaiver,
        [WriteOff.Event] = InterestWriteOff,
        [WriteOffRecovery.Event] = InterestWriteOffRecovery,
        [ReceiptReversal.Event] = InterestReceiptReversal,
        [Refund.Event] = InterestRefund,
        [RefundStop.Event] = InterestRefundStop,
        [RefundRejection.Event] = InterestRefundRejection,
        [RefundSettlement.Event] = InterestRefundSettlement,
        [RefundReturn.Event] = InterestRefundReturn,
    };

    /// <summary>
    /// What is posted instead where a claim is on interest. Interest is not money of a grant: it stands on accounts of its own, and does
    /// not count where that money is added up.
    /// </summary>
    public static PostingRule ForInterest(PostingRule rule) => ByInterest.GetValueOrDefault(rule.Event, rule);

    /// <summary>The same postings, on the accounts of interest.</summary>
    static PostingRule OnInterest(PostingRule rule, string @event, string meaning) => rule with
    {
        Event = @event,
        Meaning = meaning,
        Postings = [.. rule.Postings.Select(pair => new AccountPair(OfInterest(pair.DebitAccount), OfInterest(pair.CreditAccount)))],
    };

    static string OfInterest(string account) => account switch
    {
        Accounts.RepaymentClaims => Accounts.InterestClaims,
        Accounts.GrantsReclaimed => Accounts.InterestIncome,
        Accounts.PayableToSites => Accounts.InterestPayable,
        Accounts.CreditsOwed => Accounts.InterestCreditsOwed,
        _ => account,
    };
}
