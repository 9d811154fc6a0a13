using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Records the formal check of an application.</summary>
/// <remarks>
/// The application is eligible when it meets every item, and ineligible otherwise, which a letter tells its office. Not by a person who
/// wrote or submitted it, nor by one who acts for its office.
/// </remarks>
sealed class CheckApplication(CurrentUser user, BusinessClock clock) : Change<CheckApplication.Request, Application>
{
    /// <param name="Items">Each item of the programme's checklist once.</param>
    /// <param name="Reason">
    /// Why the application is ineligible, up to 2,000 characters: required when an item is not met, and null otherwise.
    /// </param>
    public sealed record Request(IReadOnlyList<CheckedItem> Items, string? Reason = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Items).NotEmpty().AtMost(50).UniqueBy(item => item.Check);
            RuleForEach(request => request.Items).ChildRules(item =>
            {
                item.RuleFor(entry => entry.Check).Code();
                item.RuleFor(entry => entry.Remark!).Prose(1000).When(entry => entry.Remark is not null);
            });
            RuleFor(request => request.Reason!).Prose(2000)
                .When(request => FormalCheckResult.Of(request.Items) == ApplicationStatus.Ineligible);
            RuleFor(request => request.Reason).Null()
                .When(request => FormalCheckResult.Of(request.Items) == ApplicationStatus.Eligible);
        }
    }

    public override void Configure()
    {
        Post("/applications/{id:guid}/formal-check");
        Policies(Can.CheckApplications);
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            ProgrammeProblems.Cancelled, ApplicationProblems.ChecklistIncomplete);
    }

    protected override async Task<Outcome<Application>> Handle(Tx tx, Request request)
    {
        var status = FormalCheckResult.Of(request.Items);
        var check = new FormalCheck(request.Items, request.Reason, user.Actor, clock.Today);
        var changed = await tx.Execute(Check, new { Id, SeenVersion, Status = status, Check = StoredJson.Of(check), tx.Author.At });
        if (await Application.Find(tx, Id) is not { } application || UnsubmittedDraft.Is(application))
            return Problems.NotFound;
        if (OwnApplication.Is(application, user))
            return Problems.FourEyes.With(("earlier", ActedAs.Applicant));
        if (await ExcludedPersons.WhyRefused(tx, user, application.ProgrammeId, application.OfficeAgs) is { } excluded)
            return excluded;
        if (changed == 0)
            return Problems.StaleOrWrongState(application.Version, SeenVersion, application.Status, ApplicationStatus.Submitted);
        var programme = (await Programme.Find(tx, application.ProgrammeId))!;
        if (CancelledProgramme.WhyRefused(programme) is { } cancelled)
            return cancelled;
        if (CompleteChecklist.WhyRefused(request.Items, programme.Terms.Checks) is { } incomplete)
            return incomplete;
        await MissingReviews.Keep(tx, Id);
        if (status == ApplicationStatus.Ineligible)
        {
            var text = IneligibleLetter.AfterCheck(application, check, programme.Terms);
            await Letter.Create(tx, LetterKind.Ineligible, Id, programme.Terms, text, clock.Today);
        }
        Audit.Append(tx, AuditAction.ApplicationChecked, Id, application.Version,
            new { Status = status, items = request.Items.Select(item => new { item.Check, item.Met }) });
        return application;
    }

    const string Check = """
        update Application
        set Status = @Status, Version = Version + 1, UpdatedAt = @At, FormalCheck = @Check
        where Id = @Id and Version = @SeenVersion and Status = 'submitted'
        """;
}
