using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>
/// Which money a claim is about, and from when that bears interest. A site uses the oldest money first, so a claim is about the latest
/// payments, and a later claim about those before. Each part bears interest as the terms say: from its payment or from the end of the
/// period in which it had to be used; revoked money from the day on which the award did not stand any more, but never before it was paid.
/// Money that was used late has borne interest until then, and bears it again from the day after only: no day is asked twice.
/// </summary>
static class MoneyOfClaim
{
    /// <summary>The parts of all claims of an award.</summary>
    /// <param name="payments">In the order in which claims are about them.</param>
    /// <param name="claims">The first one first.</param>
    /// <param name="of">The claim whose principal counts as it was made; others count with what they were lowered to.</param>
    public static IReadOnlyList<ClaimedPart> Parts(
        IReadOnlyList<PaidMoney> payments, IReadOnlyList<LateMoney> late, IReadOnlyList<ClaimedMoney> claims, ProgrammeTerms terms,
        Guid? of = null)
    {
        var pieces = payments.SelectMany(payment => Pieces(payment, late)).ToList();
        List<ClaimedPart> parts = [];
        foreach (var claim in claims)
        {
            var left = claim.Principal.Cents - (claim.Id == of ? 0 : claim.Reduced.Cents);
            for (var i = 0; i < pieces.Count && left > 0; i++)
            {
                var piece = pieces[i];
                var taken = Math.Min(left, piece.Cents);
                if (taken <= 0)
                    continue;
                pieces[i] = piece with { Cents = piece.Cents - taken };
                left -= taken;
                var start = claim.EffectiveOn is { } effective ? Later(effective, piece.Payment.BookedOn) : piece.Payment.StartOf(terms);
                parts.Add(new(claim, piece.Payment.Id, piece.UsedOn is not null, new(Later(start, piece.UsedOn), new Money(taken))));
            }
            // What no payment accounts for bears interest from the claim on.
            if (left > 0)
                parts.Add(new(claim, null, false, new(claim.ClaimedOn, new Money(left))));
        }
        return parts;
    }

    /// <summary>What of a payment was not used late comes first, then what was.</summary>
    static IEnumerable<Piece> Pieces(PaidMoney payment, IReadOnlyList<LateMoney> late)
    {
        var used = late.Where(each => each.DisbursementId == payment.Id).OrderBy(each => each.UntilOn).ToList();
        yield return new(payment, null, payment.Amount.Cents - used.Sum(each => each.Amount.Cents));
        foreach (var each in used)
            yield return new(payment, each.UntilOn, each.Amount.Cents);
    }

    static DateOnly Later(DateOnly one, DateOnly? other) => other > one ? other.Value : one;

    sealed record Piece(PaidMoney Payment, DateOnly? UsedOn, long Cents);
}

/// <summary>A part of a claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="DisbursementId">The payment that the money comes from; null where none accounts for it.</param>
/// <param name="UsedLate">Whether it is money on which interest is asked for late use.</param>
/// <param name="Owed">How much it is, and from when it bears interest.</param>
sealed record ClaimedPart(ClaimedMoney Claim, Guid? DisbursementId, bool UsedLate, SumOwed Owed);
