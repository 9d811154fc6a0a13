namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>
/// A bank account is verified by another person than the one who entered it, and one that was blocked by another than the one who blocked
/// it, too (four eyes).
/// </summary>
static class WhoVerifiesBankAccounts
{
    /// <summary>The accounts that a person may verify, as a condition: the same as <see cref="WhyRefused"/>.</summary>
    public const string Condition = "EnteredBy <> @Actor and (Status <> 'blocked' or BlockedBy <> @Actor)";

    /// <summary>Why the caller may not verify this account; null when they may.</summary>
    public static Problem? WhyRefused(CurrentUser user, BankAccount account)
    {
        if (user.Is(account.EnteredBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Enterer));
        return account.Status == BankAccountStatus.Blocked && user.Is(account.BlockedBy)
            ? Problems.FourEyes.With(("earlier", ActedAs.Blocker))
            : null;
    }
}
