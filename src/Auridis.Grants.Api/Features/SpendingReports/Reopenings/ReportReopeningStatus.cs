namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary><c>proposed → confirmed | refused</c>.</summary>
static class ReportReopeningStatus
{
    /// <summary>It waits for a second person.</summary>
    public const string Proposed = "proposed";

    /// <summary>The report is examined anew.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>What the report came to stands.</summary>
    public const string Refused = "refused";
}
