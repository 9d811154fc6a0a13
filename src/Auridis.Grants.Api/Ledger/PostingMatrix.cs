namespace Auridis.Grants.Api.Ledger;

/// <summary>Which business event posts to which accounts: the only place where the two meet.</summary>
static class PostingMatrix
{
    /// <summary>An award is offered: the money is promised.</summary>
    public static readonly PostingRule Commitment = new("commitment", (Accounts.Commitments, Accounts.CommitmentsContra));

    /// <summary>An offer is declined, or an award ends with money that is not needed: the promise is void.</summary>
    public static readonly PostingRule CommitmentRelease = new("commitment-release", (Accounts.CommitmentsContra, Accounts.Commitments));

    /// <summary>A payment was settled: that much of the promise is kept.</summary>
    public static readonly PostingRule CommitmentUse = new("commitment-use", (Accounts.CommitmentsContra, Accounts.Commitments));

    /// <summary>A settled payment came back: the promise stands again.</summary>
    public static readonly PostingRule CommitmentRestore = new("commitment-restore", (Accounts.Commitments, Accounts.CommitmentsContra));

    /// <summary>A payment is released: it is owed.</summary>
    public static readonly PostingRule Payable = new("payable", (Accounts.Grants, Accounts.PayableToSites));

    /// <summary>The bank has booked a payment: over the transit account, from the bank.</summary>
    public static readonly PostingRule Settlement = new("settlement", (Accounts.PayableToSites, Accounts.BankTransit), (Accounts.BankTransit, Accounts.Bank));

    /// <summary>A settled payment came back from the recipient's bank: it is neither paid nor owed.</summary>
    public static readonly PostingRule Return = new("return",
        (Accounts.Bank, Accounts.BankTransit), (Accounts.BankTransit, Accounts.PayableToSites), (Accounts.PayableToSites, Accounts.Grants));

    /// <summary>Money is claimed back from a site.</summary>
    public static readonly PostingRule RepaymentClaim = new("repayment-claim", (Accounts.RepaymentClaims, Accounts.GrantsReclaimed));

    /// <summary>A site has paid back.</summary>
    public static readonly PostingRule RepaymentReceipt = new("repayment-receipt", (Accounts.Bank, Accounts.RepaymentClaims));

    public static readonly IReadOnlyList<PostingRule> All =
        [Commitment, CommitmentRelease, CommitmentUse, CommitmentRestore, Payable, Settlement, Return, RepaymentClaim, RepaymentReceipt];
}

/// <summary>The postings of a business event: each debits one account and credits another, so an entry balances by construction.</summary>
sealed record PostingRule(string Event, params IReadOnlyList<(string Debit, string Credit)> Postings);
