using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.BaseRates;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>What interest comes to, as things stand.</summary>
/// <param name="Segments">The days, each with its rate and its sum.</param>
/// <param name="Reckoned">What they come to.</param>
/// <param name="NothingBecause">Why nothing of it is asked; null when it is.</param>
/// <param name="AskedBefore">What the calculation asked that this one goes on from.</param>
sealed record InterestFigures(IReadOnlyList<InterestSegment> Segments, Money Reckoned, string? NothingBecause, Money AskedBefore)
{
    /// <summary>What is asked, with what was asked before.</summary>
    public Money Interest => NothingBecause is null ? Reckoned : new Money(0);

    /// <summary>Whether a calculation that was proposed still says this.</summary>
    public bool AreThoseOf(InterestCalculation proposed) =>
        Segments.SequenceEqual(proposed.Segments) && Interest == proposed.Interest && AskedBefore == proposed.AskedBefore
            && NothingBecause == proposed.NothingBecause;

    /// <summary>
    /// The interest on a claim up to a day, from the day on which its money began to bear interest. The caller holds the award.
    /// </summary>
    /// <param name="former">The calculation on it that was confirmed last; null when there is none.</param>
    public static async Task<Outcome<InterestFigures>> OfClaim(
        Session session, RepaymentClaim claim, Award award, DateOnly until, bool notToBlame, InterestCalculation? former)
    {
        var parts = MoneyOfClaim.Parts(
            await PaidMoney.OfAward(session, award.Id), await LateMoney.OfAward(session, award.Id),
            await ClaimedMoney.OfAward(session, award.Id), award.Terms, claim.Id);
        var owed = parts.Where(part => part.Claim.Id == claim.Id).Select(part => part.Owed).ToList();
        var start = owed.Min(each => each.On);
        if (until <= start || until < former?.Until)
        {
            return Problems.InvalidAt(nameof(until), Bilingual.Of(
                $"Must be after {start:yyyy-MM-dd}, and not before what interest was asked for already.",
                $"Muss nach dem {start:yyyy-MM-dd} liegen und darf nicht vor dem Tag liegen, bis zu dem schon Zinsen verlangt sind."));
        }
        var moved = await ClaimMovement.OfClaim(session, claim);
        if (notToBlame
            && PaidInTime.WhyRefused(claim.Principal, moved, await DeferralPeriod.LastDayInTime(session, claim)) is { } late)
        {
            return late;
        }
        return Of([.. owed, .. moved], until, await BaseRate.InForce(session), award.Terms, notToBlame, former);
    }

    /// <summary>The interest on money of a payment that was used on a day, and had to be used before.</summary>
    public static async Task<Outcome<InterestFigures>> OfLateUse(
        Session session, PaidMoney payment, Money amount, DateOnly usedOn, ProgrammeTerms terms)
    {
        var start = payment.StartOf(terms);
        if (usedOn <= start)
        {
            return Problems.InvalidAt(nameof(usedOn), Bilingual.Of(
                $"Must be after {start:yyyy-MM-dd}: until then the money bears no interest.",
                $"Muss nach dem {start:yyyy-MM-dd} liegen: Bis dahin wird das Geld nicht verzinst."));
        }
        return Of([new SumOwed(start, amount)], usedOn, await BaseRate.InForce(session), terms, notToBlame: false, former: null);
    }

    static Outcome<InterestFigures> Of(
        IEnumerable<SumOwed> owed, DateOnly until, IReadOnlyList<Rate> rates, ProgrammeTerms terms, bool notToBlame,
        InterestCalculation? former)
    {
        var segments = InterestReckoning.Segments(owed, until, rates, terms.InterestSurchargePercent);
        if (segments.Refusal is { } missing)
            return missing;
        var reckoned = InterestReckoning.Round(InterestReckoning.Exact(segments.Value));
        return new InterestFigures(
            segments.Value, reckoned, InterestAsked.WhyNothing(reckoned, terms.InterestMinimum, notToBlame),
            former?.Interest ?? new Money(0));
    }
}
