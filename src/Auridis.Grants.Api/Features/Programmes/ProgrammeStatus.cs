namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// <c>draft → open → closed → decided → running → completed</c>; <c>decided → completed</c>, when no award has become active;
/// <c>completed → running</c>, when a report of it is examined anew; <c>open | closed → cancelled</c>.
/// </summary>
static class ProgrammeStatus
{
    /// <summary>It can be edited and deleted.</summary>
    public const string Draft = "draft";

    /// <summary>It takes applications.</summary>
    public const string Open = "open";

    /// <summary>Its deadline has passed.</summary>
    public const string Closed = "closed";

    /// <summary>A selection has been published.</summary>
    public const string Decided = "decided";

    /// <summary>The first award is final.</summary>
    public const string Running = "running";

    /// <summary>All its awards have ended, and nobody waits any more.</summary>
    public const string Completed = "completed";

    /// <summary>It was given up before anything was decided. What is in it stays as it is.</summary>
    public const string Cancelled = "cancelled";
}
