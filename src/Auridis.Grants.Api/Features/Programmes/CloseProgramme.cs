namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Closes a programme for applications.</summary>
/// <remarks>Only after the end of its last day: an applicant can rely on the deadline.</remarks>
sealed class CloseProgramme(BusinessClock clock) : Change<Programme>
{
    public override void Configure()
    {
        Post("/programmes/{id:guid}/close");
        Policies(Can.ManageProgrammes);
        Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.DeadlineNotPassed);
    }

    protected override async Task<Outcome<Programme>> Handle(Tx tx)
    {
        if (await tx.Execute(Close, new { Id, SeenVersion, tx.Author.At }) == 0)
            return await Programme.WhyRefused(tx, Id, SeenVersion, ProgrammeStatus.Open);
        var programme = (await Programme.Find(tx, Id))!;
        if (ApplicationWindow.WhyNotClosed(programme.Terms, clock.Today) is { } early)
            return early;
        Audit.Append(tx, AuditAction.ProgrammeClosed, Id, programme.Version);
        return programme;
    }

    const string Close = """
        update Programme set Status = 'closed', Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'open'
        """;
}
