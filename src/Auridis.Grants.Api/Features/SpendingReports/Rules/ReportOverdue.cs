namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// A report is overdue after the day it is due, as long as it has not been submitted (<see cref="SpendingReport.IsOverdue"/>). While a
/// report of an award is overdue, no money of the award is requested, approved or released.
/// </summary>
static class ReportOverdue
{
    /// <summary>The earliest day on which an overdue report of the award was due; null when none is overdue.</summary>
    public static Task<DateOnly?> DueOn(Session session, Guid awardId, DateOnly today) =>
        session.OneOrNull<DateOnly?>(Find, new { AwardId = awardId, Today = today });

    const string Find = $"select min(DueOn) from SpendingReport where AwardId = @AwardId and {SpendingReport.IsOverdue}";
}
