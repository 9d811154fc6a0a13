using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Withdraws an application; final.</summary>
/// <remarks>
/// By the office that applies, until its award is accepted: withdrawing one that is selected declines the award, and frees its place and
/// its money at once. The office can apply anew while the window is open.
/// </remarks>
sealed class WithdrawApplication(CurrentUser user, BusinessClock clock) : Change<Reasoned, Application>
{
    public override void Configure()
    {
        Post("/applications/{id:guid}/withdraw");
        Policies(Can.SubmitApplications);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.Cancelled,
            AwardProblems.OfferExpired, AwardProblems.Accepted);
    }

    protected override async Task<Outcome<Application>> Handle(Tx tx, Reasoned request)
    {
        if (await Application.Find(tx, Id) is { Status: ApplicationStatus.Selected } selected
            && user.ActsFor(selected.OfficeAgs) && selected.Version == SeenVersion)
        {
            await Programme.Lock(tx, selected.ProgrammeId);
            if (await DeclinedOffer.WhyRefused(tx, Id, user.Actor, request.Reason, clock.Today) is { } accepted)
                return accepted;
        }
        if (await tx.Execute(Withdraw, new { Id, SeenVersion, user.Office, request.Reason, tx.Author.At }) == 0)
        {
            return await Application.WhyRefused(tx, Id, user, SeenVersion,
                ApplicationStatus.Draft, ApplicationStatus.Submitted, ApplicationStatus.Returned, ApplicationStatus.Eligible,
                ApplicationStatus.Ineligible, ApplicationStatus.Selected, ApplicationStatus.Waitlisted, ApplicationStatus.Rejected);
        }
        var application = (await Application.Find(tx, Id))!;
        if (await CancelledProgramme.WhyRefused(tx, application.ProgrammeId) is { } cancelled)
            return cancelled;
        if (application.Versions > 0)
            application = await application.Restore(tx);
        Audit.Append(tx, AuditAction.ApplicationWithdrawn, Id, application.Version);
        return application.For(user);
    }

    const string Withdraw = """
        update Application
        set Status = 'withdrawn', Version = Version + 1, UpdatedAt = @At, WithdrawReason = @Reason
        where Id = @Id and Version = @SeenVersion and OfficeAgs = @Office
          and Status in ('draft', 'submitted', 'returned', 'eligible', 'ineligible', 'selected', 'waitlisted', 'rejected')
        """;
}
