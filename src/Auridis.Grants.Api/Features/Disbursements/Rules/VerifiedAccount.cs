using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Money goes only to a bank account of the award's own office that a second person has verified.</summary>
static class VerifiedAccount
{
    /// <param name="holderAgs">The office that has the account; null when there is no such account.</param>
    /// <param name="accountStatus">The status of the account.</param>
    /// <param name="officeAgs">The office that the award belongs to.</param>
    public static Problem? WhyRefused(string? holderAgs, string? accountStatus, string officeAgs) =>
        holderAgs != officeAgs ? DisbursementProblems.BankAccountUnknown
        : accountStatus != BankAccountStatus.Verified ? DisbursementProblems.BankAccountUnverified
        : null;
}
