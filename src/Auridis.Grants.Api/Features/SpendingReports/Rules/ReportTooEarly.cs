namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// A report is on a whole period: it is submitted from the period's last day on, or once the office declares that the project has ended
/// (ANBest-P no. 6.1).
/// </summary>
static class ReportTooEarly
{
    public static Problem? WhyRefused(SpendingReport report, DateOnly today, bool finishedEarly) =>
        finishedEarly || today >= report.PeriodEndsOn
            ? null
            : SpendingReportProblems.TooEarly.With(("endsOn", report.PeriodEndsOn));
}
