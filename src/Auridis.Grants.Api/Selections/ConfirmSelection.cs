using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Database;
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
        if (await tx.Execute(Confirm, new { id, change.Version, user.Actor, tx.Origin.At }) == 0)
            return await WhyRefused(tx, id, change.Version, user.Actor);
        Audit.Append(tx, "selection.confirmed", id, change.Version + 1);
        return (await Selection.Find(tx, id))!;
    });

    static async Task<Problem> WhyRefused(Tx tx, Guid id, int version, string actor) =>
        await Selection.Find(tx, id) is { Status: SelectionStatus.Proposed } selection && selection.ProposedBy == actor
            ? Problems.FourEyes.With(("earlier", "proposer"))
            : await Selection.WhyRefused(tx, id, version, SelectionStatus.Proposed);

    const string Confirm = """
        update Selection set Status = 'confirmed', ConfirmedBy = @Actor, ConfirmedAt = @At, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'proposed' and ProposedBy <> @Actor
        """;
}
