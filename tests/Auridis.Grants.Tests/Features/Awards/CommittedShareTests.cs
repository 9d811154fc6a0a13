using System.Globalization;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Awards;

/// <summary>What of a programme's money one award keeps committed, from its offer to the last repayment.</summary>
public sealed class CommittedShareTests(DatabaseKind kind) : ApiTests(kind)
{
    [OneTimeSetUp]
    public async Task SetClock() => (await app.As("admin-1").Put("/clock", new { now = "2021-03-01T08:00:00Z" })).Succeeded();

    // 80,000.00 awarded, and entitled to 70,000.00 in the end.
    [TestCase(AwardStatus.Offered, 0, null, 80_000_00)]
    [TestCase(AwardStatus.Accepted, 0, null, 80_000_00)]
    [TestCase(AwardStatus.Active, 80_000_00, null, 80_000_00)]
    [TestCase(AwardStatus.Active, 80_000_00, 70_000_00, 80_000_00)]
    [TestCase(AwardStatus.Active, 70_000_00, 70_000_00, 70_000_00)]
    [TestCase(AwardStatus.Active, 30_000_00, 70_000_00, 70_000_00)]
    [TestCase(AwardStatus.Completed, 70_000_00, 70_000_00, 70_000_00)]
    [TestCase(AwardStatus.Completed, 30_000_00, 70_000_00, 30_000_00)]
    [TestCase(AwardStatus.Completed, 30_000_00, 70_000_00, 50_000_00, 20_000_00)]
    [TestCase(AwardStatus.Declined, 0, null, 0)]
    [TestCase(AwardStatus.Terminated, 60_000_00, null, 60_000_00)]
    [TestCase(AwardStatus.Terminated, 30_000_00, null, 41_237_50)]
    [TestCase(AwardStatus.Terminated, 30_000_00, null, 41_237_50, 11_237_50)]
    public void A_share_follows_from_state_entitlement_and_what_is_paid(
        string status, long netPaid, long? entitlement, long share, long unpaid = 0) =>
        Assert.That(
            CommittedShare.Of(status, new Money(80_000_00), new Money(netPaid), entitlement is { } cents ? new Money(cents) : null,
                status == AwardStatus.Terminated ? new Money(41_237_50) : null, new Money(unpaid)),
            Is.EqualTo(new Money(share)));

    [Test]
    public async Task What_a_site_pays_back_after_its_report_is_free_for_others()
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 80_000_00, paidCents: 80_000_00);
        var claim = await app.Accepted(award, 70_000);
        Assert.That(await award.Committed(app), Is.EqualTo(80_000_00), "the site has it");

        (await app.Repay(claim!, 4_000)).Succeeded();
        Assert.That(await award.Committed(app), Is.EqualTo(76_000_00));
        (await app.Repay(claim!, 6_000)).Succeeded();

        Assert.That(await award.Committed(app), Is.EqualTo(70_000_00));
        var shown = (await app.As(award.Applicant).Get($"/awards/{award.Id}")).Succeeded();
        Assert.That((shown["committed.amount"], shown["paid.amount"], shown["repaid.amount"]),
            Is.EqualTo(("70000.00", "80000.00", "10000.00")));
        Assert.That(await app.Balance(award.Id, "9000"), Is.Zero, "nothing is promised that was not paid");
        await award.Funds(app);
    }

    /// <summary>80,000 paid, entitled to 70,000, 10,000 repaid, 40,000 returned by the bank: at the site 30,000.</summary>
    [Test]
    public async Task A_return_after_the_claim_was_paid_is_promised_again()
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 80_000_00);
        await app.Settled(award, "40000.00");
        var second = await app.Settled(award, "40000.00");
        var claim = await app.Accepted(award, 70_000);
        (await app.Repay(claim!, 10_000)).Succeeded();
        Assert.That(await award.Committed(app), Is.EqualTo(70_000_00));
        var before = await app.Balance(award.Id, "9000");

        await app.Return(second, "2021-03-01");

        var shown = (await app.As(award.Applicant).Get(claim!)).Succeeded();
        Assert.That((shown["status"], shown["reduced.amount"], shown["open.amount"], shown["credit.amount"]),
            Is.EqualTo(("overpaid", "10000.00", "0.00", "10000.00")));
        Assert.That((await award.Committed(app), await app.Balance(award.Id, "9000") - before), Is.EqualTo((70_000_00, 40_000_00)));
        await award.Funds(app);
    }

    [Test]
    public async Task Repayments_and_payments_at_once_leave_the_right_share()
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 80_000_00, paidCents: 80_000_00);
        var claim = await app.Accepted(award, 70_000);

        await Task.WhenAll(Enumerable.Range(1, 10).Select(async _ => (await app.Repay(claim!, 1_000)).Succeeded()));

        Assert.That(await award.Committed(app), Is.EqualTo(70_000_00));
        await award.Funds(app);
    }

    /// <summary>Payments, returns, a report and repayments in an order that chance makes: after each the books agree.</summary>
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Whatever_happens_what_is_committed_is_what_is_promised_and_what_is_paid(int seed)
    {
        var chance = new Random(seed);
        var award = await SeededAward.Insert(app.Db, financing: FinancingType.Deficit, ownCents: 20_000_00);
        List<Answer> settled = [];
        string? claim = null;
        for (var step = 0; step < 12; step++)
        {
            switch (chance.Next(step < 6 ? 3 : 4))
            {
                case 0 when settled.Count > 0:
                    var recorded = (await app.Step("treasury-1", settled[0], "return", Payments.Returned("2021-03-01"))).Succeeded();
                    (await app.Step("treasury-2", recorded, "confirm-return")).Succeeded();
                    settled.RemoveAt(0);
                    break;
                case 3 when claim is not null:
                    (await app.Repay(claim, chance.Next(1, 2_000))).Succeeded();
                    break;
                default:
                    var requested = await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements",
                        award.Request(chance.Next(1_000, 30_000).ToString("0.00", CultureInfo.InvariantCulture)), key: Payments.Key);
                    if (requested.Code is null)
                        settled.Add(await app.Settle(requested));
                    break;
            }
            if (step == 5)
                claim = await app.Accepted(award, chance.Next(20_000, 90_000));
            await award.Funds(app);
            var promised = await app.Db.Read(session => session.One<long>(
                "select PromisedCents from Award where Id = @Id", new { award.Id }), CancellationToken.None);
            Assert.That(await app.Balance(award.Id, "9000"), Is.EqualTo(promised - 100_000_00), "the seed has posted no promise");
        }
    }
}
