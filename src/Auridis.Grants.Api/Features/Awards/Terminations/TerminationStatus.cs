namespace Auridis.Grants.Api.Features.Awards;

/// <summary><c>proposed → confirmed | refused</c>.</summary>
static class TerminationStatus
{
    /// <summary>It waits for a second person.</summary>
    public const string Proposed = "proposed";

    /// <summary>The award is terminated, or reduced.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>The award stays as it was.</summary>
    public const string Refused = "refused";
}
