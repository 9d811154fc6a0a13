using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Awards;

/// <summary>Waives the legal remedies against an award that was accepted without it.</summary>
sealed class WaiveRemedies : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/awards/{id:guid}/waive-remedies", Handle)
        .RequireAuthorization(Policies.CanAnswerOffers)
        .NeedsIfMatch()
        .Describe("waiveRemedies", "Waives the legal remedies against an accepted award", "The award is final and active at once.")
        .Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<Award>> Handle(Guid id, Change change, CurrentUser user, BusinessClock business, TimeProvider clock)
    {
        var today = business.Today;
        return change.Apply<Award>(async tx =>
        {
            var own = await Award.FindOwn(tx, id, user);
            if (!own.Succeeded)
                return (Problem)own.Refusal;
            await Places.Run(tx, own.Value.ProgrammeId);
            if (await tx.Execute(Waive, new { id, change.Version, user.Actor, today }) == 0)
                return await Award.WhyRefused(tx, id, change.Version, AwardStatus.Accepted);
            Audit.Append(tx, "award.remedies-waived", id, change.Version + 1);
            return await Award.Activated(tx, id, clock);
        });
    }

    // Final from today, unless the period for remedies was over before.
    const string Waive = """
        update Award
        set Status = 'active', FinalFrom = case when FinalFrom < @today then FinalFrom else @today end, ActivatedBy = @Actor, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'accepted'
        """;
}
