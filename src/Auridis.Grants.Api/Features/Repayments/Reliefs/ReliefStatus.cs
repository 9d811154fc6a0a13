namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Of a waiver or a write-off: <c>proposed → confirmed | refused</c>.</summary>
static class ReliefStatus
{
    /// <summary>It waits for a second person.</summary>
    public const string Proposed = "proposed";

    /// <summary>It is posted, and lowers what is open.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>The claim stays as it is.</summary>
    public const string Refused = "refused";
}
