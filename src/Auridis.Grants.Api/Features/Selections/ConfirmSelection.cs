using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Confirms a proposed selection.</summary>
/// <remarks>Not by the person who proposed it. A confirmed selection can be published.</remarks>
sealed class ConfirmSelection(CurrentUser user, BusinessClock clock) : Change<Selection>
{
    public override void Configure()
    {
        Post("/selections/{id:guid}/confirm");
        Policies(Can.DecideSelections);
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            ProgrammeProblems.Cancelled);
    }

    protected override async Task<Outcome<Selection>> Handle(Tx tx)
    {
        if (await Selection.Find(tx, Id) is { Status: SelectionStatus.Proposed } seen && user.Is(seen.ProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        if (await tx.Execute(Confirm, new { Id, SeenVersion, user.Actor, clock.Today, tx.Author.At }) == 0)
            return await Selection.WhyRefused(tx, Id, user, SeenVersion, SelectionStatus.Proposed);
        var selection = (await Selection.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefusedInProgramme(tx, user, selection.ProgrammeId) is { } excluded)
            return excluded;
        if (await CancelledProgramme.WhyRefused(tx, selection.ProgrammeId) is { } cancelled)
            return cancelled;
        Audit.Append(tx, AuditAction.SelectionConfirmed, Id, selection.Version);
        return selection;
    }

    const string Confirm = """
        update Selection set Status = 'confirmed', ConfirmedBy = @Actor, ConfirmedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed' and ProposedBy <> @Actor
        """;
}
