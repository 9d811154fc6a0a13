using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Proposes a selection to a second person.</summary>
/// <remarks>The answer shows in limits what it takes and what it leaves. It cannot be edited unless it is sent back.</remarks>
sealed class ProposeSelection(CurrentUser user, BusinessClock clock) : Change<Selection>
{
    public override void Configure()
    {
        Post("/selections/{id:guid}/propose");
        Policies(Can.PrepareSelections);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            ProgrammeProblems.Cancelled);
    }

    protected override async Task<Outcome<Selection>> Handle(Tx tx)
    {
        if (await tx.Execute(Propose, new { Id, SeenVersion, user.Actor, clock.Today, tx.Author.At }) == 0)
            return await Selection.WhyRefused(tx, Id, user, SeenVersion, SelectionStatus.Draft, SelectionStatus.SentBack);
        var selection = (await Selection.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefusedInProgramme(tx, user, selection.ProgrammeId) is { } excluded)
            return excluded;
        if (await CancelledProgramme.WhyRefused(tx, selection.ProgrammeId) is { } cancelled)
            return cancelled;
        Audit.Append(tx, AuditAction.SelectionProposed, Id, selection.Version,
            new { selection.Limits.SitesWanted, selection.Limits.AmountWanted });
        return selection;
    }

    const string Propose = """
        update Selection set Status = 'proposed', ProposedBy = @Actor, ProposedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('draft', 'sent-back')
        """;
}
