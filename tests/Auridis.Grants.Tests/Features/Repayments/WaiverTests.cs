using System.Globalization;
using Auridis.Grants.Api.Features.Repayments;
using Amount = Auridis.Grants.Api.Values.Money;

namespace Auridis.Grants.Tests.Features.Repayments;

/// <summary>A claim is given up for good, in whole or in part.</summary>
public sealed class WaiverTests(DatabaseKind kind) : ApiTests(kind)
{
    [SetUp]
    public Task Before_it_is_due() => app.ItIs("2021-08-30");

    [Test]
    public async Task What_is_waived_in_whole_stays_paid_and_its_award_is_completed()
    {
        var (award, claim) = await app.Owing();
        var committed = await award.Committed(app);
        await app.Relieved(claim, "deferrals");
        Assert.That((await Complete(award)).Refused(409, "award-not-settled")["missing"], Does.Contain("open-claim"), "also deferred");
        var proposed = (await app.As("finance-1").Post(
            claim + "/waivers", new { reason = "Unbillig", legalBasis = "§ 59 (1) Nr. 3 LHO NRW" })).Succeeded();
        Assert.That((proposed["amount.amount"], proposed["legalBasis"], proposed["status"]),
            Is.EqualTo(("1000.00", "§ 59 (1) Nr. 3 LHO NRW", "proposed")), "all that is open");
        (await app.As("finance-2").Post(proposed.Location + "/confirm", ifMatch: proposed.ETag)).Refused(400, "idempotency-key-missing");

        Assert.That((await app.Confirm(proposed)).Succeeded()["status"], Is.EqualTo("confirmed"));

        var waived = await app.Seen(claim, award.Applicant);
        Assert.That((waived["status"], waived["waived.amount"], waived["open.amount"], waived["overdue"]),
            Is.EqualTo(("waived", "1000.00", "0.00", "False")));
        Assert.That((await app.Balance(award.Id, "4940"), await app.Balance(award.Id, "1400")), Is.EqualTo((1_000_00, 0)));
        Assert.That(await award.Committed(app), Is.EqualTo(committed));
        (await app.Propose(claim, "waivers")).Refused(409, "claim-not-open");
        var completed = (await Complete(award)).Succeeded();
        Assert.That((completed["status"], completed["committed.amount"], completed["paid.amount"]),
            Is.EqualTo(("completed", "100000.00", "100000.00")));
    }

    [Test]
    public async Task In_parts_and_never_more_than_is_open()
    {
        var (award, claim) = await app.Owing();
        (await app.Propose(claim, "waivers", "0.00")).Refused(400, "validation-failed");
        (await app.Propose(claim, "waivers", "-1.00")).Refused(400, "validation-failed");
        foreach (var path in (string[])["waivers", "write-offs"])
        {
            var refused = (await app.Propose(claim, path, "1000.01")).Refused(409, "above-open-sum");
            Assert.That((refused["open.amount"], refused["amount.amount"]), Is.EqualTo(("1000.00", "1000.01")));
        }
        await app.Relieved(claim, "waivers", "400.00");
        var part = await app.Seen(claim);
        Assert.That((part["status"], part["open.amount"], part["waived.amount"]), Is.EqualTo(("claimed", "600.00", "400.00")));
        await app.Relieved(claim, "write-offs", "250.00");
        (await app.Propose(claim, "waivers", "350.01")).Refused(409, "above-open-sum");
        (await app.Repay(claim, 350)).Succeeded();

        Assert.That((await app.Seen(claim))["status"], Is.EqualTo("paid"));
        Assert.That((await app.Balance(award.Id, "4940"), await app.Balance(award.Id, "4950"), await app.Balance(award.Id, "1400")),
            Is.EqualTo((400_00, 250_00, 0)));
    }

    [Test]
    public async Task What_was_paid_since_it_was_proposed_is_not_waived()
    {
        var (_, claim) = await app.Owing();
        var proposed = (await app.Propose(claim, "waivers")).Succeeded();
        (await app.Repay(claim, 0.01m)).Succeeded();

        var refused = (await app.Confirm(proposed)).Refused(409, "above-open-sum");

        Assert.That((refused["open.amount"], refused["amount.amount"]), Is.EqualTo(("999.99", "1000.00")));
        Assert.That((await app.Seen(proposed.Location!)).Text, Is.EqualTo(proposed.Text));
        (await app.As("finance-2").Post(proposed.Location + "/refuse", new { reason = "Gezahlt" }, proposed.ETag)).Succeeded();
        await app.Relieved(claim, "waivers", "999.99");
        Assert.That((await app.Seen(claim))["status"], Is.EqualTo("waived"));
    }

    /// <summary>
    /// Of 100,000.00 that were paid 1,000.00 are claimed, 400.00 of them given up; with 50,000.00 kept the rest is 49,000.00.
    /// </summary>
    [TestCase("waivers")]
    [TestCase("write-offs")]
    public async Task It_is_not_claimed_a_second_time(string path)
    {
        var (award, claim) = await app.Owing();
        await app.Relieved(claim, path, "400.00");
        var proposed = (await app.As("caseworker-1").Post($"/awards/{award.Id}/terminations", new
        {
            legalBasis = "§ 47 SGB X",
            effectiveOn = "2021-08-30",
            knownSince = "2021-08-30",
            keeps = new { amount = "50000.00", currency = "EUR" },
            reason = "Für anderes verwendet.",
        })).Succeeded();

        var confirmed = (await app.Confirm(proposed, "decider-1")).Succeeded();

        var revoked = await app.Seen("/repayment-claims/" + confirmed["repaymentClaimId"]);
        Assert.That(revoked["principal.amount"], Is.EqualTo("49000.00"));
    }

    [Test]
    public async Task Waivers_and_money_at_once_never_exceed_the_claim()
    {
        for (var i = 0; i < 4; i++)
        {
            var (award, claim) = await app.Owing();
            var proposed = (await app.Propose(claim, i % 2 == 0 ? "waivers" : "write-offs", "600.00")).Succeeded();

            var answers = await Task.WhenAll(
                app.Confirm(proposed), app.Confirm(proposed, "finance-3"), app.Repay(claim, 300), app.Repay(claim, 200));

            var now = await app.Seen(claim);
            var relieved = answers[..2].Count(answer => answer.Code is null);
            Assert.That(relieved, Is.AtMost(1));
            // Money beyond what is open takes a write-off back.
            Assert.That(Euros(now, "waived") + Euros(now, "writtenOff"), i % 2 == 0 ? Is.EqualTo(relieved * 600m) : Is.AtMost(600m));
            Assert.That(
                Euros(now, "waived") + Euros(now, "writtenOff") + Euros(now, "paid") + Euros(now, "open") - Euros(now, "credit"),
                Is.EqualTo(1_000m));
            foreach (var (account, member) in ((string, string)[])[("1400", "open"), ("4940", "waived"), ("4950", "writtenOff")])
                Assert.That(await app.Balance(award.Id, account), Is.EqualTo((long)(Euros(now, member) * 100)), account);
        }
    }

    [Test]
    public async Task Of_several_proposals_at_once_one_waits()
    {
        var (_, claim) = await app.Owing();

        var answers = await Task.WhenAll(
            app.Propose(claim, "deferrals"), app.Propose(claim, "waivers", "100.00", person: "finance-2"),
            app.Propose(claim, "write-offs", "200.00", person: "finance-3"), app.Propose(claim, "waivers", "300.00"));

        Assert.That(answers.Count(answer => answer.Code is null), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code), Is.All.EqualTo("relief-pending"));
    }

    [FsCheck.NUnit.Property]
    public bool What_is_given_up_lowers_what_is_open_by_its_sum(uint principal, uint paid, uint waived, uint writtenOff)
    {
        var none = new Amount(0);
        var standing = new ClaimStanding(
            new Amount(principal + 1L), none, none, none, new Amount(paid % (principal + 1L)), none, DeferredUntil: null);
        var waiver = new Amount(waived % (standing.Open.Cents + 1));
        var after = standing.Waive(waiver);
        var writeOff = new Amount(writtenOff % (after.Open.Cents + 1));
        return after.Open.Cents == standing.Open.Cents - waiver.Cents
            && after.WriteOff(writeOff).Open.Cents == after.Open.Cents - writeOff.Cents
            && after.WriteOff(writeOff).Credit.Cents == 0;
    }

    async Task<Answer> Complete(SeededAward award) => await app.As("caseworker-1").Post(
        $"/awards/{award.Id}/complete", ifMatch: (await app.Seen($"/awards/{award.Id}")).ETag, key: Payments.Key);

    static decimal Euros(Answer claim, string member) => decimal.Parse(claim[member + ".amount"], CultureInfo.InvariantCulture);
}
