namespace Auridis.Grants.Api.Features.Awards;

/// <summary><c>offered → accepted → active</c>, <c>offered → active</c> with a waiver of remedies, <c>offered → declined</c>.</summary>
static class AwardStatus
{
    /// <summary>The money is committed; the office has not answered.</summary>
    public const string Offered = "offered";

    /// <summary>The office has accepted; the remedy period is running.</summary>
    public const string Accepted = "accepted";

    /// <summary>Final (bestandskräftig): money can be drawn.</summary>
    public const string Active = "active";

    /// <summary>The office does not want it; its place and its money are free.</summary>
    public const string Declined = "declined";
}
