using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Sends a selection back to be revised.</summary>
/// <remarks>
/// Also a confirmed one: when its places were taken meanwhile, it cannot be published as it is. It is then edited, proposed and
/// confirmed anew.
/// </remarks>
sealed class SendBackSelection(CurrentUser user) : Change<Reasoned, Selection>
{
    public override void Configure()
    {
        Post("/selections/{id:guid}/send-back");
        Policies(Can.DecideSelections);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            ProgrammeProblems.Cancelled);
    }

    protected override async Task<Outcome<Selection>> Handle(Tx tx, Reasoned request)
    {
        if (await Selection.LockProgramme(tx, Id) is not { } programme)
            return Problems.NotFound;
        if (await tx.Execute(SendBack, new { Id, SeenVersion, request.Reason, tx.Author.At }) == 0)
            return await Selection.WhyRefused(tx, Id, user, SeenVersion, SelectionStatus.Proposed, SelectionStatus.Confirmed);
        var selection = (await Selection.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefusedInProgramme(tx, user, programme.Id) is { } excluded)
            return excluded;
        if (CancelledProgramme.WhyRefused(programme) is { } cancelled)
            return cancelled;
        Audit.Append(tx, AuditAction.SelectionSentBack, Id, selection.Version);
        return selection;
    }

    const string SendBack = """
        update Selection
        set Status = 'sent-back', SentBackReason = @Reason, Version = Version + 1, UpdatedAt = @At,
            ProposedBy = null, ProposedOn = null, ConfirmedBy = null, ConfirmedOn = null
        where Id = @Id and Version = @SeenVersion and Status in ('proposed', 'confirmed')
        """;
}
