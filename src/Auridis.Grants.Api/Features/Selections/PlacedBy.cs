namespace Auridis.Grants.Api.Features.Selections;

/// <summary>What tells an application from those before and behind it in the ranking: how far one had to look.</summary>
static class PlacedBy
{
    /// <summary>Its mean score.</summary>
    public const string Score = "score";

    /// <summary>The mean of a criterion that breaks ties.</summary>
    public const string TieBreak = "tie-break";

    /// <summary>The lot.</summary>
    public const string Lot = "lot";

    /// <summary>Nothing yet: the lot is not drawn.</summary>
    public const string Tied = "tied";
}
