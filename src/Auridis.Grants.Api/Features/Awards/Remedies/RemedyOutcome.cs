namespace Auridis.Grants.Api.Features.Awards;

/// <summary>What has become of a remedy.</summary>
static class RemedyOutcome
{
    /// <summary>The office has withdrawn it.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>The decision stands.</summary>
    public const string Rejected = "rejected";

    /// <summary>The office is right, in full or in part.</summary>
    public const string Upheld = "upheld";
}
