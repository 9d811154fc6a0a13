namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// A report is overdue after the day it is due, as long as it has not been submitted, and a returned one after the day it is to be mended
/// by. While a report of an award is overdue, no money of the award is requested, approved or released. The audit trail says so once for
/// each such day.
/// </summary>
static class ReportOverdue
{
    /// <summary>The condition in SQL, by <c>@Today</c>.</summary>
    public const string Condition = "OwedOn < @Today";

    /// <summary>The opposite of the condition, for a report that nothing is owed of as well.</summary>
    public const string Otherwise = "coalesce(OwedOn, @Today) >= @Today";

    /// <summary>The overdue reports of which the audit trail has not said so, the earliest first.</summary>
    public static Task<List<Guid>> NotNoted(Session session, DateOnly today, int most) =>
        session.Top<Guid>(NotNotedRows, new { Today = today, Take = most });

    /// <summary>Says in the audit trail that a report is overdue: the system's own step, which leaves the report as it is.</summary>
    /// <returns>How many reports that was: none when it was submitted, or the trail says so already.</returns>
    public static async Task<int> Note(Tx tx, Guid id, DateOnly today)
    {
        if (await tx.Execute(NoteRow, new { Id = id, Today = today }) == 0)
            return 0;
        var report = (await SpendingReport.Find(tx, id))!;
        Audit.Append(tx, AuditAction.SpendingReportOverdue, id, report.Version, new { report.DueOn, report.MendBy });
        return 1;
    }

    const string NotNotedRows = $"""
        select Id from SpendingReport where {Condition} and OverdueNotedOn is null order by OwedOn, Seq
        """;

    const string NoteRow = $"""
        update SpendingReport set OverdueNotedOn = @Today where Id = @Id and {Condition} and OverdueNotedOn is null
        """;
}
