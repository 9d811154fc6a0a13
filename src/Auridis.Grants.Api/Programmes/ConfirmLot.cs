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
        if (await tx.Execute(Confirm, new { id, change.Version, user.Actor }) == 0)
            return await WhyRefused(tx, id, change.Version, user.Actor);
        Audit.Append(tx, "programme.lot-confirmed", id, change.Version + 1);
        return (await Programme.Find(tx, id))!;
    });

    static async Task<Problem> WhyRefused(Tx tx, Guid id, int version, string actor)
    {
        if (await tx.Find<Row>(Select, new { id }) is not { } programme)
            return Problems.NotFound;
        if (programme.LotEnteredBy == actor)
            return Problems.FourEyes.With(("earlier", "the person who entered the lot"));
        if (programme.Version != version)
            return Problems.StaleVersion.With(("actual", programme.Version), ("expected", version));
        return programme.LotEnteredBy is null ? ProgrammeProblems.LotNotEntered : ProgrammeProblems.LotDrawn;
    }

    // Entered means closed: the lot cannot be entered before.
    const string Confirm = """
        update Programme set LotConfirmedBy = @Actor, Version = Version + 1
        where Id = @id and Version = @Version and LotEnteredBy <> @Actor and LotConfirmedBy is null
        """;

    const string Select = "select Version, LotEnteredBy from Programme where Id = @id";

    sealed class Row
    {
        public required int Version { get; init; }
        public required string? LotEnteredBy { get; init; }
    }
}
