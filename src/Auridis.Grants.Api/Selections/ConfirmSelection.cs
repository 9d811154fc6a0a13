using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Selections;

/// <summary>Confirms a selection as its second person.</summary>
sealed class ConfirmSelection : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/selections/{id:guid}/confirm", Handle)
        .RequireAuthorization(Policies.CanDecideSelections)
        .NeedsIfMatch()
        .Describe("confirmSelection", "Confirms a selection as its second person", "Whoever proposed it cannot.")
        .Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<Selection>> Handle(Guid id, Change change, CurrentUser user) => change.Apply<Selection>(async tx =>
    {
        if (await Selection.Find(tx, id) is { Status: SelectionStatus.Proposed } seen && user.Is(seen.ProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        if (await tx.Execute(Confirm, new { id, change.Version, user.Actor, tx.Origin.At }) == 0)
            return await Selection.WhyRefused(tx, id, change.Version, SelectionStatus.Proposed);
        Audit.Append(tx, "selection.confirmed", id, change.Version + 1);
        return (await Selection.Find(tx, id))!;
    });

    const string Confirm = """
        update Selection set Status = 'confirmed', ConfirmedBy = @Actor, ConfirmedAt = @At, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'proposed' and ProposedBy <> @Actor
        """;
}
