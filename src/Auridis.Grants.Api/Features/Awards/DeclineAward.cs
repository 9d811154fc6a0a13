using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Declines an offered award.</summary>
/// <remarks>
/// By the office that it is for until acceptBy, with a reason; final. Its place and its money are free at once. The next selection gives
/// them to the first of the waiting list.
/// </remarks>
sealed class DeclineAward(CurrentUser user, BusinessClock clock) : Change<Reasoned, Award>
{
    public override void Configure()
    {
        Post("/awards/{id:guid}/decline");
        Policies(Can.AnswerOffers);
        MovesMoney();
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, AwardProblems.OfferExpired);
    }

    protected override async Task<Outcome<Award>> Handle(Tx tx, Reasoned request)
    {
        if (await Award.FindFor(tx, Id, user) is not { } award)
            return Problems.NotFound;
        if (!user.ActsFor(award.OfficeAgs))
            return Problems.Forbidden;
        await Programme.Lock(tx, award.ProgrammeId);
        if (!await DeclinedOffer.Decline(tx, Id, SeenVersion, user.Actor, request.Reason, clock.Today))
            return await Award.WhyRefused(tx, Id, user, SeenVersion, AwardStatus.Offered);
        if (AcceptancePeriod.WhyRefused(award, clock.Today) is { } late)
            return late;
        await ApplicationOutcome.Lapse(tx, award.ApplicationId);
        return (await Award.Find(tx, Id))!;
    }
}
