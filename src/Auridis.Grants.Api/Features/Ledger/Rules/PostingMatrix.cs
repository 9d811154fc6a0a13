namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Which business event posts to which accounts: the only place where the two meet.</summary>
static class PostingMatrix
{
    public static readonly PostingRule Commitment = new("commitment", "An award is offered: the money is promised.",
        (Accounts.Commitments, Accounts.CommitmentsContra));

    public static readonly PostingRule CommitmentRelease = new("commitment-release", "An offer is declined, or an award ends with money that is not needed: the promise is void.",
        (Accounts.CommitmentsContra, Accounts.Commitments));

    public static readonly PostingRule CommitmentUse = new("commitment-use", "A payment was settled: that much of the promise is kept.",
        (Accounts.CommitmentsContra, Accounts.Commitments));

    public static readonly PostingRule CommitmentRestore = new("commitment-restore", "A settled payment came back: the promise stands again, as far as the site may still draw it.",
        (Accounts.Commitments, Accounts.CommitmentsContra));

    public static readonly PostingRule Payable = new("payable", "A payment is released: it is owed.",
        (Accounts.Grants, Accounts.PayableToSites));

    public static readonly PostingRule Settlement = new("settlement", "The bank has booked a payment: over the transit account, from the bank.",
        (Accounts.PayableToSites, Accounts.BankTransit), (Accounts.BankTransit, Accounts.Bank));

    public static readonly PostingRule Return = new("return", "A settled payment came back from the recipient's bank: it is neither paid nor owed.",
        (Accounts.Bank, Accounts.BankTransit), (Accounts.BankTransit, Accounts.PayableToSites), (Accounts.PayableToSites, Accounts.Grants));

    public static readonly PostingRule RepaymentClaim = new("repayment-claim", "Money is claimed back from a site.",
        (Accounts.RepaymentClaims, Accounts.GrantsReclaimed));

    public static readonly PostingRule RepaymentClaimReduction = new("repayment-claim-reduction", "A payment came back from the bank that was claimed back already: that much less is claimed.",
        (Accounts.GrantsReclaimed, Accounts.RepaymentClaims));

    public static readonly PostingRule RepaymentReceipt = new("repayment-receipt", "A site has paid back.",
        (Accounts.Bank, Accounts.RepaymentClaims));

    public static readonly IReadOnlyList<PostingRule> All =
        [Commitment, CommitmentRelease, CommitmentUse, CommitmentRestore, Payable, Settlement, Return, RepaymentClaim, RepaymentClaimReduction, RepaymentReceipt];
}

/// <summary>The postings of a business event: each debits one account and credits another, so an entry balances by construction.</summary>
/// <param name="Event">The business event, as entries name it.</param>
/// <param name="Meaning">What has happened.</param>
sealed record PostingRule(string Event, string Meaning, params IReadOnlyList<(string Debit, string Credit)> Postings);
