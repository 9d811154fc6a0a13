namespace Auridis.Grants.Api.Features.Interest;

/// <summary><c>proposed → confirmed | refused</c>.</summary>
static class InterestStatus
{
    /// <summary>It waits for a second person.</summary>
    public const string Proposed = "proposed";

    /// <summary>It is asked: what was not asked before is a claim, what was asked too much is asked no more.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>It is not asked.</summary>
    public const string Refused = "refused";
}
