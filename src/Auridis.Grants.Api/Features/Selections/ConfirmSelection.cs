using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Confirms a proposed selection.</summary>
/// <remarks>
/// Not by the person who proposed it. A confirmed selection can be published. Who confirms has declared before whether they have a conflict
/// of interest (saveConflictDeclaration), and has none on an office that it decides on.
/// </remarks>
sealed class ConfirmSelection(CurrentUser user, BusinessClock clock) : Change<Selection>
{
    public override void Configure()
    {
        Post("/selections/{id:guid}/confirm");
        Policies(Can.DecideSelections);
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.ConflictUndeclared, YouthOfficeProblems.DeciderConflicted,
            Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.Cancelled);
    }

    protected override async Task<Outcome<Selection>> Handle(Tx tx)
    {
        if (await Selection.LockProgramme(tx, Id) is not { } programme)
            return Problems.NotFound;
        var changed = await tx.Execute(Confirm, new { Id, SeenVersion, user.Actor, clock.Today, tx.Author.At });
        var selection = (await Selection.Find(tx, Id))!;
        if (changed == 0 && selection.Status == SelectionStatus.Proposed && user.Is(selection.ProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        if (await ExcludedPersons.WhyRefusedToDecide(tx, user, programme.Id, selection.Offices(), clock.Today) is { } excluded)
            return excluded;
        if (changed == 0)
            return Problems.StaleOrWrongState(selection.Version, SeenVersion, selection.Status, SelectionStatus.Proposed);
        if (CancelledProgramme.WhyRefused(programme) is { } cancelled)
            return cancelled;
        Audit.Append(tx, AuditAction.SelectionConfirmed, Id, selection.Version);
        return selection;
    }

    const string Confirm = """
        update Selection set Status = 'confirmed', ConfirmedBy = @Actor, ConfirmedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed' and ProposedBy <> @Actor
        """;
}
