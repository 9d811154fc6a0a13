namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Opens a programme for applications.</summary>
/// <remarks>
/// From its first day to its last. Its terms are fixed from here on.
/// </remarks>
sealed class OpenProgramme(BusinessClock clock) : Change<Programme>
{
    public override void Configure()
    {
        Post("/programmes/{id:guid}/open");
        Policies(Can.ManageProgrammes);
        Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.NotYetOpen);
    }

    protected override async Task<Outcome<Programme>> Handle(Tx tx)
    {
        var today = clock.Today;
        if (await tx.Execute(Open, new { Id, SeenVersion }) == 0)
            return await Programme.WhyRefused(tx, Id, SeenVersion, ProgrammeStatus.Draft);
        var programme = (await Programme.Find(tx, Id))!;
        if (today < programme.Terms.OpensOn || today > programme.Terms.ClosesOn)
            return ProgrammeProblems.NotYetOpen.With(("opensOn", programme.Terms.OpensOn), ("closesOn", programme.Terms.ClosesOn), ("today", today));
        Audit.Append(tx, "programme.opened", Id, programme.Version);
        return programme;
    }

    const string Open = "update Programme set Status = 'open', Version = Version + 1 where Id = @Id and Version = @SeenVersion and Status = 'draft'";
}
