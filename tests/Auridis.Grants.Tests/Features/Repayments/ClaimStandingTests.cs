using Auridis.Grants.Api.Features.Repayments;
using Amount = Auridis.Grants.Api.Values.Money;

namespace Auridis.Grants.Tests.Features.Repayments;

public sealed class ClaimStandingTests
{
    static ClaimStanding Claim(long principal, long paid = 0, long waived = 0, long writtenOff = 0, DateOnly? deferredUntil = null) =>
        new(new(principal), new(0), new(waived), new(writtenOff), new(paid), new(0), deferredUntil);

    static string Figures(ClaimStanding standing) =>
        $"demanded {standing.Demanded.Cents}, open {standing.Open.Cents}, credit {standing.Credit.Cents}, "
        + $"written off {standing.WrittenOff.Cents}";

    [TestCase(1000, 0, "demanded 1000, open 1000, credit 0, written off 0", "claimed")]
    [TestCase(1000, 400, "demanded 1000, open 600, credit 0, written off 0", "partly-paid")]
    [TestCase(1000, 1000, "demanded 1000, open 0, credit 0, written off 0", "paid")]
    [TestCase(1000, 1001, "demanded 1000, open 0, credit 1, written off 0", "overpaid")]
    public void What_came_in_beyond_what_is_open_is_a_credit(long principal, long amount, string figures, string status)
    {
        var after = amount == 0 ? Claim(principal) : Claim(principal).Receive(new Amount(amount));

        Assert.That((Figures(after), after.StatusAfter(ClaimStep.Receipt, "claimed")), Is.EqualTo((figures, status)));
    }

    [TestCase(300, "demanded 600, open 300, credit 0, written off 400", "partly-paid", "partly-paid")]
    [TestCase(600, "demanded 600, open 0, credit 0, written off 400", "partly-paid", "paid")]
    [TestCase(700, "demanded 700, open 0, credit 0, written off 300", "partly-paid", "paid")]
    [TestCase(700, "demanded 700, open 0, credit 0, written off 300", "written-off", "written-off")]
    [TestCase(1000, "demanded 1000, open 0, credit 0, written off 0", "written-off", "paid")]
    [TestCase(1050, "demanded 1000, open 0, credit 50, written off 0", "written-off", "overpaid")]
    public void Money_takes_a_write_off_back_before_it_is_a_credit(long amount, string figures, string before, string status)
    {
        var after = Claim(1000, writtenOff: 400).Receive(new Amount(amount));

        Assert.That((Figures(after), after.StatusAfter(ClaimStep.Receipt, before)), Is.EqualTo((figures, status)));
    }

    [Test]
    public void What_was_waived_is_given_up_for_good()
    {
        var after = Claim(1000, waived: 1000).Receive(new Amount(10));

        Assert.That((Figures(after), after.StatusAfter(ClaimStep.Receipt, "waived")),
            Is.EqualTo(("demanded 0, open 0, credit 10, written off 0", "overpaid")));
    }

    /// <summary>
    /// 80,000 paid, entitled to 70,000, 10,000 repaid, 40,000 returned: all of the claim falls, and all that came in is a credit.
    /// </summary>
    [Test]
    public void A_return_lowers_a_claim_below_what_was_paid()
    {
        var returned = Claim(10_000_00, paid: 10_000_00).Reduce(new Amount(40_000_00));
        Assert.That((Figures(returned), returned.Reduced.Cents, returned.StatusAfter(ClaimStep.Reduction, "paid")),
            Is.EqualTo(("demanded 0, open 0, credit 1000000, written off 0", 10_000_00, "overpaid")));

        var refunded = returned.Refund(new Amount(10_000_00));
        Assert.That((Figures(refunded), refunded.StatusAfter(ClaimStep.Refund, "overpaid")),
            Is.EqualTo(("demanded 0, open 0, credit 0, written off 0", "paid")));
        Assert.That(refunded.TakeBackRefund(new Amount(10_000_00)), Is.EqualTo(returned));

        var reversed = refunded.Reverse(new Amount(10_000_00));
        Assert.That((Figures(reversed), reversed.StatusAfter(ClaimStep.Reversal, "paid")),
            Is.EqualTo(("demanded 0, open 1000000, credit 0, written off 0", "claimed")), "money went out that had never come in");
    }

    [TestCase(0, 0, 300, "demanded 700, open 700, credit 0, written off 0", "claimed")]
    [TestCase(0, 0, 1000, "demanded 0, open 0, credit 0, written off 0", "cancelled")]
    [TestCase(0, 0, 1500, "demanded 0, open 0, credit 0, written off 0", "cancelled")]
    [TestCase(400, 0, 600, "demanded 400, open 0, credit 0, written off 0", "paid")]
    [TestCase(400, 0, 700, "demanded 300, open 0, credit 100, written off 0", "overpaid")]
    [TestCase(400, 500, 300, "demanded 400, open 0, credit 0, written off 300", "paid")]
    [TestCase(400, 500, 700, "demanded 300, open 0, credit 100, written off 0", "overpaid")]
    public void A_return_takes_what_is_open_first_then_what_was_written_off(
        long paid, long writtenOff, long returned, string figures, string status)
    {
        var after = Claim(1000, paid, writtenOff: writtenOff).Reduce(new Amount(returned));

        Assert.That((Figures(after), after.StatusAfter(ClaimStep.Reduction, "claimed")), Is.EqualTo((figures, status)));
    }

    [Test]
    public void What_was_waived_is_not_reduced()
    {
        var after = Claim(1000, waived: 400).Reduce(new Amount(1000));

        Assert.That((Figures(after), after.Reduced.Cents, after.StatusAfter(ClaimStep.Reduction, "claimed")),
            Is.EqualTo(("demanded 0, open 0, credit 0, written off 0", 600, "cancelled")));
    }

    [Test]
    public void The_step_that_closes_a_claim_names_it()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Claim(1000, waived: 1000).StatusAfter(ClaimStep.Waiver, "claimed"), Is.EqualTo("waived"));
            Assert.That(Claim(1000, paid: 1, writtenOff: 999).StatusAfter(ClaimStep.WriteOff, "claimed"), Is.EqualTo("written-off"));
            Assert.That(Claim(1000, waived: 999).StatusAfter(ClaimStep.Waiver, "claimed"), Is.EqualTo("claimed"));
            Assert.That(Claim(1000, paid: 1, waived: 998).StatusAfter(ClaimStep.Waiver, "claimed"), Is.EqualTo("partly-paid"));
            Assert.That(Claim(1000, waived: 1000).StatusAfter(ClaimStep.Reversal, "overpaid"), Is.EqualTo("waived"));
            Assert.That(Claim(1000, writtenOff: 1000).StatusAfter(ClaimStep.Reversal, "paid"), Is.EqualTo("written-off"));
            Assert.That(Claim(1000).Reduce(new Amount(1000)).StatusAfter(ClaimStep.Reversal, "overpaid"), Is.EqualTo("cancelled"));
            Assert.That(Claim(1000, paid: 400, deferredUntil: new DateOnly(2021, 9, 1)).StatusAfter(ClaimStep.Receipt, "partly-paid"),
                Is.EqualTo("deferred"));
            Assert.That(Claim(1000, paid: 1000, deferredUntil: new DateOnly(2021, 9, 1)).StatusAfter(ClaimStep.Receipt, "deferred"),
                Is.EqualTo("paid"));
        });
    }

    /// <summary>Whatever comes in and goes: nothing is open while something is to go back, and no cent is lost between the two.</summary>
    [FsCheck.NUnit.Property]
    public bool No_cent_is_lost(uint principal, ushort writtenOff, ushort first, ushort returned, ushort second)
    {
        var claim = Claim(principal + 70_000L, writtenOff: writtenOff);
        var after = claim.Receive(new Amount(first)).Reduce(new Amount(returned)).Receive(new Amount(second));
        return after.Open.Cents * after.Credit.Cents == 0
            && after.Open.Cents - after.Credit.Cents == after.Demanded.Cents - after.NetPaid.Cents
            && after.Demanded.Cents >= 0 && after.WrittenOff.Cents >= 0
            && (after.Credit.Cents == 0 || after.WrittenOff.Cents == 0);
    }
}
