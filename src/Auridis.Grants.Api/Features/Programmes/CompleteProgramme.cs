using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Completes a programme; final.</summary>
/// <remarks>
/// When all its awards have ended, and no application is still to be checked or mended. Who is eligible or on the waiting list is rejected
/// with it, and gets a letter. Nothing is decided in it any more; its payments and claims go on to their ends.
/// </remarks>
sealed class CompleteProgramme(CurrentUser user, BusinessClock clock) : Change<Programme>
{
    public override void Configure()
    {
        Post("/programmes/{id:guid}/complete");
        Policies(Can.CompleteProgrammes);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            ProgrammeProblems.NotSettled);
    }

    protected override async Task<Outcome<Programme>> Handle(Tx tx)
    {
        if (await Programme.Lock(tx, Id) is null)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefusedInProgramme(tx, user, Id) is { } excluded)
            return excluded;
        if (await tx.Execute(Complete, new { Id, SeenVersion, tx.Author.At }) == 0)
            return await Programme.WhyRefused(tx, Id, SeenVersion, ProgrammeStatus.Decided, ProgrammeStatus.Running);
        await tx.Execute(WaitForApplications, new { Id });
        if (await SettledProgramme.WhyRefused(tx, Id) is { } unsettled)
            return unsettled;
        var programme = (await Programme.Find(tx, Id))!;
        var rejected = await ApplicationOutcome.RejectAll(tx, programme, clock.Today);
        Audit.Append(tx, AuditAction.ProgrammeCompleted, Id, SeenVersion + 1, new { Rejected = rejected });
        return programme;
    }

    const string Complete = """
        update Programme set Status = 'completed', Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('decided', 'running')
        """;

    // Who withdraws an application or reopens one holds it, and reads the programme afterwards: they come before this, or find it ended.
    const string WaitForApplications = "update Application set VersionCount = VersionCount where ProgrammeId = @Id";
}
