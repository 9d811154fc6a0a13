namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Cancels a programme; final.</summary>
/// <remarks>
/// While it is open or closed, before a selection is published. Its applications, reviews and selections keep their states, can be read,
/// and take no further command.
/// </remarks>
sealed class CancelProgramme : Change<Reasoned, Programme>
{
    public override void Configure()
    {
        Post("/programmes/{id:guid}/cancel");
        Policies(Can.CancelProgrammes);
        Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Programme>> Handle(Tx tx, Reasoned request)
    {
        if (await tx.Execute(Cancel, new { Id, SeenVersion, request.Reason, tx.Author.At }) == 0)
            return await Programme.WhyRefused(tx, Id, SeenVersion, ProgrammeStatus.Open, ProgrammeStatus.Closed);
        Audit.Append(tx, AuditAction.ProgrammeCancelled, Id, SeenVersion + 1);
        return (await Programme.Find(tx, Id))!;
    }

    const string Cancel = """
        update Programme set Status = 'cancelled', CancelReason = @Reason, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('open', 'closed')
        """;
}
