using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Takes a submitted application back to a draft.</summary>
/// <remarks>
/// By the office that applies, before the formal check and while the window is open for it. The application keeps its reference; until it
/// is submitted again, as its next version, it is the office's alone.
/// </remarks>
sealed class RecallApplication(CurrentUser user, BusinessClock clock) : Change<Application>
{
    public override void Configure()
    {
        Post("/applications/{id:guid}/recall");
        Policies(Can.SubmitApplications);
        Refuses([Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, .. ApplicationWindow.Refusals]);
    }

    protected override async Task<Outcome<Application>> Handle(Tx tx)
    {
        if (await tx.Execute(Recall, new { Id, SeenVersion, user.Office, tx.Author.At }) == 0)
            return await Application.WhyRefused(tx, Id, user, SeenVersion, ApplicationStatus.Submitted);
        var application = (await Application.Find(tx, Id))!;
        var programme = (await Programme.Find(tx, application.ProgrammeId))!;
        if (ApplicationWindow.WhyRefused(programme, application.OfficeAgs, clock.Today) is { } closed)
            return closed;
        Audit.Append(tx, AuditAction.ApplicationRecalled, Id, application.Version);
        return application.For(user);
    }

    const string Recall = """
        update Application set Status = 'draft', Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'submitted' and OfficeAgs = @Office
        """;
}
