using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.SpendingReports;

namespace Auridis.Grants.Tests.Features.SpendingReports;

public sealed class BudgetToleranceTests
{
    static IReadOnlyList<ToleratedLine> Apply(params (long Plan, long Spent)[] lines) =>
        BudgetTolerance.Apply(FinancingType.Full, [.. lines.Select(line => new ExaminedLine(line.Plan, line.Spent))], 20);

    /// <summary>
    /// Personnel may exceed its 60,000.00 by 20 % = 12,000.00. It spent 75,000.00: 3,000.00 are beyond the tolerance. Training saved
    /// 4,000.00 and other 5,000.00, together 9,000.00: that much of the 12,000.00 is covered. Recognised are 69,000.00.
    /// </summary>
    [Test]
    public void A_worked_example()
    {
        var lines = Apply((60_000_00, 75_000_00), (30_000_00, 26_000_00), (10_000_00, 5_000_00));

        Assert.That(lines, Is.EqualTo(new ToleratedLine[]
        {
            new(12_000_00, 69_000_00, 6_000_00),
            new(6_000_00, 26_000_00, 0),
            new(2_000_00, 5_000_00, 0),
        }));
    }

    /// <summary>93,410.27 spent; line 2 is 27 % over its plan, and the others save 11,989.73.</summary>
    [Test]
    public void What_is_beyond_the_tolerance_is_not_recognised_although_others_save() =>
        Assert.That(
            Apply((60_000_00, 52_310_27), (20_000_00, 25_400_00), (8_000_00, 6_700_00), (12_000_00, 9_000_00))
                .Select(line => line.Recognised),
            Is.EqualTo([52_310_27L, 24_000_00, 6_700_00, 9_000_00]), "92,010.27 in all");

    /// <summary>2,000.00 were shifted from line 1 to line 2: its overrun of 3,400.00 is within 4,400.00.</summary>
    [Test]
    public void A_shift_makes_room() =>
        Assert.That(
            Apply((58_000_00, 52_310_27), (22_000_00, 25_400_00), (8_000_00, 6_700_00), (12_000_00, 9_000_00))
                .Select(line => (line.Tolerance, line.OverrunNotCovered)),
            Is.EqualTo([(11_600_00L, 0L), (4_400_00L, 0L), (1_600_00L, 0L), (2_400_00L, 0L)]));

    /// <summary>6,000.00 saved over overruns of 5,000.01 and 3,000.00: 3,750.0028 and 2,249.9972.</summary>
    [Test]
    public void Savings_that_are_short_are_shared() =>
        Assert.That(
            Apply((50_000_00, 55_000_01), (30_000_00, 33_000_00), (20_000_00, 14_000_00)).Select(line => line.Recognised),
            Is.EqualTo([53_750_00L, 32_250_00, 14_000_00]));

    [Test]
    public void A_fixed_amount_has_no_tolerance_and_its_plan_limits_nothing() =>
        Assert.That(BudgetTolerance.Apply(FinancingType.FixedAmount, [new(100_00, 250_00), new(100_00, 90_00)], 20),
            Is.EqualTo([new ToleratedLine(null, 250_00, 0), new ToleratedLine(null, 90_00, 0)]));

    [Test]
    public void Where_the_tolerance_is_lifted_savings_alone_are_the_limit() =>
        Assert.That(
            BudgetTolerance.Apply(FinancingType.Deficit, [new(100_00, 180_00, Lifted: true), new(200_00, 130_00)], 20),
            Is.EqualTo([new ToleratedLine(null, 170_00, 10_00), new ToleratedLine(40_00, 130_00, 0)]));

    [Test]
    public void An_overrun_without_savings_elsewhere_is_not_covered() =>
        Assert.That(Apply((100_00, 110_00), (50_00, 50_00)).Select(line => line.OverrunNotCovered),
            Is.EqualTo(new[] { 10_00L, 0 }));

    [Test]
    public void Savings_beyond_the_tolerance_do_not_help() =>
        Assert.That(Apply((100_00, 150_00), (100_00, 0))[0], Is.EqualTo(new ToleratedLine(20_00, 120_00, 30_00)));

    [Test]
    public void Without_a_tolerance_the_plan_is_the_limit() =>
        Assert.That(
            BudgetTolerance.Apply(FinancingType.Full, [new(100_00, 100_01), new(100_00, 0)], 0)[0].OverrunNotCovered, Is.EqualTo(1));

    [Test]
    public void Scarce_savings_are_shared_in_proportion_to_the_cent() =>
        // 10 cents for overruns of 20, 10 and 10: 5, 2.5 and 2.5; the cent that is left goes to the earlier line.
        Assert.That(Apply((100, 120), (100, 110), (100, 110), (10, 0)).Select(line => line.Recognised),
            Is.EqualTo(new[] { 105L, 103, 102, 0 }));

    [Test]
    public void The_largest_amounts_do_not_overflow()
    {
        const long Largest = 999_999_999_99;
        var lines = BudgetTolerance.Apply(
            FinancingType.Full,
            [new(Largest, Largest), new(Largest, Largest / 2), new(Largest, 2 * Largest), new(Largest, 2 * Largest)], 100);
        Assert.That(lines.Sum(line => line.Recognised), Is.EqualTo(4 * Largest));
    }
}
