using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Selections;

/// <summary>Sends a selection back to be worked over.</summary>
sealed class SendBackSelection : IEndpoint
{
    /// <param name="Reason">What is to be changed, up to 2,000 characters.</param>
    public sealed record Request(string Reason);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Reason).Prose(2000);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/selections/{id:guid}/send-back", Handle)
        .RequireAuthorization(Policies.CanDecideSelections)
        .NeedsIfMatch()
        .Describe("sendBackSelection", "Sends a selection back to be worked over",
            "A confirmed one too: when its places were taken meanwhile, it cannot be published as it is. It is then proposed and confirmed anew.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<Selection>> Handle(Guid id, Request request, Change change) => change.Apply<Selection>(async tx =>
    {
        if (await tx.Execute(SendBack, new { id, change.Version, request.Reason }) == 0)
            return await Selection.WhyRefused(tx, id, change.Version, SelectionStatus.Proposed, SelectionStatus.Confirmed);
        Audit.Append(tx, "selection.sent-back", id, change.Version + 1);
        return (await Selection.Find(tx, id))!;
    });

    const string SendBack = """
        update Selection
        set Status = 'sent-back', SentBackReason = @Reason, ProposedBy = null, ProposedAt = null, ConfirmedBy = null, ConfirmedAt = null, Version = Version + 1
        where Id = @id and Version = @Version and Status in ('proposed', 'confirmed')
        """;
}
