namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// A site requests no more than it has to pay within the coming use-by period, less what it still has (ANBest-P 1.4, first sentence).
/// </summary>
static class AmountWithinNeed
{
    public static Problem? WhyRefused(Money amount, Money need, Money unspent) => amount.Cents > need.Cents - unspent.Cents
        ? DisbursementProblems.NeedExceeded.With(("need", need), ("unspent", unspent), ("requested", amount))
        : null;
}
