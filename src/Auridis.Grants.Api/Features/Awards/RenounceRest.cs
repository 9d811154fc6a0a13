using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Renounces what an office can still draw of its award.</summary>
/// <remarks>
/// By the office that it is for; final. What is requested or released stays so, and what the bank returns can be drawn again. With it the
/// award can be completed although not all was paid. Of an award that is completed or terminated it renounces a payment that came back.
/// </remarks>
sealed class RenounceRest(CurrentUser user, BusinessClock clock) : Change<Award>
{
    static readonly string[] Renounceable = [AwardStatus.Active, AwardStatus.Completed, AwardStatus.Terminated];

    public override void Configure()
    {
        Post("/awards/{id:guid}/renounce-rest");
        Policies(Can.RenounceRests);
        MovesMoney();
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, AwardProblems.NoRest);
    }

    protected override async Task<Outcome<Award>> Handle(Tx tx)
    {
        if (await Award.FindFor(tx, Id, user) is not { } award)
            return Problems.NotFound;
        if (!user.ActsFor(award.OfficeAgs))
            return Problems.Forbidden;
        // What its share is changes only where it is terminated: that is final, and needs no lock to be seen.
        var terminated = award.Status == AwardStatus.Terminated;
        if (terminated)
            await Programme.Lock(tx, award.ProgrammeId);
        if (await tx.Execute(Renounce, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
            return await WhyRefused(tx);
        if (terminated)
        {
            await CommittedShare.Book(tx, Id, new BusinessDocument(
                Id, award.Reference, award.ProgrammeId, Id, $"Rest of {award.Reference} renounced", clock.Today));
        }
        var renounced = (await Award.Find(tx, Id))!;
        Audit.Append(tx, AuditAction.AwardRestRenounced, Id, renounced.Version, new { renounced.Renounced });
        return renounced;
    }

    async Task<Problem> WhyRefused(Tx tx) =>
        await Award.Find(tx, Id) is { Version: var version } award && version == SeenVersion && Renounceable.Contains(award.Status)
            ? AwardProblems.NoRest
            : await Award.WhyRefused(tx, Id, user, SeenVersion, Renounceable);

    const string Renounce = $"""
        update Award
        set RenouncedCents = AmountCents - DrawnCents, RenouncedBy = @Actor, Settling = 1, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('active', 'completed', 'terminated')
            and exists (select 1 from Award x where x.Id = Award.Id and {SettledAward.HasRest})
        """;
}
