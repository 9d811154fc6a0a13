using System.Text.Json;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Applications;

/// <summary>Replaces the content of a draft.</summary>
sealed class EditApplication : IEndpoint
{
    /// <param name="Content">What the application says from now on.</param>
    public sealed record Request(ApplicationContent Content);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Content).SetValidator(new ApplicationContentValidator());
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/applications/{id:guid}", Handle)
        .RequireAuthorization(Policies.CanWriteApplications)
        .NeedsIfMatch()
        .Describe("editApplication", "Replaces the content of a draft", "Once handed in, an application keeps what it says.")
        .Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<Application>> Handle(Guid id, Request request, Change change, CurrentUser user) => change.Apply<Application>(async tx =>
    {
        var changed = await tx.Execute(Update, new
        {
            id,
            change.Version,
            user.Office,
            request.Content.Title,
            Content = JsonSerializer.Serialize(request.Content, Json.Stored),
            RequestedCents = request.Content.FinancePlan.Requested.Cents,
        });
        if (changed == 0)
            return await Application.WhyRefused(tx, user, id, change.Version, ApplicationStatus.Draft);
        Audit.Append(tx, "application.edited", id, change.Version + 1, new { request.Content.FinancePlan.Requested });
        return (await Application.Find(tx, id))!;
    });

    const string Update = """
        update Application
        set Version = Version + 1, Title = @Title, Content = @Content, RequestedCents = @RequestedCents
        where Id = @id and Version = @Version and Status = 'draft' and OfficeAgs = @Office
        """;
}
