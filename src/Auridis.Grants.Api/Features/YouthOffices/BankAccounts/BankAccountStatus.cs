namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary><c>unverified → verified</c>. An account is never edited: another IBAN is another account, and starts unverified.</summary>
static class BankAccountStatus
{
    /// <summary>One person has entered it: no payment goes to it.</summary>
    public const string Unverified = "unverified";

    /// <summary>A second person has compared it with the office's own letter: payments can go to it.</summary>
    public const string Verified = "verified";
}
