namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>
/// <c>unverified → verified → blocked</c>, <c>unverified → refused</c>; a blocked account is verified anew. An account is never edited:
/// another IBAN is another account, and starts unverified.
/// </summary>
static class BankAccountStatus
{
    /// <summary>One person has entered it: no payment goes to it.</summary>
    public const string Unverified = "unverified";

    /// <summary>A second person has compared it with the office's own letter: payments can go to it.</summary>
    public const string Verified = "verified";

    /// <summary>It does not agree with the office's letter. Its IBAN can be entered anew.</summary>
    public const string Refused = "refused";

    /// <summary>Something is wrong with it: no payment goes to it until it is verified anew.</summary>
    public const string Blocked = "blocked";
}
