using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Awards;

/// <summary>Accepts an offered award.</summary>
sealed class AcceptAward : IEndpoint
{
    /// <param name="WaiveRemedies">The office waives its legal remedies (Rechtsbehelfsverzicht): the award is final at once.</param>
    public sealed record Request(bool WaiveRemedies);

    public sealed class Validator : AbstractValidator<Request>;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/awards/{id:guid}/accept", Handle)
        .RequireAuthorization(Policies.CanAnswerOffers)
        .NeedsIfMatch()
        .Describe("acceptAward", "Accepts an offered award",
            "With a waiver of remedies the award is active at once. Without one it is accepted, and can be activated when the period for remedies is over, or when the office waives them later.")
        .Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<Award>> Handle(Guid id, Request request, Change change, CurrentUser user, BusinessClock business, TimeProvider clock)
    {
        var today = business.Today;
        return change.Apply<Award>(async tx =>
        {
            var own = await Award.FindOwn(tx, id, user);
            if (!own.Succeeded)
                return (Problem)own.Refusal;
            if (request.WaiveRemedies)
                await Places.Run(tx, own.Value.ProgrammeId);
            // The period ends with its last day, or with the next working day (section 57 VwGO, section 222 ZPO); final is what comes after.
            var finalFrom = request.WaiveRemedies ? today : WorkingDays.OnOrAfter(today.AddDays(own.Value.Terms.RemedyDays)).AddDays(1);
            var status = request.WaiveRemedies ? AwardStatus.Active : AwardStatus.Accepted;
            if (await tx.Execute(Accept, new { id, change.Version, status, user.Actor, today, finalFrom, ActivatedBy = request.WaiveRemedies ? user.Actor : null }) == 0)
                return await Award.WhyRefused(tx, id, change.Version, AwardStatus.Offered);
            Audit.Append(tx, "award.accepted", id, change.Version + 1, new { request.WaiveRemedies, finalFrom });
            return request.WaiveRemedies ? await Award.Activated(tx, id, clock) : (await Award.Find(tx, id))!;
        });
    }

    const string Accept = """
        update Award
        set Status = @status, AcceptedBy = @Actor, AcceptedOn = @today, FinalFrom = @finalFrom, ActivatedBy = @ActivatedBy, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'offered'
        """;
}
