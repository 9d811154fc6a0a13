using Auridis.Grants.Api.Features.BaseRates;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>
/// Interest for late use and late repayment (§ 49a (3) and (4) VwVfG NRW, § 50 (2a) SGB X, or the clause of the contract): base rate of the
/// day and surcharge, never below zero, actual days by 365. Each rate and each open sum has its segment; all are added up exactly, in
/// cents × hundredths of a percent × days, and the sum is rounded once, half away from zero.
/// </summary>
static class InterestReckoning
{
    /// <summary>A whole year at a hundredth of a percent: what the exact sum is divided by to get cents.</summary>
    const int Year = 365 * 100 * 100;

    /// <summary>The segments of what is open, by the rates; a problem for a day before the first rate.</summary>
    /// <param name="owed">What began to be owed, and what came in, in any order.</param>
    /// <param name="until">The last day, included.</param>
    /// <param name="rates">By their first days.</param>
    /// <param name="surchargePercent">What is added to the base rate.</param>
    public static Outcome<List<InterestSegment>> Segments(
        IEnumerable<SumOwed> owed, DateOnly until, IReadOnlyList<Rate> rates, decimal surchargePercent)
    {
        List<InterestSegment> segments = [];
        var next = 0;
        foreach (var (startsOn, endsOn, cents) in OpenOverTime.Of(owed, until))
        {
            for (var day = startsOn; day <= endsOn; day = segments[^1].EndsOn.AddDays(1))
            {
                while (next < rates.Count && rates[next].ValidFrom <= day)
                    next++;
                if (next == 0)
                    return BaseRateProblems.RateMissing.With(("missingOn", day));
                var lastOfRate = next < rates.Count ? rates[next].ValidFrom.AddDays(-1) : endsOn;
                var last = lastOfRate < endsOn ? lastOfRate : endsOn;
                var rate = rates[next - 1];
                segments.Add(new InterestSegment(day, last, last.DayNumber - day.DayNumber + 1, rate.ValidFrom,
                    Math.Max(0, rate.Percent + surchargePercent), new Money(cents)));
            }
        }
        return segments;
    }

    /// <summary>The exact interest, in cents × hundredths of a percent × days.</summary>
    public static Int128 Exact(IEnumerable<InterestSegment> segments) =>
        segments.Aggregate(Int128.Zero, (sum, segment) =>
            sum + ((Int128)segment.Sum.Cents * Rate.BasisPointsOf(segment.Percent) * segment.Days));

    /// <summary>The interest, rounded to the cent, half away from zero; it is never negative.</summary>
    public static Money Round(Int128 exact) => new((long)(((2 * exact) + Year) / (2 * Year)));
}
