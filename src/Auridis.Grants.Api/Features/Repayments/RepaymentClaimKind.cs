namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// What a claim is about: <c>unspent</c>, money that the site has not spent; <c>disallowed</c>, money that it has spent on what was not
/// recognised; <c>revoked</c>, money of an award that was withdrawn or revoked; <c>interest</c> on any of them.
/// </summary>
static class RepaymentClaimKind
{
    public const string Unspent = "unspent";
    public const string Disallowed = "disallowed";
    public const string Revoked = "revoked";
    public const string Interest = "interest";
}
