using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Features.Awards;

public sealed class AwardedPlanTests
{
    static readonly string[] Types = [FinancingType.FixedAmount, FinancingType.Share, FinancingType.Deficit, FinancingType.Full];

    /// <summary>With full financing all is requested, otherwise some.</summary>
    static readonly Arbitrary<Case> Cases = (
        from type in Gen.Elements(Types)
        from cents in Gen.Choose(1, int.MaxValue).Select(amount => (long)amount * 7).NonEmptyListOf()
        let sum = cents.Sum()
        from part in Gen.Choose(0, 1_000_000)
        let requested = type == FinancingType.Full ? sum : 1 + PartOf(sum - 1, part)
        from others in Gen.Choose(0, 1_000_000)
        let thirdParty = PartOf(sum - requested, others)
        from granted in Gen.Choose(0, 1_000_000)
        select new Case(type, [.. cents], requested, thirdParty, 1 + PartOf(requested - 1, granted))).ToArbitrary();

    static long PartOf(long whole, int millionths) => (long)((Int128)whole * millionths / 1_000_000);

    [FsCheck.NUnit.Property]
    public Property Both_sides_of_the_plan_are_equal() => Prop.ForAll(Cases, example =>
    {
        var (lines, financing) = example.Awarded();
        return financing.Grant.Cents == example.Grant && financing is { Own.Cents: >= 0, ThirdParty.Cents: >= 0 }
            && lines.Sum(line => line.Amount.Cents) == financing.Grant.Cents + financing.Own.Cents + financing.ThirdParty.Cents;
    });

    [FsCheck.NUnit.Property]
    public Property No_line_is_a_cent_away_from_its_proportion_or_above_its_plan() => Prop.ForAll(Cases, example =>
    {
        var lines = example.Awarded().Lines;
        Int128 from = example.Lines.Sum(), to = lines.Sum(line => line.Amount.Cents);
        return lines.Zip(example.Lines)
            .All(pair => Int128.Abs(pair.First.Amount.Cents * from - pair.Second * to) < from && pair.First.Amount.Cents <= pair.Second);
    });

    [FsCheck.NUnit.Property]
    public Property What_is_awarded_in_full_keeps_its_plan() => Prop.ForAll(Cases, example =>
    {
        var whole = example with { Grant = example.Requested };
        var (lines, financing) = whole.Awarded();
        return lines.Select(line => line.Amount.Cents).SequenceEqual(example.Lines)
            && (financing.Own.Cents, financing.ThirdParty.Cents) == (whole.Own, example.ThirdParty);
    });

    /// <summary>The same proportion of grant and expenditure, and never less expenditure than the grant needs.</summary>
    [FsCheck.NUnit.Property]
    public Property A_share_stays_the_same_share() => Prop.ForAll(Cases, example =>
    {
        var share = example with { Type = FinancingType.Share };
        Int128 before = share.Lines.Sum(), after = share.Awarded().Lines.Sum(line => line.Amount.Cents);
        return after * share.Requested >= before * share.Grant && (after - 1) * share.Requested < before * share.Grant;
    });

    [TestCase(FinancingType.FixedAmount, "90000.00 10000.00", "30000.00 5000.00")]
    [TestCase(FinancingType.Share, "73125.00 8125.00", "12187.50 4062.50")]
    [TestCase(FinancingType.Deficit, "76500.00 8500.00", "15000.00 5000.00")]
    public void The_financing_type_says_what_less_money_scales(string type, string lines, string others)
    {
        // 65,000.00 of 80,000.00 requested, beside 15,000.00 of the office and 5,000.00 of others.
        var (scaled, financing) = new Case(type, [90_000_00, 10_000_00], 80_000_00, 5_000_00, 65_000_00).Awarded();

        Assert.That(string.Join(' ', scaled.Select(line => line.Amount.ToAmount())), Is.EqualTo(lines));
        Assert.That($"{financing.Own.ToAmount()} {financing.ThirdParty.ToAmount()}", Is.EqualTo(others));
    }

    [Test]
    public void With_full_financing_the_lines_are_the_grant()
    {
        var (lines, financing) = new Case(FinancingType.Full, [90_000_00, 10_000_00], 100_000_00, 0, 65_000_00).Awarded();

        Assert.That(lines.Select(line => line.Amount.Cents), Is.EqualTo([58_500_00, 6_500_00]));
        Assert.That(financing, Is.EqualTo(new AwardFinancing(new Money(65_000_00), new Money(0), new Money(0))));
    }

    [Test]
    public void Left_over_cents_go_to_the_largest_remainders()
    {
        // 100.00 is requested and 50.00 awarded: half of 33.33, 33.33 and 33.34 is 16.665, 16.665 and 16.67.
        var lines = new Case(FinancingType.Full, [3333, 3333, 3334], 100_00, 0, 50_00).Awarded().Lines;

        Assert.That(lines.Select(line => line.Amount.Cents), Is.EqualTo([1667, 1666, 1667]));
    }

    sealed record Case(string Type, long[] Lines, long Requested, long ThirdParty, long Grant)
    {
        public long Own => Lines.Sum() - Requested - ThirdParty;

        public (IReadOnlyList<FinanceLine> Lines, AwardFinancing Financing) Awarded() => AwardedPlan.Of(
            new FinancePlan(
                [.. Lines.Select((amount, i) => new FinanceLine($"line-{i}", new Money(amount)))], new Money(Own), new Money(ThirdParty),
                new Money(Requested)),
            new Money(Grant), Type);
    }
}
