namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>An account of the ledger.</summary>
/// <param name="Number">Four digits.</param>
/// <param name="Name">The name of the account.</param>
/// <param name="Kind">Which side of the books it is on.</param>
sealed record Account(string Number, string Name, [property: OneOf(typeof(AccountKind))] string Kind)
{
    /// <summary>All accounts, by number.</summary>
    public static Task<List<Account>> All(Session session) => session.All<Account>(Select + " order by Number");

    /// <summary>The account, or null when there is none with this number.</summary>
    public static Task<Account?> Find(Session session, string number) =>
        session.OneOrNull<Account>(Select + " where Number = @Number", new { Number = number });

    const string Select = "select Number, Name, Kind from Account";
}

/// <summary>Which side of the books an account is on.</summary>
static class AccountKind
{
    public const string Asset = "asset";
    public const string Liability = "liability";
    public const string Income = "income";
    public const string Expense = "expense";

    /// <summary>Outside the books: what is promised and not yet owed.</summary>
    public const string Memo = "memo";
}
