using System.Text.Json;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Applications;

/// <summary>The formal check: each item of the programme's checklist, met or not.</summary>
sealed class CheckApplication : IEndpoint
{
    /// <param name="Items">Each item of the programme's checklist once.</param>
    /// <param name="Reason">Why the application is ineligible, up to 2,000 characters: needed when an item is not met, and null otherwise.</param>
    public sealed record Request(IReadOnlyList<CheckedItem> Items, string? Reason = null);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Items).NotEmpty().AtMost(50).UniqueBy(item => item.Check);
            RuleForEach(request => request.Items).ChildRules(item =>
            {
                item.RuleFor(entry => entry.Check).Code();
                item.RuleFor(entry => entry.Remark!).Prose(1000).When(entry => entry.Remark is not null);
            });
            RuleFor(request => request.Reason!).Prose(2000).When(request => FormalCheck.StatusOf(request.Items) == ApplicationStatus.Ineligible);
            RuleFor(request => request.Reason).Null().When(request => FormalCheck.StatusOf(request.Items) == ApplicationStatus.Eligible);
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/applications/{id:guid}/formal-check", Handle)
        .RequireAuthorization(Policies.CanCheckApplications)
        .NeedsIfMatch()
        .Describe("checkApplication", "Records the formal check",
            "With every item met the application is eligible, otherwise ineligible. Nobody checks what they or their own office have handed in.")
        .Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState, ApplicationProblems.ChecklistIncomplete);

    static Task<Changed<Application>> Handle(Guid id, Request request, Change change, CurrentUser user, BusinessClock clock) => change.Apply<Application>(async tx =>
    {
        var status = FormalCheck.StatusOf(request.Items);
        var check = JsonSerializer.Serialize(new FormalCheck(request.Items, request.Reason, user.Actor, clock.Now), Json.Stored);
        var changed = await tx.Execute(Check, new { id, change.Version, status, check });
        if (await Application.Row.Find(tx, id) is not { } application)
            return (Problem)Problems.NotFound;
        if (application.IsOf(user))
            return Problems.FourEyes.With(("earlier", ActedAs.Applicant));
        if (changed == 0)
            return await Application.WhyRefused(tx, id, change.Version, ApplicationStatus.Submitted);
        var programme = (await Programme.Find(tx, application.ProgrammeId))!;
        if (FormalCheck.Checklist(request.Items, programme.Terms.Checks) is { } incomplete)
            return incomplete;
        Audit.Append(tx, "application.checked", id, application.Version, new { status, items = request.Items.Select(item => new { item.Check, item.Met }) });
        return application.ToApplication();
    });

    const string Check = """
        update Application
        set Status = @status, Version = Version + 1, FormalCheck = @check
        where Id = @id and Version = @Version and Status = 'submitted'
        """;
}
