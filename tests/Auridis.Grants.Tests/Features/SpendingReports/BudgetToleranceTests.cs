using Auridis.Grants.Api.Features.SpendingReports;

namespace Auridis.Grants.Tests.Features.SpendingReports;

public sealed class BudgetToleranceTests
{
    /// <summary>
    /// Personnel may exceed its 60,000.00 by 20 % = 12,000.00. It spent 75,000.00: 3,000.00 are beyond the tolerance. Training saved
    /// 4,000.00 and other 5,000.00, together 9,000.00: that much of the 12,000.00 is covered. Recognised are 69,000.00.
    /// </summary>
    [Test]
    public void A_worked_example()
    {
        var lines = BudgetTolerance.Apply([(60_000_00, 75_000_00), (30_000_00, 26_000_00), (10_000_00, 5_000_00)], 20);

        Assert.That(lines, Is.EqualTo(new ToleratedLine[]
        {
            new(12_000_00, 69_000_00, 6_000_00),
            new(6_000_00, 26_000_00, 0),
            new(2_000_00, 5_000_00, 0),
        }));
    }

    [Test]
    public void An_overrun_without_savings_elsewhere_is_not_covered() =>
        Assert.That(BudgetTolerance.Apply([(100_00, 110_00), (50_00, 50_00)], 20).Select(line => line.OverrunNotCovered),
            Is.EqualTo(new[] { 10_00L, 0 }));

    [Test]
    public void Savings_beyond_the_tolerance_do_not_help() =>
        Assert.That(BudgetTolerance.Apply([(100_00, 150_00), (100_00, 0)], 20)[0], Is.EqualTo(new ToleratedLine(20_00, 120_00, 30_00)));

    [Test]
    public void Without_a_tolerance_the_plan_is_the_limit() =>
        Assert.That(BudgetTolerance.Apply([(100_00, 100_01), (100_00, 0)], 0)[0].OverrunNotCovered, Is.EqualTo(1));

    [Test]
    public void Scarce_savings_are_shared_in_proportion_to_the_cent() =>
        // 10 cents for overruns of 20, 10 and 10: 5, 2.5 and 2.5; the cent that is left goes to the earlier line.
        Assert.That(BudgetTolerance.Apply([(100, 120), (100, 110), (100, 110), (10, 0)], 20).Select(line => line.Recognised),
            Is.EqualTo(new[] { 105L, 103, 102, 0 }));

    [Test]
    public void The_largest_amounts_do_not_overflow()
    {
        const long Largest = 999_999_999_99;
        var lines = BudgetTolerance.Apply(
            [(Largest, Largest), (Largest, Largest / 2), (Largest, 2 * Largest), (Largest, 2 * Largest)], 100);
        Assert.That(lines.Sum(line => line.Recognised), Is.EqualTo(4 * Largest));
    }
}
