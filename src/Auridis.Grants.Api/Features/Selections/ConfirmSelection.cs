namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Confirms a proposed selection.</summary>
/// <remarks>Not by the person who proposed it. A confirmed selection can be published.</remarks>
sealed class ConfirmSelection(CurrentUser user, BusinessClock clock) : Change<Selection>
{
    public override void Configure()
    {
        Post("/selections/{id:guid}/confirm");
        Policies(Can.DecideSelections);
        Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Selection>> Handle(Tx tx)
    {
        if (await Selection.Find(tx, Id) is { Status: SelectionStatus.Proposed } seen && user.Is(seen.ProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        if (await tx.Execute(Confirm, new { Id, SeenVersion, user.Actor, clock.Today, tx.Author.At }) == 0)
            return await Selection.WhyRefused(tx, Id, SeenVersion, SelectionStatus.Proposed);
        Audit.Append(tx, AuditAction.SelectionConfirmed, Id, SeenVersion + 1);
        return (await Selection.Find(tx, Id))!;
    }

    const string Confirm = """
        update Selection set Status = 'confirmed', ConfirmedBy = @Actor, ConfirmedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed' and ProposedBy <> @Actor
        """;
}
