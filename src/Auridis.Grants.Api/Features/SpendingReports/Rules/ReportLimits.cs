namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// The most a report may hold, so that its statement is made in one transaction and its sum stays an amount.
/// </summary>
static class ReportLimits
{
    public const int MostReceipts = 50_000;

    public static readonly Money LargestSum = new(Money.MaxCents);

    public static Problem Full => SpendingReportProblems.ReportFull.With(("receiptLimit", MostReceipts), ("sumLimit", LargestSum));
}
