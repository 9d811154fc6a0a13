using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Moves the last day on which a returned application can be mended.</summary>
/// <remarks>To any day from today on.</remarks>
sealed class SetMendingDate(CurrentUser user, BusinessClock clock) : Change<SetMendingDate.Request, Application>
{
    /// <param name="MendBy">The new last day, not in the past.</param>
    /// <param name="Reason">Why it is moved: up to 2,000 characters.</param>
    public sealed record Request(DateOnly MendBy, string Reason);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.MendBy).Day();
            RuleFor(request => request.Reason).Prose(2000);
        }
    }

    public override void Configure()
    {
        Post("/applications/{id:guid}/mending-date");
        Policies(Can.MendApplications);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            ProgrammeProblems.Cancelled);
    }

    protected override async Task<Outcome<Application>> Handle(Tx tx, Request request)
    {
        if (await Application.Lock(tx, Id) is not { } application || UnsubmittedDraft.Is(application))
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, application.ProgrammeId, application.OfficeAgs) is { } excluded)
            return excluded;
        if (application.Version != SeenVersion || application.Status != ApplicationStatus.Returned)
            return Problems.StaleOrWrongState(application.Version, SeenVersion, application.Status, ApplicationStatus.Returned);
        if (await CancelledProgramme.WhyRefused(tx, application.ProgrammeId) is { } cancelled)
            return cancelled;
        if (request.MendBy < clock.Today)
            return MendingPeriod.Past;
        var mending = application.Mending! with { MendBy = request.MendBy, MovedFor = request.Reason };
        await tx.Execute(Move, new { Id, Mending = StoredJson.Of(mending), mending.MendBy, tx.Author.At });
        Audit.Append(tx, AuditAction.ApplicationMendingDateSet, Id, SeenVersion + 1, new { mending.MendBy });
        return (await Application.FindFor(tx, Id, user)).Value;
    }

    const string Move = """
        update Application set Mending = @Mending, MendingEndsOn = @MendBy, Version = Version + 1, UpdatedAt = @At where Id = @Id
        """;
}
