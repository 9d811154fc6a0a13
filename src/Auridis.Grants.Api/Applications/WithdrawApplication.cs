using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Applications;

/// <summary>Takes an application back, for good.</summary>
sealed class WithdrawApplication : IEndpoint
{
    /// <param name="Reason">Why, up to 2,000 characters.</param>
    public sealed record Request(string Reason);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Reason).Prose(2000);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/applications/{id:guid}/withdraw", Handle)
        .RequireAuthorization(Policies.CanSubmitApplications)
        .NeedsIfMatch()
        .Describe("withdrawApplication", "Takes an application back",
            "For good, as a draft, handed in, eligible or on the waiting list. Once selected, the office declines the award instead.")
        .Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<Application>> Handle(Guid id, Request request, Change change, CurrentUser user) => change.Apply<Application>(async tx =>
    {
        if (await tx.Execute(Withdraw, new { id, change.Version, user.Office, request.Reason }) == 0)
        {
            return await Application.WhyRefused(tx, user, id, change.Version,
                ApplicationStatus.Draft, ApplicationStatus.Submitted, ApplicationStatus.Eligible, ApplicationStatus.Waitlisted);
        }
        Audit.Append(tx, "application.withdrawn", id, change.Version + 1);
        return (await Application.Find(tx, id))!;
    });

    const string Withdraw = """
        update Application
        set Status = 'withdrawn', Version = Version + 1, WithdrawReason = @Reason
        where Id = @id and Version = @Version and Status in ('draft', 'submitted', 'eligible', 'waitlisted') and OfficeAgs = @Office
        """;
}
