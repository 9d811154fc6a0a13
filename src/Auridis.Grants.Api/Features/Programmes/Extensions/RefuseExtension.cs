namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Refuses a later end of the application window.</summary>
/// <remarks>Also by the person who proposed it. Another one can be proposed while the window is open.</remarks>
sealed class RefuseExtension(CurrentUser user) : Change<Reasoned, ProgrammeExtension>
{
    public override void Configure()
    {
        Post("/programme-extensions/{id:guid}/refuse");
        Policies(Can.ManageProgrammes);
        Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<ProgrammeExtension>> Handle(Tx tx, Reasoned request)
    {
        if (await ProgrammeExtension.Find(tx, Id) is not { } proposed)
            return Problems.NotFound;
        await Programme.Lock(tx, proposed.ProgrammeId);
        if (await tx.Execute(Refuse, new { Id, SeenVersion, request.Reason, user.Actor, tx.Author.At }) == 0)
        {
            var extension = (await ProgrammeExtension.Find(tx, Id))!;
            return Problems.StaleOrWrongState(extension.Version, SeenVersion, extension.Status, ExtensionStatus.Proposed);
        }
        await tx.Execute(Tell, new { proposed.ProgrammeId, tx.Author.At });
        Audit.Append(tx, AuditAction.ProgrammeExtensionRefused, Id, SeenVersion + 1, new { proposed.ProgrammeId });
        return (await ProgrammeExtension.Find(tx, Id))!;
    }

    const string Refuse = """
        update ProgrammeExtension
        set Status = 'refused', RefusalReason = @Reason, DecidedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed'
        """;

    // It stands in the programme's answer.
    const string Tell = "update Programme set Version = Version + 1, UpdatedAt = @At where Id = @ProgrammeId";
}
