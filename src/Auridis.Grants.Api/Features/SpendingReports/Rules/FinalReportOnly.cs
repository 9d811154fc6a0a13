namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// Only the final report settles an award: an interim report judges no tolerance, yields no entitlement, and claims nothing back, so that
/// nobody is heard on it.
/// </summary>
static class FinalReportOnly
{
    public static Problem? WhyRefused(SpendingReport report) => report.IsFinal ? null : SpendingReportProblems.InterimReport;
}
