namespace Auridis.Grants.Api.Features.Ledger;

/// <summary><c>proposed → confirmed | refused</c>; what was refused can be proposed anew.</summary>
static class PeriodStatus
{
    /// <summary>Its closing waits for a second person; it still takes entries.</summary>
    public const string Proposed = "proposed";

    /// <summary>The month is closed and gets no entry any more.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>The month stays open.</summary>
    public const string Refused = "refused";
}
