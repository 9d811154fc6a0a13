using System.Text.Json;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Makes an application as a draft.</summary>
/// <remarks>
/// For the Jugendamt that the caller's token names. An office has one application in a programme; one that was withdrawn counts.
/// </remarks>
sealed class CreateApplication(CurrentUser user, BusinessClock clock) : Creation<CreateApplication.Request, Application>
{
    /// <param name="Content">What the application says so far.</param>
    public sealed record Request(ApplicationContent Content);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Content).SetValidator(new ApplicationContentValidator());
    }

    public override void Configure()
    {
        Post("/programmes/{id:guid}/applications");
        Policies(Can.WriteApplications);
        Refuses(
            Problems.NotFound, ApplicationProblems.OfficeUnknown, ApplicationProblems.DeadlinePassed,
            ApplicationProblems.ProgrammeNotOpen, ApplicationProblems.OutsideEligibleArea,
            ApplicationProblems.ApplicationExists);
    }

    protected override string LocationOf(Application application) => $"/applications/{application.Id}";

    protected override async Task<Outcome<Application>> Handle(Tx tx, Request request)
    {
        // The programme is locked: it cannot be closed meanwhile, and two drafts of one office meet here.
        if (await tx.Execute(LockProgramme, new { Id }) == 0)
            return Problems.NotFound;
        if (user.Office is null || await YouthOffice.FindByAgs(tx, user.Office) is not { } office)
            return ApplicationProblems.OfficeUnknown;
        var programme = (await Programme.Find(tx, Id))!;
        if (SubmissionRules.Window(programme, clock.Today) is { } closed)
            return closed;
        if (!programme.Terms.Covers(office.Ags))
            return ApplicationProblems.OutsideEligibleArea.With(("office", office.Ags));
        if (await tx.OneOrNull<Guid?>(FindExisting, new { Id, OfficeId = office.Id }) is { } existing)
            return ApplicationProblems.ApplicationExists.With(("office", office.Ags), ("application", existing));
        var application = new Application(
            tx.NewId(), 1, Id, office.Id, office.Ags, ApplicationStatus.Draft, null, request.Content, 0, null, null, null, null);
        await tx.Execute(Insert, new
        {
            application.Id,
            application.Version,
            application.ProgrammeId,
            application.YouthOfficeId,
            application.OfficeAgs,
            application.Status,
            request.Content.Title,
            Content = StoredJson.Of(request.Content),
            RequestedCents = request.Content.FinancePlan.Requested.Cents,
            CreatedBy = user.Actor,
            CreatedAt = tx.Author.At,
        });
        Audit.Append(tx, "application.created", application.Id, application.Version,
            new { application.ProgrammeId, application.OfficeAgs, request.Content.FinancePlan.Requested });
        return application;
    }

    const string LockProgramme = "update Programme set ApplicationCount = ApplicationCount where Id = @Id";

    const string FindExisting = "select Id from Application where ProgrammeId = @Id and YouthOfficeId = @OfficeId";

    const string Insert = """
        insert into Application (Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Title, Content, RequestedCents, CreatedBy, CreatedAt)
        values (@Id, @Version, @ProgrammeId, @YouthOfficeId, @OfficeAgs, @Status, @Title, @Content, @RequestedCents, @CreatedBy, @CreatedAt)
        """;
}
