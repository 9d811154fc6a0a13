using Auridis.Grants.Api.Features.SpendingReports;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>No money is requested, approved or released while a report of the award is overdue.</summary>
static class OverdueReport
{
    /// <summary>The problem with a report that is overdue; null when none is.</summary>
    public static async Task<Problem?> WhyRefused(Session session, Guid awardId, DateOnly today) =>
        await session.OneOrNull<DateOnly?>(Find, new { AwardId = awardId, Today = today }) is { } dueOn
            ? DisbursementProblems.ReportOverdue.With(("dueOn", dueOn), ("today", today))
            : null;

    const string Find = $"select min({SpendingReport.OwedOn}) from SpendingReport where AwardId = @AwardId and {SpendingReport.IsOverdue}";
}
