namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// <c>checking → ready | faulty</c>, <c>ready → applied</c>, <c>ready | faulty → discarded</c>; and <c>checking → discarded</c> when its
/// report goes on without it.
/// </summary>
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

    /// <summary>By its office, or because its report was submitted, examined anew, accepted or dropped without it.</summary>
    public const string Discarded = "discarded";
}
