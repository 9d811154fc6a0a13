using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Declines an offered award.</summary>
/// <remarks>
/// By the office that it is for, with a reason; final. Its place and its money are free at once. The next selection gives them to the first
/// of the waiting list.
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
        if (await Award.FindFor(tx, Id, user) is not { } award)
            return Problems.NotFound;
        if (!user.ActsFor(award.OfficeAgs))
            return Problems.Forbidden;
        await Programme.Lock(tx, award.ProgrammeId);
        if (await tx.Execute(Decline, new { Id, SeenVersion, user.Actor, request.Reason, tx.Author.At }) == 0)
            return await Award.WhyRefused(tx, Id, user, SeenVersion, AwardStatus.Offered);
        // Who gets the free place is the rule NextPlace of selections.
        await Places.Release(tx, award.ProgrammeId, award.Amount);
        await ApplicationOutcome.Lapse(tx, award.ApplicationId);
        Journal.Post(tx, PostingMatrix.CommitmentRelease, award.Amount,
            new BusinessDocument(Id, award.Reference, award.ProgrammeId, Id, $"Award {award.Reference} declined", clock.Today));
        Audit.Append(tx, AuditAction.AwardDeclined, Id, SeenVersion + 1, new { award.Amount });
        return (await Award.Find(tx, Id))!;
    }

    const string Decline = """
        update Award set Status = 'declined', DeclinedBy = @Actor, DeclineReason = @Reason, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'offered'
        """;
}
