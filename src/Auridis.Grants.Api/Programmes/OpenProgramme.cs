using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Programmes;

/// <summary>Opens a programme for applications.</summary>
sealed class OpenProgramme : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/programmes/{id:guid}/open", Handle)
        .RequireAuthorization(Policies.CanManageProgrammes)
        .NeedsIfMatch()
        .Describe("openProgramme", "Opens a programme for applications", "From its first day to its last. Its terms are fixed from here on.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.NotYetOpen);

    static Task<Changed<Programme>> Handle(Guid id, Change change, BusinessClock clock) => change.Apply<Programme>(async tx =>
    {
        var today = clock.Today;
        if (await tx.Execute(Open, new { id, change.Version }) == 0)
            return await Programme.WhyRefused(tx, id, change.Version, ProgrammeStatus.Draft);
        var programme = (await Programme.Find(tx, id))!;
        if (today < programme.Terms.OpensOn || today > programme.Terms.ClosesOn)
            return ProgrammeProblems.NotYetOpen.With(("opensOn", programme.Terms.OpensOn), ("closesOn", programme.Terms.ClosesOn), ("today", today));
        Audit.Append(tx, "programme.opened", id, programme.Version);
        return programme;
    });

    const string Open = "update Programme set Status = 'open', Version = Version + 1 where Id = @id and Version = @Version and Status = 'draft'";
}
