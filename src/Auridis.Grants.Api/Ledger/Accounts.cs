namespace Auridis.Grants.Api.Ledger;

/// <summary>The chart of accounts. Memo accounts show what is promised; they never go to a bookkeeping export.</summary>
static class Accounts
{
    public const string Bank = "1200";
    public const string BankTransit = "1360";
    public const string RepaymentClaims = "1400";
    public const string PayableToSites = "1700";
    public const string Grants = "4000";
    public const string GrantsReclaimed = "4900";
    public const string Commitments = "9000";
    public const string CommitmentsContra = "9001";

    public static readonly IReadOnlyList<Account> All =
    [
        new(Bank, "Bank", AccountKind.Asset),
        new(BankTransit, "Bank in transit", AccountKind.Asset),
        new(RepaymentClaims, "Repayment claims on sites", AccountKind.Asset),
        new(PayableToSites, "Payable to sites", AccountKind.Liability),
        new(Grants, "Grants to sites", AccountKind.Expense),
        new(GrantsReclaimed, "Grants reclaimed from sites", AccountKind.Income),
        new(Commitments, "Commitments to sites", AccountKind.Memo),
        new(CommitmentsContra, "Commitments, contra account", AccountKind.Memo),
    ];
}

/// <summary>An account of the ledger.</summary>
/// <param name="Number">Four digits.</param>
/// <param name="Kind">Which side of the books it is on.</param>
sealed record Account(string Number, string Name, [property: Http.OneOf(typeof(AccountKind))] string Kind);

static class AccountKind
{
    public const string Asset = "asset";
    public const string Liability = "liability";
    public const string Income = "income";
    public const string Expense = "expense";

    /// <summary>Outside the books: what is promised and not yet owed.</summary>
    public const string Memo = "memo";
}
