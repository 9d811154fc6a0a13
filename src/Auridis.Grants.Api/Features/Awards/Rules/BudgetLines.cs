using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// The budget lines of an award: the finance plan's lines, reduced in proportion when less is awarded than was requested. In all they are
/// reduced by the difference, to the cent; the cents that are left over go to the lines with the largest remainders (largest remainder
/// method), the earlier line first.
/// </summary>
static class BudgetLines
{
    public static IReadOnlyList<FinanceLine> For(FinancePlan plan, Money awarded)
    {
        var planned = plan.Lines.Sum(line => line.Amount.Cents);
        return Scale(plan.Lines, planned, planned - (plan.Requested.Cents - awarded.Cents));
    }

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
