using Auridis.Grants.Api.Applications;
using Auridis.Grants.Api.Auditing;
using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Ledger;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Awards;

/// <summary>Declines an offered award.</summary>
sealed class DeclineAward : IEndpoint
{
    /// <param name="Reason">Why the office does not want it, up to 2,000 characters.</param>
    public sealed record Request(string Reason);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Reason).Prose(2000);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/awards/{id:guid}/decline", Handle)
        .RequireAuthorization(Policies.CanAnswerOffers)
        .NeedsIfMatch()
        .MovesMoney()
        .Describe("declineAward", "Declines an offered award", "Its place and its money are free at once, for the next on the waiting list.")
        .Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);

    static Task<Changed<Award>> Handle(Guid id, Request request, Change change, CurrentUser user, BusinessClock business)
    {
        var today = business.Today;
        return change.Apply<Award>(async tx =>
        {
            var own = await Award.FindOwn(tx, id, user);
            if (!own.Succeeded)
                return (Problem)own.Refusal;
            // The programme first, and only for an award that still holds its place: another decline may be under way.
            await Places.Lock(tx, own.Value.ProgrammeId);
            if (await tx.Execute(Decline, new { id, change.Version, user.Actor, request.Reason }) == 0)
                return await Award.WhyRefused(tx, id, change.Version, AwardStatus.Offered);
            await Places.Release(tx, own.Value.ProgrammeId, own.Value.Amount);
            await ApplicationOutcome.Lapse(tx, own.Value.ApplicationId);
            Journal.Post(tx, PostingMatrix.CommitmentRelease, own.Value.Amount,
                new BusinessDocument(id, own.Value.Number, id, $"Award {own.Value.Number} declined", today));
            Audit.Append(tx, "award.declined", id, change.Version + 1, new { own.Value.Amount });
            return (await Award.Find(tx, id))!;
        });
    }

    const string Decline = """
        update Award set Status = 'declined', DeclinedBy = @Actor, DeclineReason = @Reason, Version = Version + 1
        where Id = @id and Version = @Version and Status = 'offered'
        """;
}
