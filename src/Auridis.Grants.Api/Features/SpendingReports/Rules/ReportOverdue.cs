namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// A report is overdue after the day it is due, as long as it has not been submitted. While a report of an award is overdue, no money of
/// the award is requested, approved or released.
/// </summary>
static class ReportOverdue
{
    /// <summary>The condition in SQL, by <c>@Today</c>.</summary>
    public const string Condition = "DueOn < @Today and SubmittedBy is null and Status <> 'dropped'";
}
