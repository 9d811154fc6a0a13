using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Selections;

/// <summary>Puts a selection to a second person.</summary>
sealed class ProposeSelection : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/selections/{id:guid}/propose", Handle)
        .RequireAuthorization(Policies.CanPrepareSelections)
        .NeedsIfMatch()
        .Describe("proposeSelection", "Puts a selection to a second person", "The answer shows in limits what it takes and what it leaves. It cannot be edited until it is sent back.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<Selection>> Handle(Guid id, Change change, CurrentUser user) => change.Apply<Selection>(async tx =>
    {
        if (await tx.Execute(Propose, new { id, change.Version, user.Actor, tx.Origin.At }) == 0)
            return await Selection.WhyRefused(tx, id, change.Version, SelectionStatus.Draft, SelectionStatus.SentBack);
        var selection = (await Selection.Find(tx, id))!;
        Audit.Append(tx, "selection.proposed", id, selection.Version, new { selection.Limits.SitesWanted, selection.Limits.AmountWanted });
        return selection;
    });

    const string Propose = """
        update Selection set Status = 'proposed', ProposedBy = @Actor, ProposedAt = @At, Version = Version + 1
        where Id = @id and Version = @Version and Status in ('draft', 'sent-back')
        """;
}
