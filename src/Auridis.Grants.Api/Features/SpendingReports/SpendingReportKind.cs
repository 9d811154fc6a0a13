namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What a report covers.</summary>
static class SpendingReportKind
{
    /// <summary>
    /// Zwischennachweis: on a part of the funding period. It is examined and accepted, and nothing is claimed or released by it.
    /// </summary>
    public const string Interim = "interim";

    /// <summary>Verwendungsnachweis: on the whole funding period, with the receipts of the interim reports. It settles the award.</summary>
    public const string Final = "final";
}
