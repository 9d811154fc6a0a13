namespace Auridis.Grants.Api.Features.Interest;

/// <summary>
/// No money bears interest twice for the same days. What of a payment is used late is, with what was named before and with what is claimed
/// back of it with interest, no more than the payment. The caller holds the award.
/// </summary>
static class AskedOnce
{
    /// <param name="parts">The parts of all claims on the award.</param>
    public static Problem? WhyRefused(
        PaidMoney payment, Money amount, IReadOnlyList<LateMoney> late, IReadOnlyList<ClaimedPart> parts)
    {
        var left = payment.Amount.Cents
            - late.Where(each => each.DisbursementId == payment.Id).Sum(each => each.Amount.Cents)
            - parts.Where(part => part.DisbursementId == payment.Id && !part.UsedLate && part.Claim.BearsInterest)
                .Sum(part => part.Owed.Amount.Cents);
        return amount.Cents > left
            ? InterestProblems.InterestAskedAlready.With(("chargeable", new Money(Math.Max(0, left))), ("amount", amount))
            : null;
    }
}
