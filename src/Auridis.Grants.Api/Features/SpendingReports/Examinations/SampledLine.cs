namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A budget line whose receipts the examiner has asked for.</summary>
/// <param name="Category">The line.</param>
/// <param name="Reason">Why.</param>
/// <param name="AskedOn">The day on which they were asked for.</param>
/// <param name="ReplyBy">The last day for them, to its end, Europe/Berlin.</param>
sealed record SampledLine(string Category, string Reason, DateOnly AskedOn, DateOnly ReplyBy);
