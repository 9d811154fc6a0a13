using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// Money goes only to a bank account of the award's own office that a second person has verified: when it is requested, and again when it
/// is approved, released and handed to the bank, since an account can be blocked meanwhile.
/// </summary>
static class VerifiedAccount
{
    /// <param name="account">The account that money is requested for; null when there is none.</param>
    /// <param name="officeAgs">The office that the award belongs to.</param>
    public static Problem? WhyRefused(BankAccount? account, string officeAgs) =>
        account?.OfficeAgs == officeAgs ? WhyUnusable(account) : DisbursementProblems.BankAccountUnknown;

    /// <summary>
    /// Why a payment to this account goes no further; null when it does. The account is held until the transaction ends: who blocks it at
    /// the same moment is the first or the second, and a payment that is ordered first has seen it verified.
    /// </summary>
    public static async Task<Problem?> WhyRefused(Tx tx, Guid accountId) => WhyUnusable((await BankAccount.Lock(tx, accountId))!);

    static Problem? WhyUnusable(BankAccount account) => account.Status == BankAccountStatus.Verified
        ? null
        : DisbursementProblems.BankAccountUnverified.With(("actual", account.Status));
}
