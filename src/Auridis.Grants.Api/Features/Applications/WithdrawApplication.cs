using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Withdraws an application; final.</summary>
/// <remarks>
/// By the office that applies, while the application is a draft, submitted, returned, eligible or waitlisted. Once it is selected, the
/// office declines the award instead. The office can apply anew while the window is open.
/// </remarks>
sealed class WithdrawApplication(CurrentUser user) : Change<Reasoned, Application>
{
    public override void Configure()
    {
        Post("/applications/{id:guid}/withdraw");
        Policies(Can.SubmitApplications);
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.Cancelled);
    }

    protected override async Task<Outcome<Application>> Handle(Tx tx, Reasoned request)
    {
        if (await tx.Execute(Withdraw, new { Id, SeenVersion, user.Office, request.Reason, tx.Author.At }) == 0)
        {
            return await Application.WhyRefused(tx, Id, user, SeenVersion,
                ApplicationStatus.Draft, ApplicationStatus.Submitted, ApplicationStatus.Returned, ApplicationStatus.Eligible,
                ApplicationStatus.Waitlisted);
        }
        var application = (await Application.Find(tx, Id))!;
        if (await CancelledProgramme.WhyRefused(tx, application.ProgrammeId) is { } cancelled)
            return cancelled;
        if (application.Versions > 0)
        {
            // What stays for others to read is what was submitted, and not what the office was at.
            var submitted = await application.Submitted(tx);
            application = application with { Content = submitted };
            await tx.Execute(Restore, new
            {
                Id,
                submitted.Title,
                Content = StoredJson.Of(submitted),
                submitted.FinancePlan.Requested,
            });
        }
        Audit.Append(tx, AuditAction.ApplicationWithdrawn, Id, application.Version);
        return application.For(user);
    }

    const string Withdraw = """
        update Application
        set Status = 'withdrawn', Version = Version + 1, UpdatedAt = @At, WithdrawReason = @Reason
        where Id = @Id and Version = @SeenVersion and Status in ('draft', 'submitted', 'returned', 'eligible', 'waitlisted')
          and OfficeAgs = @Office
        """;

    const string Restore = "update Application set Title = @Title, Content = @Content, RequestedCents = @Requested where Id = @Id";
}
