using System.Text.Json;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Security;
using Auridis.Grants.Api.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Applications;

/// <summary>Makes an application as a draft, for the caller's own office.</summary>
sealed class CreateApplication : IEndpoint
{
    /// <param name="Content">What the application says so far.</param>
    public sealed record Request(ApplicationContent Content);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Content).SetValidator(new ApplicationContentValidator());
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/programmes/{id:guid}/applications", Handle)
        .RequireAuthorization(Policies.CanWriteApplications)
        .Describe("createApplication", "Makes an application as a draft",
            "For the Jugendamt that the caller's token names. An office has one application in a programme; one that was withdrawn counts.")
        .Refuses(Problems.NotFound, ApplicationProblems.OfficeUnknown, ApplicationProblems.DeadlinePassed, ApplicationProblems.ProgrammeNotOpen,
            ApplicationProblems.OutsideEligibleArea, ApplicationProblems.ApplicationExists);

    static Task<Created<Application>> Handle(Guid id, Request request, Change change, CurrentUser user, BusinessClock clock, TimeProvider time) =>
        change.Create<Application>(application => $"/applications/{application.Id}", async tx =>
        {
            // The programme is locked: it cannot be closed meanwhile, and two drafts of one office meet here.
            if (await tx.Execute(LockProgramme, new { id }) == 0)
                return (Problem)Problems.NotFound;
            if (user.Office is null || await YouthOffice.FindByAgs(tx, user.Office) is not { } office)
                return (Problem)ApplicationProblems.OfficeUnknown;
            var programme = (await Programme.Find(tx, id))!;
            if (SubmissionRules.Window(programme, clock.Today) is { } closed)
                return closed;
            if (!programme.Terms.Covers(office.Ags))
                return ApplicationProblems.OutsideEligibleArea.With(("office", office.Ags));
            if (await tx.Find<Guid?>(FindExisting, new { id, OfficeId = office.Id }) is { } existing)
                return ApplicationProblems.ApplicationExists.With(("office", office.Ags), ("application", existing));
            var application = new Application(
                Guid.CreateVersion7(time.GetUtcNow()), 1, id, office.Id, office.Ags, ApplicationStatus.Draft, null, request.Content, 0, null, null, null, null);
            await tx.Execute(Insert, new
            {
                application.Id,
                application.Version,
                application.ProgrammeId,
                application.YouthOfficeId,
                application.OfficeAgs,
                application.Status,
                request.Content.Title,
                Content = JsonSerializer.Serialize(request.Content, Json.Stored),
                RequestedCents = request.Content.FinancePlan.Requested.Cents,
                CreatedBy = user.Actor,
                CreatedAt = tx.Origin.At,
            });
            Audit.Append(tx, "application.created", application.Id, application.Version,
                new { application.ProgrammeId, application.OfficeAgs, request.Content.FinancePlan.Requested });
            return application;
        });

    const string LockProgramme = "update Programme set ApplicationCount = ApplicationCount where Id = @id";

    const string FindExisting = "select Id from Application where ProgrammeId = @id and YouthOfficeId = @OfficeId";

    const string Insert = """
        insert into Application (Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Title, Content, RequestedCents, CreatedBy, CreatedAt)
        values (@Id, @Version, @ProgrammeId, @YouthOfficeId, @OfficeAgs, @Status, @Title, @Content, @RequestedCents, @CreatedBy, @CreatedAt)
        """;
}
