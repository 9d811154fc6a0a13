using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Awards;

/// <summary>Activates an accepted award once the period for remedies is over.</summary>
sealed class ActivateAward : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/awards/{id:guid}/activate", Handle)
        .RequireAuthorization(Policies.CanActivateAwards)
        .NeedsIfMatch()
        .Describe("activateAward", "Activates an accepted award once the period for remedies is over",
            "From finalFrom on, by the business clock: the caseworker states that no remedy was sought. Money can be drawn from here on, and the final report is expected.")
        .Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState, AwardProblems.NotFinal);

    static Task<Changed<Award>> Handle(Guid id, Change change, CurrentUser user, BusinessClock business, TimeProvider clock)
    {
        var today = business.Today;
        return change.Apply<Award>(async tx =>
        {
            if (await Award.Find(tx, id) is not { } seen)
                return (Problem)Problems.NotFound;
            await Places.Run(tx, seen.ProgrammeId);
            if (await tx.Execute(Activate, new { id, change.Version, user.Actor }) == 0)
                return await Award.WhyRefused(tx, id, change.Version, AwardStatus.Accepted);
            if (seen.FinalFrom > today)
                return AwardProblems.NotFinal.With(("finalFrom", seen.FinalFrom), ("today", today));
            return await Award.Activated(tx, id, clock);
        });
    }

    const string Activate = "update Award set Status = 'active', ActivatedBy = @Actor, Version = Version + 1 where Id = @id and Version = @Version and Status = 'accepted'";
}
