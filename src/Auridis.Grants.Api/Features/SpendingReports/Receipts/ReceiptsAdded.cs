namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What adding receipts to a report comes to.</summary>
/// <param name="Id">The report.</param>
/// <param name="Version">Its version after the addition.</param>
/// <param name="ReceiptCount">How many receipts it has now.</param>
/// <param name="Expenditure">Their sum.</param>
/// <param name="Receipts">Those that were added, in the order of the request.</param>
sealed record ReceiptsAdded(Guid Id, int Version, int ReceiptCount, Money Expenditure, IReadOnlyList<Receipt> Receipts) : IResource;
