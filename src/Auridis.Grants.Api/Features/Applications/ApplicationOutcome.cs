using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>What becomes of an application in a selection, and after it. Called in the transaction of the selection or the award.</summary>
static class ApplicationOutcome
{
    /// <summary>Locks an application that can be decided on until the transaction ends: its state stays, and so do its reviews.</summary>
    /// <returns>False when it is neither eligible nor waitlisted, or of another programme.</returns>
    public static async Task<bool> Hold(Tx tx, Guid id, Guid programmeId) =>
        await tx.Execute(HoldRow, new { Id = id, ProgrammeId = programmeId }) == 1;

    /// <summary>Decides on an application that the caller holds, in a programme that it has locked.</summary>
    /// <param name="status"><c>selected</c>, <c>waitlisted</c> or <c>rejected</c>.</param>
    public static async Task Decide(Tx tx, Guid id, string status)
    {
        await tx.Execute(DecideRow, new { Id = id, Status = status, tx.Author.At });
        if (status == ApplicationStatus.Waitlisted)
            await WaitingListPlace.Give(tx, id);
        Audit.Append(tx, ActionOf(status), id, await tx.One<int>(Version, new { Id = id }));
    }

    /// <summary>
    /// Rejects who still waits when a programme is completed, each with its letter. The caller has completed it and holds its applications.
    /// </summary>
    /// <returns>How many there were.</returns>
    public static async Task<int> RejectAll(Tx tx, Programme programme, DateOnly today)
    {
        var waiting = await tx.All<Waiting>(SelectWaiting, new { programme.Id });
        foreach (var application in waiting)
        {
            await Decide(tx, application.Id, ApplicationStatus.Rejected);
            await Letter.Create(
                tx, LetterKind.Rejection, application.Id, programme.Terms, CompletionLetter.Of(application.Reference, programme.Terms),
                today);
        }
        return waiting.Count;
    }

    /// <summary>The award that was offered for a selected application was declined, has expired or was terminated.</summary>
    public static async Task Lapse(Tx tx, Guid id)
    {
        await tx.Execute(LapseRow, new { Id = id, tx.Author.At });
        Audit.Append(tx, AuditAction.ApplicationLapsed, id, await tx.One<int>(Version, new { Id = id }));
    }

    static string ActionOf(string status) => status switch
    {
        ApplicationStatus.Selected => AuditAction.ApplicationSelected,
        ApplicationStatus.Waitlisted => AuditAction.ApplicationWaitlisted,
        _ => AuditAction.ApplicationRejected,
    };

    const string HoldRow = """
        update Application set VersionCount = VersionCount
        where Id = @Id and ProgrammeId = @ProgrammeId and Status in ('eligible', 'waitlisted')
        """;

    const string DecideRow = "update Application set Status = @Status, Version = Version + 1, UpdatedAt = @At where Id = @Id";

    const string SelectWaiting = """
        select Id, Reference from Application where ProgrammeId = @Id and Status in ('eligible', 'waitlisted') order by Seq
        """;

    const string LapseRow = """
        update Application set Status = 'lapsed', Version = Version + 1, UpdatedAt = @At where Id = @Id and Status = 'selected'
        """;

    const string Version = "select Version from Application where Id = @Id";

    sealed record Waiting
    {
        public required Guid Id { get; init; }
        public required string Reference { get; init; }
    }
}
