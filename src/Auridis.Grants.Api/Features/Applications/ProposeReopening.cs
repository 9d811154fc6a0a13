using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Proposes to decide again on an application that was turned down.</summary>
/// <remarks>
/// After a remedy, when the application is ineligible or rejected. It takes effect when a second person confirms it. A proposal that nobody
/// has confirmed is replaced by the next one.
/// </remarks>
sealed class ProposeReopening(CurrentUser user, BusinessClock clock) : Change<ProposeReopening.Request, Application>
{
    /// <param name="Remedy">The remedy that the office has filed.</param>
    /// <param name="Reason">Why the decision does not stand: up to 2,000 characters.</param>
    public sealed record Request(FiledRemedy Remedy, string Reason);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Remedy).ChildRules(remedy =>
            {
                remedy.RuleFor(item => item.Kind).OneOf(typeof(RemedyKind));
                remedy.RuleFor(item => item.Reference).Line(100);
                remedy.RuleFor(item => item.FiledOn).Day();
            });
            RuleFor(request => request.Reason).Prose(2000);
        }
    }

    public override void Configure()
    {
        Post("/applications/{id:guid}/reopen");
        Policies(Can.MendApplications);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            ProgrammeProblems.Cancelled, ProgrammeProblems.Completed);
    }

    protected override async Task<Outcome<Application>> Handle(Tx tx, Request request)
    {
        if (await Application.Lock(tx, Id) is not { } application || UnsubmittedDraft.Is(application))
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, application.ProgrammeId, application.OfficeAgs) is { } excluded)
            return excluded;
        if (application.Version != SeenVersion || !AfterRemedy.CanReopen(application))
            return Problems.StaleOrWrongState(application.Version, SeenVersion, application.Status, AfterRemedy.States);
        if (await CancelledProgramme.WhyRefused(tx, application.ProgrammeId) is { } cancelled)
            return cancelled;
        if (await SettledProgramme.WhyCompleted(tx, application.ProgrammeId) is { } completed)
            return completed;
        if (request.Remedy.FiledOn > clock.Today)
            return Problems.InFuture("Remedy.FiledOn");
        var reopening = new Reopening(request.Remedy, request.Reason, clock.Today);
        await tx.Execute(Propose, new { Id, Reopening = StoredJson.Of(reopening), user.Actor, tx.Author.At });
        Audit.Append(tx, AuditAction.ApplicationReopeningProposed, Id, SeenVersion + 1,
            new { request.Remedy.Kind, request.Remedy.FiledOn });
        return (await Application.Find(tx, Id))!;
    }

    const string Propose = """
        update Application
        set Reopening = @Reopening, ReopeningProposedBy = @Actor, ReopeningConfirmedBy = null, Version = Version + 1, UpdatedAt = @At
        where Id = @Id
        """;
}
