using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Creates a draft application.</summary>
/// <remarks>
/// For the Jugendamt that the caller's token names, while the application window is open. An office has one application in a programme; one
/// that was withdrawn does not count.
/// </remarks>
sealed class CreateApplication(CurrentUser user, BusinessClock clock) : Creation<CreateApplication.Request, Application>
{
    /// <param name="Content">What the application says so far; an empty object begins an empty draft.</param>
    /// <param name="ContactId">A contact of the office; null when none is named.</param>
    public sealed record Request(ApplicationContent Content, Guid? ContactId = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator() => RuleFor(request => request.Content).SetValidator(new ApplicationContentValidator());
    }

    public override void Configure()
    {
        Post("/programmes/{id:guid}/applications");
        Policies(Can.WriteApplications);
        Refuses([
            Problems.NotFound, ApplicationProblems.OfficeUnknown, .. ApplicationWindow.Refusals, ApplicationProblems.OutsideEligibleArea,
            ApplicationProblems.ApplicationExists, YouthOfficeProblems.ContactUnknown,
        ]);
    }

    protected override string LocationOf(Application application) => $"/applications/{application.Id}";

    protected override async Task<Outcome<Application>> Handle(Tx tx, Request request)
    {
        // The programme cannot be closed meanwhile, and two drafts of one office meet here.
        if (await Programme.Lock(tx, Id) is not { } programme)
            return Problems.NotFound;
        if (user.Office is null || await YouthOffice.FindByAgs(tx, user.Office) is not { } office)
            return ApplicationProblems.OfficeUnknown;
        if (ApplicationWindow.WhyRefused(programme, office.Ags, clock.Today) is { } closed)
            return closed;
        if (EligibleArea.WhyRefused(programme.Terms, office.Ags) is { } outside)
            return outside;
        if (await OneApplicationPerOffice.WhyRefused(tx, Id, office) is { } existing)
            return existing;
        if (await ContactOfOffice.WhyRefused(tx, request.ContactId, office.Ags) is { } unknown)
            return unknown;
        var application = tx.NewId();
        await tx.Execute(Insert, new
        {
            Id = application,
            ProgrammeId = Id,
            YouthOfficeId = office.Id,
            OfficeAgs = office.Ags,
            request.ContactId,
            request.Content.Title,
            Content = StoredJson.Of(request.Content),
            Requested = request.Content.FinancePlan?.Requested,
            CreatedBy = user.Actor,
            tx.Author.At,
        });
        await TitleIndex.Write(tx, application, request.Content.Title);
        // Without the amount: what a draft says is the office's alone.
        Audit.Append(tx, AuditAction.ApplicationCreated, application, 1, new { ProgrammeId = Id, OfficeAgs = office.Ags });
        return (await Application.Find(tx, application))!;
    }

    const string Insert = """
        insert into Application (Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, ContactId, Status, Title, Content, RequestedCents,
            CreatedBy, CreatedAt, UpdatedAt)
        values (@Id, 1, @ProgrammeId, @YouthOfficeId, @OfficeAgs, @ContactId, 'draft', @Title, @Content, @Requested, @CreatedBy, @At, @At)
        """;
}
