namespace Auridis.Grants.Api.Features.Awards;

/// <summary><c>open → answered | closed</c>, <c>answered → open</c> when the amendment is withdrawn.</summary>
static class NoticeStatus
{
    /// <summary>It waits for a caseworker.</summary>
    public const string Open = "open";

    /// <summary>An amendment answers it.</summary>
    public const string Answered = "answered";

    /// <summary>Nothing follows from it.</summary>
    public const string Closed = "closed";
}
