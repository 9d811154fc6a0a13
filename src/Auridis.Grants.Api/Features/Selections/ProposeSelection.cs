using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Proposes a selection to a second person.</summary>
/// <remarks>
/// The answer shows in limits what it takes and what it leaves. It cannot be edited unless it is sent back.
/// Who proposes has declared before whether they have a conflict of interest (saveConflictDeclaration), and has none on an office that it
/// decides on. Where the programme requires it, an application whose reviews lie far apart has a note of its discussion before (addNote).
/// </remarks>
sealed class ProposeSelection(CurrentUser user, BusinessClock clock) : Change<Selection>
{
    public override void Configure()
    {
        Post("/selections/{id:guid}/propose");
        Policies(Can.PrepareSelections);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.ConflictUndeclared, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion,
            Problems.WrongState, ProgrammeProblems.Cancelled, SelectionProblems.DiscussionMissing);
    }

    protected override async Task<Outcome<Selection>> Handle(Tx tx)
    {
        if (await Selection.LockProgramme(tx, Id) is not { } programme)
            return Problems.NotFound;
        var changed = await tx.Execute(Propose, new { Id, SeenVersion, user.Actor, clock.Today, tx.Author.At });
        var selection = (await Selection.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefusedToDecide(tx, user, programme.Id, selection.Offices(), clock.Today) is { } excluded)
            return excluded;
        if (changed == 0)
        {
            return Problems.StaleOrWrongState(
                selection.Version, SeenVersion, selection.Status, SelectionStatus.Draft, SelectionStatus.SentBack);
        }
        if (CancelledProgramme.WhyRefused(programme) is { } cancelled)
            return cancelled;
        if (await DiscussedSpread.WhyRefused(tx, programme.Terms, selection, (await Selection.RankingOf(tx, Id))!) is { } undiscussed)
            return undiscussed;
        Audit.Append(tx, AuditAction.SelectionProposed, Id, selection.Version,
            new { selection.Limits.SitesWanted, selection.Limits.AmountWanted });
        return selection;
    }

    const string Propose = """
        update Selection set Status = 'proposed', ProposedBy = @Actor, ProposedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('draft', 'sent-back')
        """;
}
