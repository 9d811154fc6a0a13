namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Opens a programme for applications.</summary>
/// <remarks>
/// Until the last day of its application window, also ahead of the first one: applications are taken from that day. From the opening on its
/// terms are fixed.
/// </remarks>
sealed class OpenProgramme(BusinessClock clock) : Change<Programme>
{
    public override void Configure()
    {
        Post("/programmes/{id:guid}/open");
        Policies(Can.ManageProgrammes);
        Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.WindowOver);
    }

    protected override async Task<Outcome<Programme>> Handle(Tx tx)
    {
        if (await tx.Execute(Open, new { Id, SeenVersion, tx.Author.At }) == 0)
            return await Programme.WhyRefused(tx, Id, SeenVersion, ProgrammeStatus.Draft);
        var programme = (await Programme.Find(tx, Id))!;
        if (ApplicationWindow.WhyNotOpened(programme.Terms, clock.Today) is { } outside)
            return outside;
        await Quotas.Open(tx, programme);
        Audit.Append(tx, AuditAction.ProgrammeOpened, Id, programme.Version);
        return programme;
    }

    const string Open = """
        update Programme set Status = 'open', Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'draft'
        """;
}
