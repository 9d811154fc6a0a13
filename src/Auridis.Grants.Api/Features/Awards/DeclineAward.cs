using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Declines an offered award.</summary>
/// <remarks>
/// Its place and its money are free at once, for the next on the waiting list.
/// </remarks>
sealed class DeclineAward(CurrentUser user, BusinessClock clock) : Change<Reasoned, Award>
{
    public override void Configure()
    {
        Post("/awards/{id:guid}/decline");
        Policies(Can.AnswerOffers);
        MovesMoney();
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Award>> Handle(Tx tx, Reasoned request)
    {
        var today = clock.Today;
        var own = await Award.FindOwn(tx, Id, user);
        if (!own.Succeeded)
            return own.Refusal;
        // The programme first, and only for an award that still holds its place: another decline may be under way.
        await Programme.Lock(tx, own.Value.ProgrammeId);
        if (await tx.Execute(Decline, new { Id, SeenVersion, user.Actor, request.Reason }) == 0)
            return await Award.WhyRefused(tx, Id, SeenVersion, AwardStatus.Offered);
        await Places.Release(tx, own.Value.ProgrammeId, own.Value.Amount);
        await ApplicationOutcome.Lapse(tx, own.Value.ApplicationId);
        Journal.Post(tx, PostingMatrix.CommitmentRelease, own.Value.Amount,
            new BusinessDocument(Id, own.Value.Number, Id, $"Award {own.Value.Number} declined", today));
        Audit.Append(tx, "award.declined", Id, SeenVersion + 1, new { own.Value.Amount });
        return (await Award.Find(tx, Id))!;
    }

    const string Decline = """
        update Award set Status = 'declined', DeclinedBy = @Actor, DeclineReason = @Reason, Version = Version + 1
        where Id = @Id and Version = @SeenVersion and Status = 'offered'
        """;
}
