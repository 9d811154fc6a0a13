namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What replacing a receipt of a report comes to. The report's version is the ETag.</summary>
/// <param name="Report">The report as it is now, with the sum of its receipts.</param>
/// <param name="Receipt">The receipt as it is now.</param>
sealed record ReceiptEdited(SpendingReport Report, Receipt Receipt) : IVersioned
{
    int IVersioned.Version => Report.Version;
}
