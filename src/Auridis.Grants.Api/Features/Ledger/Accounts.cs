namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>The chart of accounts. Memo accounts show what is promised; they never go to a bookkeeping export.</summary>
static class Accounts
{
    public const string Bank = "1200";
    public const string BankTransit = "1360";
    public const string RepaymentClaims = "1400";
    public const string InterestClaims = "1410";
    public const string PayableToSites = "1700";
    public const string InterestPayable = "1701";
    public const string CreditsOwed = "1710";
    public const string InterestCreditsOwed = "1711";
    public const string OwedToFunder = "1800";
    public const string Grants = "4000";
    public const string GrantsReclaimed = "4900";
    public const string InterestIncome = "4910";
    public const string ClaimsWaived = "4940";
    public const string ClaimsWrittenOff = "4950";
    public const string Commitments = "9000";
    public const string CommitmentsContra = "9001";

    public static readonly IReadOnlyList<Account> All =
    [
        new(Bank, "Bank", AccountKind.Asset),
        new(BankTransit, "Bank in transit", AccountKind.Asset),
        new(RepaymentClaims, "Repayment claims on sites", AccountKind.Asset),
        new(InterestClaims, "Interest claims on sites", AccountKind.Asset),
        new(PayableToSites, "Payable to sites", AccountKind.Liability),
        new(InterestPayable, "Interest payable back to sites", AccountKind.Liability),
        new(CreditsOwed, "Credits owed to sites", AccountKind.Liability),
        new(InterestCreditsOwed, "Interest owed back to sites", AccountKind.Liability),
        new(OwedToFunder, "Owed to the funder", AccountKind.Liability),
        new(Grants, "Grants to sites", AccountKind.Expense),
        new(GrantsReclaimed, "Grants reclaimed from sites", AccountKind.Income),
        new(InterestIncome, "Interest from sites", AccountKind.Income),
        new(ClaimsWaived, "Repayment claims waived", AccountKind.Expense),
        new(ClaimsWrittenOff, "Repayment claims written off", AccountKind.Expense),
        new(Commitments, "Commitments to sites", AccountKind.Memo),
        new(CommitmentsContra, "Commitments, contra account", AccountKind.Memo),
    ];

    /// <summary>
    /// Loads the accounts that the database lacks: all of a new one, and those that a newer version of the program brings.
    /// </summary>
    public static async Task Load(Db db, TimeProvider time, CancellationToken cancel)
    {
        if ((await db.Read(Account.All, cancel)).Count == All.Count)
            return;
        await db.Write<bool>(Author.System(time), async tx =>
        {
            var known = await Account.All(tx);
            foreach (var account in All.Where(account => known.TrueForAll(other => other.Number != account.Number)))
            {
                await tx.Execute("insert into Account (Number, Name, Kind) values (@Number, @Name, @Kind)", account);
                // An account has a number and no id.
                Audit.Append(tx, AuditAction.AccountCreated, Guid.Empty, 1, account);
            }
            return true;
        }, cancel);
    }
}
