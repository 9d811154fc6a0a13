namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Confirms a later end of the application window.</summary>
/// <remarks>Not by the person who proposed it. From now on the programme's <c>closesOn</c> is the later day.</remarks>
sealed class ConfirmExtension(CurrentUser user, BusinessClock clock) : Change<ProgrammeExtension>
{
    public override void Configure()
    {
        Post("/programme-extensions/{id:guid}/confirm");
        Policies(Can.ManageProgrammes);
        Refuses([Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, .. WindowExtension.Refusals]);
    }

    protected override async Task<Outcome<ProgrammeExtension>> Handle(Tx tx)
    {
        if (await ProgrammeExtension.Find(tx, Id) is not { } proposed)
            return Problems.NotFound;
        var programme = (await Programme.Lock(tx, proposed.ProgrammeId))!;
        if (await tx.Execute(Confirm, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
            return await WhyNotConfirmed(tx);
        if (WindowExtension.WhyRefused(programme, proposed.ClosesOn, clock.Today) is { } refused)
            return refused;
        var terms = programme.Terms with { ClosesOn = proposed.ClosesOn };
        await tx.Execute(Extend, new { proposed.ProgrammeId, proposed.ClosesOn, Terms = StoredJson.Of(terms), tx.Author.At });
        Audit.Append(tx, AuditAction.ProgrammeExtensionConfirmed, Id, SeenVersion + 1, new { proposed.ProgrammeId, proposed.ClosesOn });
        return (await ProgrammeExtension.Find(tx, Id))!;
    }

    async Task<Problem> WhyNotConfirmed(Tx tx)
    {
        var extension = (await ProgrammeExtension.Find(tx, Id))!;
        return user.Is(extension.ProposedBy)
            ? Problems.FourEyes.With(("earlier", ActedAs.Proposer))
            : Problems.StaleOrWrongState(extension.Version, SeenVersion, extension.Status, ExtensionStatus.Proposed);
    }

    const string Confirm = """
        update ProgrammeExtension set Status = 'confirmed', DecidedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed' and ProposedBy <> @Actor
        """;

    const string Extend = """
        update Programme set ClosesOn = @ClosesOn, Terms = @Terms, Version = Version + 1, UpdatedAt = @At where Id = @ProgrammeId
        """;
}
