using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Confirms that an application is decided on again.</summary>
/// <remarks>
/// Not by the person who proposed it. The application becomes eligible, and its formal check, if it failed it, is marked as overruled.
/// </remarks>
sealed class ConfirmReopening(CurrentUser user, BusinessClock clock) : Change<Application>
{
    public override void Configure()
    {
        Post("/applications/{id:guid}/reopen/confirm");
        Policies(Can.ConfirmReopenings);
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            ProgrammeProblems.Cancelled, ProgrammeProblems.Completed, ApplicationProblems.ReopeningNotProposed);
    }

    protected override async Task<Outcome<Application>> Handle(Tx tx)
    {
        if (await Application.Lock(tx, Id) is not { } application || UnsubmittedDraft.Is(application))
            return Problems.NotFound;
        if (user.Is(application.ReopeningProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        if (await ExcludedPersons.WhyRefused(tx, user, application.ProgrammeId, application.OfficeAgs) is { } excluded)
            return excluded;
        if (application.Version != SeenVersion || !AfterRemedy.CanReopen(application))
            return Problems.StaleOrWrongState(application.Version, SeenVersion, application.Status, AfterRemedy.States);
        if (await CancelledProgramme.WhyRefused(tx, application.ProgrammeId) is { } cancelled)
            return cancelled;
        if (await SettledProgramme.WhyCompleted(tx, application.ProgrammeId) is { } completed)
            return completed;
        if (application.Reopening is not { ConfirmedOn: null } reopening)
            return ApplicationProblems.ReopeningNotProposed;
        await tx.Execute(Reopen, new
        {
            Id,
            Reopening = StoredJson.Of(reopening with { ConfirmedOn = clock.Today }),
            FormalCheck = application.FormalCheck is { } check ? StoredJson.Of(AfterRemedy.Overrule(check)) : null,
            user.Actor,
            tx.Author.At,
        });
        await MissingReviews.Keep(tx, Id);
        Audit.Append(tx, AuditAction.ApplicationReopened, Id, SeenVersion + 1);
        return (await Application.Find(tx, Id))!;
    }

    const string Reopen = """
        update Application
        set Status = 'eligible', Reopening = @Reopening, ReopeningConfirmedBy = @Actor, FormalCheck = @FormalCheck, Version = Version + 1,
            UpdatedAt = @At
        where Id = @Id
        """;
}
