using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Cancels a programme; final.</summary>
/// <remarks>
/// While it is open or closed, before a selection is published. Its applications, reviews and selections keep their states, can be read,
/// and take no further command. Each office with an application that is still open gets a letter.
/// </remarks>
sealed class CancelProgramme(BusinessClock clock) : Change<Reasoned, Programme>
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
        await tx.Execute(WaitForApplications, new { Id });
        var programme = (await Programme.Find(tx, Id))!;
        var letters = await CancellationLetter.SendAll(tx, programme, clock.Today);
        Audit.Append(tx, AuditAction.ProgrammeCancelled, Id, SeenVersion + 1, new { letters });
        return programme;
    }

    const string Cancel = """
        update Programme set Status = 'cancelled', CancelReason = @Reason, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('open', 'closed')
        """;

    // Whoever changes an application, its files or its reviews holds the application before they read the programme: who is at it is waited
    // for here, and who comes later waits for this commit and finds the programme cancelled. So that offices and reviewers, who save all
    // day, need not wait for each other at the programme's row, the one command that ends them all waits for each. None lacks reviews now.
    const string WaitForApplications = "update Application set ReviewsMissing = 0 where ProgrammeId = @Id";
}
