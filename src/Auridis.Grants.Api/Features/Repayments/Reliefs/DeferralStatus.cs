namespace Auridis.Grants.Api.Features.Repayments;

/// <summary><c>proposed → confirmed → ended</c>, <c>proposed → refused</c>.</summary>
static class DeferralStatus
{
    /// <summary>It waits for a second person.</summary>
    public const string Proposed = "proposed";

    /// <summary>It runs: the site need not pay.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>The claim stays due.</summary>
    public const string Refused = "refused";

    /// <summary>Its last day has passed, a person has ended it, or another one has taken its place.</summary>
    public const string Ended = "ended";
}
