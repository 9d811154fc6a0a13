using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Programmes;

/// <summary>Confirms the lot that another person has entered.</summary>
sealed class ConfirmLot : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/programmes/{id:guid}/lot/confirm", Handle)
        .RequireAuthorization(Policies.CanDrawLot)
        .NeedsIfMatch()
        .Describe("confirmLot", "Confirms the lot that another person has entered", "From here on the lot is drawn, and the ranking can use it.")
        .Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, ProgrammeProblems.LotNotEntered, ProgrammeProblems.LotDrawn);

    static Task<Changed<Programme>> Handle(Guid id, Change change, CurrentUser user) => change.Apply<Programme>(async tx =>
    {
        if (user.Is(await tx.Find<string>(EnteredBy, new { id })))
            return Problems.FourEyes.With(("earlier", ActedAs.Enterer));
        if (await tx.Execute(Confirm, new { id, change.Version, user.Actor }) == 0)
            return await WhyRefused(tx, id, change.Version);
        Audit.Append(tx, "programme.lot-confirmed", id, change.Version + 1);
        return (await Programme.Find(tx, id))!;
    });

    static async Task<Problem> WhyRefused(Tx tx, Guid id, int version) =>
        await Programme.Find(tx, id) switch
        {
            null => Problems.NotFound,
            var programme when programme.Version != version => Problems.StaleVersion.With(("actual", programme.Version), ("expected", version)),
            { Lot: null } => ProgrammeProblems.LotNotEntered,
            _ => ProgrammeProblems.LotDrawn,
        };

    // Entered means closed: the lot cannot be entered before.
    const string Confirm = """
        update Programme set LotConfirmedBy = @Actor, Version = Version + 1
        where Id = @id and Version = @Version and LotEnteredBy <> @Actor and LotConfirmedBy is null
        """;

    const string EnteredBy = "select LotEnteredBy from Programme where Id = @id";
}
