using System.Diagnostics;
using System.Globalization;
using Auridis.Grants.Api.Features.BaseRates;
using Auridis.Grants.Api.Features.Interest;
using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Features.Interest;

/// <summary>The worked examples, and what holds for all sums, days and rates.</summary>
public sealed class InterestReckoningTests
{
    /// <summary>As the Bundesbank announced them for these days.</summary>
    static readonly Rate[] Rates =
        [new(Day("2016-07-01"), -88), new(Day("2023-01-01"), 162), new(Day("2023-07-01"), 312), new(Day("2024-01-01"), 362)];

    /// <summary>20,000.00 paid on 20 October, to be used by 20 December, used on 10 January: 24.8328767 and 36.2739726.</summary>
    [Test]
    public void Late_use_is_rounded_once()
    {
        var segments = Segments([new(Day("2022-12-20"), new(20_000_00))], "2023-01-10");

        Assert.That(segments, Is.EqualTo(new InterestSegment[]
        {
            new(Day("2022-12-21"), Day("2022-12-31"), 11, Day("2016-07-01"), 4.12m, new(20_000_00)),
            new(Day("2023-01-01"), Day("2023-01-10"), 10, Day("2023-01-01"), 6.62m, new(20_000_00)),
        }));
        Assert.That(Interest(segments), Is.EqualTo("61.11"));
        Assert.That(segments.Sum(segment => InterestReckoning.Round(InterestReckoning.Exact([segment])).Cents), Is.EqualTo(61_10),
            "segments that are rounded apart come to a cent less");
    }

    [Test]
    public void From_the_payout_on_it_is_more()
    {
        var segments = Segments([new(Day("2022-10-20"), new(20_000_00))], "2023-01-10");

        Assert.That(segments.Select(segment => segment.Days), Is.EqualTo([72, 10]));
        Assert.That(Interest(segments), Is.EqualTo("198.82"));
    }

    /// <summary>6,589.73 that was never used, from 21 December 2022.</summary>
    [Test]
    public void What_was_paid_back_late_bears_interest_to_the_day_of_payment()
    {
        var segments = Segments(
            [new(Day("2022-12-20"), new(6_589_73)), new(Day("2023-07-14"), new(-6_589_73))], "2023-09-01");

        Assert.That(segments.Select(segment => (segment.Days, segment.Percent)), Is.EqualTo([(11, 4.12m), (181, 6.62m), (14, 8.12m)]));
        Assert.That((segments[^1].EndsOn, Interest(segments)), Is.EqualTo((Day("2023-07-14"), "245.03")));
    }

    /// <summary>The same with 4,000.00 on 15 June: 8.1820976, 198.3996189, 7.0454846 and 8.0657673.</summary>
    [Test]
    public void Each_open_sum_has_its_segment()
    {
        var segments = Segments(
            [
                new(Day("2023-07-14"), new(-2_589_73)),
                new(Day("2022-12-20"), new(6_589_73)),
                new(Day("2023-06-15"), new(-4_000_00)),
            ],
            "2023-07-14");

        Assert.That(segments.Select(segment => (segment.Days, segment.Percent, segment.Sum.Cents)),
            Is.EqualTo([(11, 4.12m, 6_589_73L), (166, 6.62m, 6_589_73L), (15, 6.62m, 2_589_73L), (14, 8.12m, 2_589_73L)]));
        Assert.That(segments.Select(segment => decimal.Round((decimal)InterestReckoning.Exact([segment]) / (365 * 100 * 100 * 100m), 7)),
            Is.EqualTo([8.1820976m, 198.3996189m, 7.0454846m, 8.0657673m]));
        Assert.That(Interest(segments), Is.EqualTo("221.69"));
    }

    [Test]
    public void A_rate_below_zero_bears_nothing()
    {
        var segments = Segments([new(Day("2022-12-20"), new(20_000_00))], "2022-12-31", surcharge: 0);

        Assert.That((segments.Single().Percent, Interest(segments)), Is.EqualTo((0m, "0.00")));
    }

    [Test]
    public void Below_the_minimum_nothing_is_asked()
    {
        var reckoned = InterestReckoning.Round(InterestReckoning.Exact(Segments([new(Day("2022-12-20"), new(1_000_00))], "2022-12-25")));

        Assert.That(reckoned.ToAmount(), Is.EqualTo("0.56"));
        Assert.That(InterestAsked.WhyNothing(reckoned, new Money(5_00), notToBlame: false), Is.EqualTo("below-minimum"));
        Assert.That(InterestAsked.WhyNothing(reckoned, new Money(56), notToBlame: false), Is.Null);
        Assert.That(InterestAsked.WhyNothing(reckoned, minimum: null, notToBlame: false), Is.Null);
        Assert.That(InterestAsked.WhyNothing(reckoned, minimum: null, notToBlame: true), Is.EqualTo("not-to-blame"));
    }

    /// <summary>By hand: 365 days at 1.00 % of 0.50, and a hair less.</summary>
    [TestCase(50, 365, "0.01")]
    [TestCase(50, 364, "0.00")]
    [TestCase(150, 365, "0.02")]
    public void Half_a_cent_is_rounded_up(int cents, int days, string interest)
    {
        var segments = InterestReckoning.Segments(
            [new(Day("2023-01-01"), new(cents))], Day("2023-01-01").AddDays(days), [new(Day("2023-01-01"), 100)], 0).Value;

        Assert.That(Interest(segments), Is.EqualTo(interest));
    }

    [Test]
    public void A_day_before_the_first_rate_has_none()
    {
        var missing = (Problem?)InterestReckoning.Segments([new(Day("2016-06-29"), new(1_00))], Day("2016-07-10"), Rates, 5).Refusal;
        Assert.That((missing!.Code, missing.Figures[0].Value), Is.EqualTo(("rate-missing", (object)Day("2016-06-30"))));

        Assert.That(InterestReckoning.Segments([new(Day("2016-06-30"), new(1_00))], Day("2016-07-10"), Rates, 5).Succeeded);
        Assert.That(InterestReckoning.Segments([], Day("2016-07-10"), [], 5).Value, Is.Empty, "where nothing is owed no rate is needed");
    }

    [Test]
    public void What_came_in_before_the_start_is_off_and_what_is_too_much_is_no_negative_interest() => Assert.Multiple(() =>
    {
        var early = Segments([new(Day("2022-12-20"), new(1_000_00)), new(Day("2022-12-01"), new(-400_00))], "2022-12-31");
        Assert.That(early.Select(segment => (segment.Days, segment.Sum.Cents)), Is.EqualTo([(11, 600_00L)]));
        var over = Segments(
            [new(Day("2022-12-20"), new(1_000_00)), new(Day("2022-12-22"), new(-1_500_00)), new(Day("2022-12-24"), new(600_00))],
            "2022-12-31");
        Assert.That(over.Select(segment => (segment.StartsOn, segment.Days, segment.Sum.Cents)),
            Is.EqualTo([(Day("2022-12-21"), 2, 1_000_00L), (Day("2022-12-25"), 7, 100_00L)]));
    });

    static readonly Gen<Case> Cases =
        from principal in Gen.Choose(1, 20_000_000)
        from days in Gen.Choose(1, 900)
        from rates in Gen.Zip(Gen.Choose(0, 900), Gen.Choose(-900, 900)).ArrayOf()
        from receipts in Gen.Zip(Gen.Choose(0, 900), Gen.Choose(1, 3_000_000)).ArrayOf()
        from surcharge in Gen.Choose(0, 900)
        select new Case(principal, days, rates, receipts, surcharge);

    [Test]
    public void It_is_never_negative_and_days_add_up() => ForAll(one =>
    {
        var whole = one.Exact();
        var half = one.Days / 2;
        var first = InterestReckoning.Exact(one.Segments(half));
        var rest = InterestReckoning.Exact(one.Segments(one.Days).SelectMany(segment => After(segment, Start.AddDays(half))));
        return whole >= 0 && first >= 0 && first + rest == whole;
    });

    [Test]
    public void Sums_add_up_before_rounding() => ForAll(one =>
    {
        Case Of(int cents) => one with { Principal = cents, Receipts = [] };
        var part = one.Principal / 3;
        return Of(one.Principal).Exact() == Of(part).Exact() + Of(one.Principal - part).Exact();
    });

    [Test]
    public void The_order_of_receipts_does_not_matter() => ForAll(one =>
        (one with { Receipts = [.. one.Receipts.Reverse()] }).Segments(one.Days).SequenceEqual(one.Segments(one.Days)));

    [Test]
    public void A_receipt_never_makes_it_more() => ForAll(one =>
        one.Exact() <= (one with { Receipts = [.. one.Receipts.Skip(1)] }).Exact());

    /// <summary>Some hundred times below the limit: a machine under load does not fail it.</summary>
    [Test]
    public void Twenty_rates_and_two_hundred_receipts_take_less_than_five_milliseconds()
    {
        var rates = Enumerable.Range(0, 20).Select(n => new Rate(Start.AddDays(180 * n), (37 * n) - 88)).ToArray();
        List<SumOwed> owed = [new(Start, new Money(100_000_00))];
        owed.AddRange(Enumerable.Range(1, 200).Select(n => new SumOwed(Start.AddDays(17 * n), new Money(-400_00))));
        List<double> times = [];
        for (var run = 0; run < 15; run++)
        {
            var began = Stopwatch.GetTimestamp();
            var segments = InterestReckoning.Segments(owed, Start.AddDays(3_500), rates, 5).Value;
            var interest = InterestReckoning.Round(InterestReckoning.Exact(segments));
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            Assert.That(segments, Has.Count.GreaterThan(200));
            Assert.That(interest.Cents, Is.GreaterThan(0));
        }
        Assert.That(times.Order().ElementAt(times.Count / 2), Is.LessThan(5));
    }

    static void ForAll(Func<Case, bool> law) => Prop.ForAll(Arb.From(Cases), law).QuickCheckThrowOnFailure();

    static readonly DateOnly Start = new(2020, 1, 1);

    /// <summary>What of a segment lies after a day.</summary>
    static IEnumerable<InterestSegment> After(InterestSegment segment, DateOnly day) =>
        segment.EndsOn <= day ? []
        : segment.StartsOn > day ? [segment]
        : [segment with { StartsOn = day.AddDays(1), Days = segment.EndsOn.DayNumber - day.DayNumber }];

    static List<InterestSegment> Segments(SumOwed[] owed, string until, decimal surcharge = 5) =>
        InterestReckoning.Segments(owed, Day(until), Rates, surcharge).Value;

    static string Interest(IEnumerable<InterestSegment> segments) => InterestReckoning.Round(InterestReckoning.Exact(segments)).ToAmount();

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="Rates">On which day after the start each begins, and its hundredths of a percent.</param>
    /// <param name="Receipts">On which day after the start each came in, and its cents.</param>
    sealed record Case(int Principal, int Days, (int After, int BasisPoints)[] Rates, (int After, int Cents)[] Receipts, int Surcharge)
    {
        public Int128 Exact() => InterestReckoning.Exact(Segments(Days));

        public List<InterestSegment> Segments(int days) => InterestReckoning.Segments(
            [new(Start, new Money(Principal)), .. Receipts.Select(one => new SumOwed(Start.AddDays(one.After), new Money(-one.Cents)))],
            Start.AddDays(days),
            [
                new(Start, 0),
                .. Rates.Where(rate => rate.After > 0).DistinctBy(rate => rate.After).OrderBy(rate => rate.After)
                    .Select(rate => new Rate(Start.AddDays(rate.After), rate.BasisPoints)),
            ],
            Surcharge / 100m).Value;
    }
}
