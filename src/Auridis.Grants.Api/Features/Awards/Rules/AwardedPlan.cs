using System.Diagnostics;
using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// The plan of an award: that of the application, and when less is awarded than was requested, scaled by the type of financing. With a
/// fixed amount the expenditure stays as it is, and the office bears the difference. With a share all of it is scaled, so that the grant
/// is again its share. With a deficit the lines are reduced by the difference, while own and third-party money stay as planned; with full
/// financing that reduces them to the grant.
/// </summary>
static class AwardedPlan
{
    /// <param name="plan">A complete plan that balances.</param>
    /// <param name="awarded">At most what it requests.</param>
    public static (IReadOnlyList<FinanceLine> Lines, AwardFinancing Financing) Of(FinancePlan plan, Money awarded, string financingType)
    {
        var requested = plan.Requested!.Value.Cents;
        var (own, thirdParty) = (plan.OwnContribution!.Value.Cents, plan.ThirdPartyFunds!.Value.Cents);
        var planned = plan.Lines!.Sum(line => line.Amount.Cents);
        var grant = awarded.Cents;
        switch (financingType)
        {
            case FinancingType.FixedAmount:
                return (plan.Lines!, Financing(own + requested - grant, thirdParty));
            case FinancingType.Share:
                // Rounded up: the share of it, which is rounded down, is the grant at least.
                var scaled = (long)(((Int128)planned * grant + requested - 1) / requested);
                var others = (long)((Int128)thirdParty * grant / requested);
                return (Scale(plan.Lines!, planned, scaled), Financing(scaled - grant - others, others));
            case FinancingType.Deficit or FinancingType.Full:
                return (Scale(plan.Lines!, planned, planned - requested + grant), Financing(own, thirdParty));
            default:
                throw new UnreachableException($"'{financingType}' is not a financing type.");
        }

        AwardFinancing Financing(long ownCents, long thirdPartyCents) => new(awarded, new Money(ownCents), new Money(thirdPartyCents));
    }

    /// <summary>The plan of an award that goes on with less: scaled as one that was awarded less from the beginning.</summary>
    public static (IReadOnlyList<FinanceLine> Lines, AwardFinancing Financing) Reduced(Award award, Money amount) => Of(
        new FinancePlan(award.Lines, award.Financing.Own, award.Financing.ThirdParty, award.Amount), amount, award.Terms.FinancingType);

    /// <summary>
    /// Reduces the lines in proportion, to the cent; the cents that are left over go to the lines with the largest remainders (largest
    /// remainder method), the earlier line first.
    /// </summary>
    static IReadOnlyList<FinanceLine> Scale(IReadOnlyList<FinanceLine> lines, long from, long to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(to);
        if (from == to)
            return lines;
        // Cents times cents does not fit a long.
        var shares = lines.Select(line => Int128.DivRem((Int128)line.Amount.Cents * to, from)).ToList();
        var left = (int)(to - (long)shares.Aggregate(Int128.Zero, (sum, share) => sum + share.Quotient));
        var rounded = Enumerable.Range(0, lines.Count).OrderByDescending(i => shares[i].Remainder).ThenBy(i => i).Take(left).ToHashSet();
        return [.. lines.Select((line, i) => line with { Amount = new Money((long)shares[i].Quotient + (rounded.Contains(i) ? 1 : 0)) })];
    }
}
