namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary><c>checking → ready | faulty</c>, <c>ready → applied</c>, <c>ready | faulty → discarded</c>.</summary>
static class ReceiptImportStatus
{
    /// <summary>Its rows are being read.</summary>
    public const string Checking = "checking";

    /// <summary>All of its rows are good: it can be applied.</summary>
    public const string Ready = "ready";

    /// <summary>Something is wrong with it, which its faults name.</summary>
    public const string Faulty = "faulty";

    /// <summary>Its rows are receipts of the report.</summary>
    public const string Applied = "applied";

    public const string Discarded = "discarded";
}
