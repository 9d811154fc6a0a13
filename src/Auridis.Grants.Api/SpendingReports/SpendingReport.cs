using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Database;

namespace Auridis.Grants.Api.SpendingReports;

/// <summary>The spending report of an award (Verwendungsnachweis).</summary>
static class SpendingReport
{
    /// <summary>Puts a report on the list of what is due; called when its award becomes active, in the same transaction.</summary>
    /// <param name="officeAgs">The AGS of the Jugendamt that owes it.</param>
    /// <param name="dueOn">The day it is due, fixed from here on: overdue is computed from it.</param>
    public static async Task Expect(Tx tx, Guid id, Guid awardId, string officeAgs, DateOnly dueOn)
    {
        await tx.Execute(Insert, new { id, awardId, officeAgs, dueOn });
        Audit.Append(tx, "spending-report.expected", id, 1, new { awardId, dueOn });
    }

    const string Insert = """
        insert into SpendingReport (Id, Version, AwardId, OfficeAgs, Status, DueOn)
        values (@id, 1, @awardId, @officeAgs, 'due', @dueOn)
        """;
}
