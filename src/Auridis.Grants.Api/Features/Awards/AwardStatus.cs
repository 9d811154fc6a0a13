namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// <c>offered → accepted → active → completed</c>, <c>offered → active</c> with a waiver of remedies, <c>offered → declined |
/// expired</c>, <c>offered | accepted | active → terminated</c>.
/// </summary>
static class AwardStatus
{
    /// <summary>The money is committed; the office has not answered.</summary>
    public const string Offered = "offered";

    /// <summary>The office has accepted; the remedy period is running.</summary>
    public const string Accepted = "accepted";

    /// <summary>Final (bestandskräftig): money can be drawn.</summary>
    public const string Active = "active";

    /// <summary>Its account is settled: nothing is paid, claimed or reported any more.</summary>
    public const string Completed = "completed";

    /// <summary>Taken back, revoked or ended by the funding side; its place is free.</summary>
    public const string Terminated = "terminated";

    /// <summary>The office does not want it; its place and its money are free.</summary>
    public const string Declined = "declined";

    /// <summary>The office has not answered in time; its place and its money are free.</summary>
    public const string Expired = "expired";
}
