namespace Auridis.Grants.Api.Features.Programmes;

/// <summary><c>draft → open → closed → decided → running</c>.</summary>
static class ProgrammeStatus
{
    public const string Draft = "draft";
    public const string Open = "open";
    public const string Closed = "closed";

    /// <summary>A selection has been published.</summary>
    public const string Decided = "decided";

    /// <summary>The first award is final.</summary>
    public const string Running = "running";
}
