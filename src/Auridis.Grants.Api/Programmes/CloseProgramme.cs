using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Programmes;

/// <summary>Closes the application window once its last day is over.</summary>
sealed class CloseProgramme : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/programmes/{id:guid}/close", Handle)
        .RequireAuthorization(Policies.CanManageProgrammes)
        .NeedsIfMatch()
        .Describe("closeProgramme", "Closes the application window", "Not before the end of its last day: an applicant can rely on the deadline.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.DeadlineNotPassed);

    static Task<Changed<Programme>> Handle(Guid id, Change change, BusinessClock clock) => change.Apply<Programme>(async tx =>
    {
        var today = clock.Today;
        if (await tx.Execute(Close, new { id, change.Version }) == 0)
            return await Programme.WhyRefused(tx, id, change.Version, ProgrammeStatus.Open);
        var programme = (await Programme.Find(tx, id))!;
        if (today <= programme.Terms.ClosesOn)
            return ProgrammeProblems.DeadlineNotPassed.With(("closesOn", programme.Terms.ClosesOn), ("today", today));
        Audit.Append(tx, "programme.closed", id, programme.Version);
        return programme;
    });

    const string Close = "update Programme set Status = 'closed', Version = Version + 1 where Id = @id and Version = @Version and Status = 'open'";
}
