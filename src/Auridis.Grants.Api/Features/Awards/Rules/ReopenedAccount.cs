using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// When the final report of an award that is completed is examined anew, its account is open again: the award is active, and its programme
/// runs, until both are completed once more.
/// </summary>
static class ReopenedAccount
{
    /// <summary>Opens the account of the award, if it is closed. The caller holds the programme and the award.</summary>
    public static async Task Open(Tx tx, Award award)
    {
        if (await tx.Execute(Reopen, new { award.Id }) == 0)
            return;
        await Places.Run(tx, award.ProgrammeId);
        Audit.Append(tx, AuditAction.AwardReopened, award.Id, award.Version);
    }

    const string Reopen = """
        update Award set Status = 'active', CompletedBy = null, CompletedOn = null, Settling = 1 where Id = @Id and Status = 'completed'
        """;
}
