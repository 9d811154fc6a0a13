using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Database;

namespace Auridis.Grants.Api.Applications;

/// <summary>What becomes of an application in a selection, and after it. Called in the transaction of the selection or the award.</summary>
static class ApplicationOutcome
{
    /// <summary>Decides on an application of a programme that is eligible or waitlisted.</summary>
    /// <param name="status"><c>selected</c>, <c>waitlisted</c> or <c>rejected</c>.</param>
    /// <returns>False when it is in another state, or of another programme.</returns>
    public static async Task<bool> Decide(Tx tx, Guid id, Guid programmeId, string status)
    {
        if (await tx.Execute(DecideRow, new { id, programmeId, status }) == 0)
            return false;
        Audit.Append(tx, $"application.{status}", id, await tx.Get<int>(Version, new { id }));
        return true;
    }

    /// <summary>The award that was offered for a selected application was declined.</summary>
    public static async Task Lapse(Tx tx, Guid id)
    {
        await tx.Execute(LapseRow, new { id });
        Audit.Append(tx, "application.lapsed", id, await tx.Get<int>(Version, new { id }));
    }

    const string DecideRow = """
        update Application set Status = @status, Version = Version + 1
        where Id = @id and ProgrammeId = @programmeId and Status in ('eligible', 'waitlisted')
        """;

    const string LapseRow = "update Application set Status = 'lapsed', Version = Version + 1 where Id = @id and Status = 'selected'";

    const string Version = "select Version from Application where Id = @id";
}
