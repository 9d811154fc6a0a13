namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Sends a selection back to be revised.</summary>
/// <remarks>
/// Also a confirmed one: when its places were taken meanwhile, it cannot be published as it is. It is then edited, proposed and
/// confirmed anew.
/// </remarks>
sealed class SendBackSelection : Change<Reasoned, Selection>
{
    public override void Configure()
    {
        Post("/selections/{id:guid}/send-back");
        Policies(Can.DecideSelections);
        Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Selection>> Handle(Tx tx, Reasoned request)
    {
        if (await tx.Execute(SendBack, new { Id, SeenVersion, request.Reason, tx.Author.At }) == 0)
            return await Selection.WhyRefused(tx, Id, SeenVersion, SelectionStatus.Proposed, SelectionStatus.Confirmed);
        Audit.Append(tx, AuditAction.SelectionSentBack, Id, SeenVersion + 1);
        return (await Selection.Find(tx, Id))!;
    }

    const string SendBack = """
        update Selection
        set Status = 'sent-back', SentBackReason = @Reason, Version = Version + 1, UpdatedAt = @At,
            ProposedBy = null, ProposedOn = null, ConfirmedBy = null, ConfirmedOn = null
        where Id = @Id and Version = @SeenVersion and Status in ('proposed', 'confirmed')
        """;
}
