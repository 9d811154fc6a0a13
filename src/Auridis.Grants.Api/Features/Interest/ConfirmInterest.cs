using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.BaseRates;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>Asks interest that was proposed.</summary>
/// <remarks>
/// Not by the person who proposed it. What was not asked before becomes a claim of kind <c>interest</c>, with its own reference and day;
/// what was asked too much is claimed no more, the latest claim first. Where money has come in since, or a rate has changed, it is refused
/// and proposed anew. Where more is asked, or less than before, a letter tells the office.
/// </remarks>
sealed class ConfirmInterest(CurrentUser user, BusinessClock clock) : Change<InterestCalculation>
{
    public override void Configure()
    {
        Post("/interest-calculations/{id:guid}/confirm");
        Policies(Can.AskInterest);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            InterestProblems.PaidTooLate, BaseRateProblems.RateMissing, InterestProblems.InterestOutdated);
    }

    protected override async Task<Outcome<InterestCalculation>> Handle(Tx tx)
    {
        if (await InterestCalculation.Find(tx, Id) is not { } proposed)
            return Problems.NotFound;
        if (user.Is(proposed.ProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        if (await ExcludedPersons.WhyRefused(tx, user, proposed.ProgrammeId, proposed.OfficeAgs) is { } excluded)
            return excluded;
        // An earlier claim for interest may be lowered, and every change of a claim takes the programme first.
        await Programme.Lock(tx, proposed.ProgrammeId);
        await AwardFunds.Lock(tx, proposed.AwardId);
        if (await tx.Execute(Confirm, new { Id, SeenVersion, user.Actor, clock.Today, tx.Author.At }) == 0)
        {
            var now = (await InterestCalculation.Find(tx, Id))!;
            return Problems.StaleOrWrongState(now.Version, SeenVersion, now.Status, InterestStatus.Proposed);
        }
        await BaseRate.Lock(tx);
        var award = (await Award.Find(tx, proposed.AwardId))!;
        var figures = await Reckon(tx, award, proposed);
        // Its first day may have moved behind its last one.
        if (figures.Refusal is Problem moved && moved.Is(Problems.ValidationFailed))
            return InterestProblems.InterestOutdated.With(("proposed", proposed.Interest), ("reckoned", new Money(0)));
        if (figures.Refusal is { } refused)
            return refused;
        if (!figures.Value.AreThoseOf(proposed))
            return InterestProblems.InterestOutdated.With(("proposed", proposed.Interest), ("reckoned", figures.Value.Interest));
        foreach (var rate in proposed.Segments.GroupBy(segment => segment.ValidFrom))
            await BaseRate.Use(tx, rate.Key, rate.Max(segment => segment.EndsOn));
        await Ask(tx, award, proposed);
        Audit.Append(tx, AuditAction.InterestConfirmed, Id, SeenVersion + 1,
            new { proposed.AwardId, proposed.Interest, proposed.Difference });
        return (await InterestCalculation.Find(tx, Id))!;
    }

    static async Task<Outcome<InterestFigures>> Reckon(Tx tx, Award award, InterestCalculation proposed)
    {
        if (proposed.RepaymentClaimId is { } claimId)
        {
            var former = proposed.Follows is { } follows ? await InterestCalculation.Find(tx, follows) : null;
            var claim = (await RepaymentClaim.Find(tx, claimId))!;
            return await InterestFigures.OfClaim(tx, claim, award, proposed.Until, proposed.NotToBlame, former);
        }
        var payment = (await PaidMoney.OfAward(tx, award.Id)).Single(each => each.Id == proposed.DisbursementId);
        return await InterestFigures.OfLateUse(tx, payment, proposed.Amount!.Value, proposed.Until, award.Terms);
    }

    async Task Ask(Tx tx, Award award, InterestCalculation proposed)
    {
        if (proposed.Difference.Cents == 0)
            return;
        var claim = proposed.Difference.Cents > 0 ? await AskMore(tx, award, proposed.Difference) : null;
        var less = claim is null ? await AskLess(tx, proposed) : new Money(0);
        // What was waived before is not asked, and cannot be asked less of.
        if (claim is null && less.Cents == 0)
            return;
        var on = await tx.One<string>(SelectReference, new { proposed.RepaymentClaimId, proposed.DisbursementId });
        await Letter.Create(tx, LetterKind.Interest, award, InterestLetter.Of(award, proposed, on, claim, less), clock.Today,
            claim?.Id ?? proposed.RepaymentClaimId);
    }

    async Task<RepaymentClaim> AskMore(Tx tx, Award award, Money more)
    {
        var claim = await RepaymentClaim.Claim(
            tx, tx.NewId(), RepaymentClaimKind.Interest, spendingReportId: null, award, more, clock.Today);
        await tx.Execute(SetClaim, new { Id, Claim = claim.Id });
        return claim;
    }

    /// <returns>How much less is asked: not more than was not waived.</returns>
    async Task<Money> AskLess(Tx tx, InterestCalculation proposed)
    {
        var tooMuch = -proposed.Difference.Cents;
        foreach (var id in await tx.All<Guid>(SelectClaims, new { proposed.RepaymentClaimId }))
        {
            if (tooMuch > 0)
                tooMuch -= (await RepaymentClaim.AskLess(tx, (await RepaymentClaim.Find(tx, id))!, new Money(tooMuch), clock.Today)).Cents;
        }
        return new Money(-proposed.Difference.Cents - tooMuch);
    }

    const string Confirm = """
        update InterestCalculation
        set Status = 'confirmed', DecidedBy = @Actor, DecidedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed' and ProposedBy <> @Actor
        """;

    const string SetClaim = "update InterestCalculation set InterestClaimId = @Claim where Id = @Id";

    const string SelectReference = """
        select Reference from RepaymentClaim where Id = @RepaymentClaimId
        union all
        select Reference from Disbursement where Id = @DisbursementId
        """;

    const string SelectClaims = """
        select InterestClaimId from InterestCalculation
        where RepaymentClaimId = @RepaymentClaimId and InterestClaimId is not null
        order by Seq desc
        """;
}
