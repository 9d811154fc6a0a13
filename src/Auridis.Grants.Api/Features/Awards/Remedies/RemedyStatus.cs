namespace Auridis.Grants.Api.Features.Awards;

/// <summary><c>open → closed</c>, <c>open | closed → struck</c>.</summary>
static class RemedyStatus
{
    /// <summary>Not decided on: the award does not become final.</summary>
    public const string Open = "open";

    /// <summary>Decided on, or withdrawn.</summary>
    public const string Closed = "closed";

    /// <summary>It was recorded by mistake, and counts no more.</summary>
    public const string Struck = "struck";
}
