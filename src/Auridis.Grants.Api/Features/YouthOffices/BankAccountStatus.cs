namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary><c>unverified → verified</c>. An account is never edited: another IBAN is another account, and starts unverified.</summary>
static class BankAccountStatus
{
    public const string Unverified = "unverified";

    /// <summary>A second person has compared it with the office's own letter: payments can go there.</summary>
    public const string Verified = "verified";
}
