using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// A report is accepted only when everything that was drawn of its award has been settled: the result depends on what was paid.
/// </summary>
static class AllPaymentsSettled
{
    public static Problem? WhyRefused(Award award) => award.Drawn == award.Paid
        ? null
        : SpendingReportProblems.PaymentsOpen.With(("open", new Money(award.Drawn.Cents - award.Paid.Cents)));
}
