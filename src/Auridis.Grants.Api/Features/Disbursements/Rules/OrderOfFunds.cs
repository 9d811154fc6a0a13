using System.Diagnostics;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// A site uses the money of its plan in the programme's order (ANBest-P 1.4). <c>own-first</c>: nothing of the grant before all of its own
/// and third-party money, as far as the plan names it. <c>pro-rata</c>: what is drawn is at most the grant's share of what it has spent and
/// has to pay, down to the cent. The plan gives the share.
/// </summary>
static class OrderOfFunds
{
    /// <param name="drawn">What is drawn of the award, this request included.</param>
    /// <param name="received">What the site has of the grant: paid, and neither returned nor paid back.</param>
    public static Problem? WhyRefused(
        string fundsOrder, AwardFinancing plan, Money drawn, Money received, Money need, Money unspent, Money ownUsed, Money thirdPartyUsed)
    {
        var used = ownUsed.Cents + thirdPartyUsed.Cents;
        var planned = plan.Own.Cents + plan.ThirdParty.Cents;
        switch (fundsOrder)
        {
            case FundsOrder.None:
                return null;
            case FundsOrder.OwnFirst:
                return used < planned
                    ? DisbursementProblems.OwnFundsFirst.With(("planned", new Money(planned)), ("used", new Money(used)))
                    : null;
            case FundsOrder.ProRata:
                var expenditure = Math.Max(0, received.Cents - unspent.Cents) + used + need.Cents;
                // Cents times cents does not fit a long.
                var share = (long)((Int128)plan.Grant.Cents * expenditure / (plan.Grant.Cents + planned));
                return drawn.Cents > share
                    ? DisbursementProblems.ProRataExceeded.With(
                        ("expenditure", new Money(expenditure)), ("share", new Money(share)), ("drawn", drawn))
                    : null;
            default:
                throw new UnreachableException($"'{fundsOrder}' is not an order of funds.");
        }
    }
}
