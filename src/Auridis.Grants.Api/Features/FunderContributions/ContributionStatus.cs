namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary><c>proposed → confirmed | refused</c>.</summary>
static class ContributionStatus
{
    /// <summary>It is recorded, waits for a second person, and counts for nothing yet.</summary>
    public const string Proposed = "proposed";

    /// <summary>It is posted, and counts in the programme's funds.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>It was recorded by mistake.</summary>
    public const string Refused = "refused";
}
