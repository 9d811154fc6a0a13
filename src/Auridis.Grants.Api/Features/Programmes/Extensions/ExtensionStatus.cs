namespace Auridis.Grants.Api.Features.Programmes;

/// <summary><c>proposed → confirmed | refused</c>.</summary>
static class ExtensionStatus
{
    /// <summary>It waits for a second person.</summary>
    public const string Proposed = "proposed";

    /// <summary>The window ends on the later day.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>The window stays as it was.</summary>
    public const string Refused = "refused";
}
