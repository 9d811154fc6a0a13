using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// The report is on the whole period: it is submitted from the period's last day on, or once the office declares that the project has ended
/// (ANBest-P no. 6.1).
/// </summary>
static class ReportTooEarly
{
    public static Problem? WhyRefused(Award award, DateOnly today, bool finishedEarly) => finishedEarly || today >= award.EndsOn
        ? null
        : SpendingReportProblems.TooEarly.With(("endsOn", award.EndsOn));
}
