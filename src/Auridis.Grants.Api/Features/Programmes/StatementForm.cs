namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>How a report states what was spent.</summary>
static class StatementForm
{
    /// <summary>By each receipt.</summary>
    public const string ReceiptList = "receipt-list";

    /// <summary>
    /// By a total for each budget line, as municipalities do (ANBest-G); the examiner asks for the receipts of some lines.
    /// </summary>
    public const string LineTotals = "line-totals";
}
