namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What adding receipts to a report comes to. The report's version is the ETag.</summary>
/// <param name="Report">The report as it is now, with the number of its receipts and their sum.</param>
/// <param name="Receipts">Those that were added, in the order of the request.</param>
sealed record ReceiptsAdded(SpendingReport Report, IReadOnlyList<Receipt> Receipts) : IVersioned
{
    int IVersioned.Version => Report.Version;
}
