using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Awards;
using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Features.Awards;

public sealed class BudgetLinesProperties
{
    static FinancePlan Plan(IReadOnlyList<long> cents, long requested) => new(
        [.. cents.Select((amount, i) => new FinanceLine($"line-{i}", new Money(amount)))], new Money(cents.Sum() - requested), new Money(0),
        new Money(requested));

    static readonly Arbitrary<(long[] Cents, long Requested, long Awarded)> Cases = (
        from cents in Gen.Choose(1, int.MaxValue).Select(amount => (long)amount * 7).NonEmptyListOf()
        let sum = cents.Sum()
        from requested in Gen.Choose(0, 1_000_000).Select(part => 1 + (long)((Int128)(sum - 1) * part / 1_000_000))
        from awarded in Gen.Choose(0, 1_000_000).Select(part => 1 + (long)((Int128)(requested - 1) * part / 1_000_000))
        select (cents.ToArray(), requested, awarded)).ToArbitrary();

    [FsCheck.NUnit.Property]
    public Property The_lines_sum_to_the_plan_less_what_was_not_awarded() => Prop.ForAll(Cases, example =>
        BudgetLines.For(Plan(example.Cents, example.Requested), new Money(example.Awarded)).Sum(line => line.Amount.Cents)
        == example.Cents.Sum() - example.Requested + example.Awarded);

    [FsCheck.NUnit.Property]
    public Property No_line_is_a_cent_away_from_its_proportion_or_above_its_plan() => Prop.ForAll(Cases, example =>
    {
        Int128 from = example.Cents.Sum(), to = example.Cents.Sum() - example.Requested + example.Awarded;
        return BudgetLines.For(Plan(example.Cents, example.Requested), new Money(example.Awarded)).Zip(example.Cents)
            .All(pair => Int128.Abs(pair.First.Amount.Cents * from - pair.Second * to) < from && pair.First.Amount.Cents <= pair.Second);
    });

    [Test]
    public void Left_over_cents_go_to_the_largest_remainders()
    {
        // 100.00 is requested and 50.00 awarded: half of 33.33, 33.33 and 33.34 is 16.665, 16.665 and 16.67.
        var lines = BudgetLines.For(Plan([3333, 3333, 3334], 100_00), new Money(50_00));

        Assert.That(lines.Select(line => line.Amount.Cents), Is.EqualTo([1667, 1666, 1667]));
    }

    [Test]
    public void What_is_awarded_in_full_keeps_its_lines()
    {
        var plan = Plan([90_000_00, 10_000_00], 80_000_00);

        Assert.That(BudgetLines.For(plan, plan.Requested), Is.EqualTo(plan.Lines));
    }
}
