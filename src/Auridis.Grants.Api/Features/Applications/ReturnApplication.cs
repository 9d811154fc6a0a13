using System.Text.Json;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Returns an application to its office to be mended.</summary>
/// <remarks>
/// Before the formal check, also after the end of the window. The office edits what the points name, and submits it again until the end of
/// <c>mendBy</c>: by default the programme's <c>mendingDays</c> later, moved to a working day. After that day it becomes ineligible.
/// A letter tells the office.
/// </remarks>
sealed class ReturnApplication(CurrentUser user, BusinessClock clock) : Change<ReturnApplication.Request, Application>
{
    /// <param name="Points">What is to be mended, 1 to 50.</param>
    /// <param name="MendBy">The last day for it, not in the past; when it is left out, the programme's period counts.</param>
    public sealed record Request(IReadOnlyList<MendingPoint> Points, DateOnly? MendBy = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Points).NotEmpty().AtMost(50).UniqueBy(point => point.Pointer);
            RuleForEach(request => request.Points).ChildRules(point =>
            {
                point.RuleFor(item => item.Pointer).Line(200);
                point.RuleFor(item => item.Text).Prose(2000);
            });
            RuleFor(request => request.MendBy!.Value).Day().When(request => request.MendBy is not null);
        }
    }

    public override void Configure()
    {
        Post("/applications/{id:guid}/return");
        Policies(Can.MendApplications);
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            ProgrammeProblems.Cancelled);
    }

    protected override async Task<Outcome<Application>> Handle(Tx tx, Request request)
    {
        if (await Application.Lock(tx, Id) is not { } application || UnsubmittedDraft.Is(application))
            return Problems.NotFound;
        if (OwnApplication.Is(application, user))
            return Problems.FourEyes.With(("earlier", ActedAs.Applicant));
        if (await ExcludedPersons.WhyRefused(tx, user, application.ProgrammeId, application.OfficeAgs) is { } excluded)
            return excluded;
        if (application.Version != SeenVersion || application.Status != ApplicationStatus.Submitted)
            return Problems.StaleOrWrongState(application.Version, SeenVersion, application.Status, ApplicationStatus.Submitted);
        var programme = (await Programme.Find(tx, application.ProgrammeId))!;
        if (CancelledProgramme.WhyRefused(programme) is { } cancelled)
            return cancelled;
        if (WhyWrong(request, application.Content) is { } wrong)
            return wrong;
        var mendBy = request.MendBy ?? MendingPeriod.LastDay(clock.Today, programme.Terms.MendingDays);
        var mending = new Mending(request.Points, mendBy, clock.Today);
        await tx.Execute(Return, new { Id, Mending = StoredJson.Of(mending), mending.MendBy, tx.Author.At });
        await Letter.Create(tx, LetterKind.Return, Id, programme.Terms, ReturnLetter.Of(application, mending), clock.Today);
        Audit.Append(tx, AuditAction.ApplicationReturned, Id, SeenVersion + 1,
            new { points = mending.Points.Select(point => point.Pointer), mending.MendBy });
        return (await Application.Find(tx, Id))!;
    }

    Problem? WhyWrong(Request request, ApplicationContent content)
    {
        if (request.MendBy < clock.Today)
            return MendingPeriod.Past;
        var document = JsonSerializer.SerializeToElement(content, StoredJson.Options);
        var nowhere = request.Points.Index()
            .Where(point => point.Item.Pointer != AttachmentSet.Pointer && JsonDifference.At(document, point.Item.Pointer) is null)
            .ToList();
        return nowhere.Count == 0 ? null : Problems.Invalid(nowhere.Select(point => new FluentValidation.Results.ValidationFailure(
            $"Points[{point.Index}].Pointer", Bilingual.Of("The content has no such member.", "Der Inhalt hat kein solches Feld."))));
    }

    const string Return = """
        update Application
        set Status = 'returned', Version = Version + 1, UpdatedAt = @At, Mending = @Mending, MendingEndsOn = @MendBy
        where Id = @Id
        """;
}
