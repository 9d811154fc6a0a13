using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// How far a budget line may exceed its plan: by the tolerance of the programme (ANBest-P no. 1.2: 20 %), and only as far as other lines
/// save. What goes beyond either is not recognised. Where the examiner has lifted the tolerance of a line, savings alone limit it (sentence
/// 4; see <see cref="LiftedTolerance"/>). With a fixed amount the plan limits nothing (last sentence).
/// </summary>
static class BudgetTolerance
{
    /// <summary>Judges all lines of a plan together.</summary>
    /// <param name="tolerancePercent">0 to 100, of a line's plan.</param>
    /// <returns>One verdict for each line, in the order of the lines.</returns>
    public static IReadOnlyList<ToleratedLine> Apply(string financingType, IReadOnlyList<ExaminedLine> lines, int tolerancePercent)
    {
        if (financingType == FinancingType.FixedAmount)
            return [.. lines.Select(line => new ToleratedLine(null, line.Spent, 0))];
        var tolerances = lines.Select(line => line.Lifted ? (long?)null : line.Plan * tolerancePercent / 100).ToList();
        var overruns = lines
            .Select((line, i) => Math.Min(Math.Max(0, line.Spent - line.Plan), tolerances[i] ?? long.MaxValue))
            .ToList();
        var saved = lines.Sum(line => Math.Max(0, line.Plan - line.Spent));
        var covered = Share(saved, overruns);
        return [.. lines.Select((line, i) =>
        {
            var recognised = Math.Min(line.Spent, line.Plan) + covered[i];
            return new ToleratedLine(tolerances[i], recognised, line.Spent - recognised);
        })];
    }

    /// <summary>
    /// Gives every overrun what it needs when the savings suffice. Otherwise each gets its share of them in proportion, the cents that
    /// rounding leaves over going to the largest remainders, and among equals to the earlier line.
    /// </summary>
    static List<long> Share(long saved, List<long> overruns)
    {
        var wanted = overruns.Sum();
        if (wanted <= saved)
            return overruns;
        // Cents times cents are beyond 64 bits.
        var shares = overruns.Select(overrun => (long)((Int128)saved * overrun / wanted)).ToList();
        var remainders = overruns.Select(overrun => (Int128)saved * overrun % wanted).ToList();
        foreach (var i in Enumerable.Range(0, overruns.Count).OrderByDescending(i => remainders[i]).Take((int)(saved - shares.Sum())))
            shares[i]++;
        return shares;
    }
}

/// <summary>A line of a plan and what the examination of its receipts left. Whole cents, none negative.</summary>
/// <param name="Plan">What was planned.</param>
/// <param name="Spent">What was spent and not disallowed.</param>
/// <param name="Lifted">Whether the examiner has lifted its tolerance.</param>
readonly record struct ExaminedLine(long Plan, long Spent, bool Lifted = false);

/// <summary>What the tolerance makes of a line, in cents.</summary>
/// <param name="Tolerance">The most by which the line may exceed its plan, rounded down to the cent; null when it is not limited.</param>
/// <param name="Recognised">What is recognised of what was spent.</param>
/// <param name="OverrunNotCovered">What is not.</param>
sealed record ToleratedLine(long? Tolerance, long Recognised, long OverrunNotCovered);
