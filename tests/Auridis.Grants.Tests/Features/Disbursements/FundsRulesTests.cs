using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>How much a site gets at a time: what it needs, in the order of funds, and not while it has money for too long.</summary>
public sealed class FundsRulesTests(DatabaseKind kind) : PaymentFixture(kind)
{
    [Test]
    public async Task What_is_allowed_stands_in_the_award()
    {
        var round = await Round.Play(app, "LATE-USE", 1);
        var award = await round.Activate(round.Applications[0]);

        var allowed = (await app.As("caseworker-1").Post($"/awards/{award["id"]}/allow-late-use",
            new { amount = new { amount = "5000.00", currency = "EUR" }, endsOn = "2019-06-30", reason = "Später begonnen" }, award.ETag))
            .Succeeded();

        Assert.That((allowed["lateUse.amount.amount"], allowed["lateUse.endsOn"], allowed["lateUse.reason"]),
            Is.EqualTo(("5000.00", "2019-06-30", "Später begonnen")));
    }

    [Test]
    public async Task A_site_gets_what_it_needs_less_what_it_has()
    {
        var award = await SeededAward.Insert(app.Db);
        await app.Settled(award, "10000.00");

        var refused = (await Ask(award, award.Request("15000.01", need: "20000.00", unspent: "5000.00"))).Refused(409, "need-exceeded");
        Assert.That((refused["need.amount"], refused["unspent.amount"], refused["requested.amount"]),
            Is.EqualTo(("20000.00", "5000.00", "15000.01")));
        (await Ask(award, award.Request("15000.00", need: "20000.00", unspent: "5000.00"))).Succeeded();
    }

    /// <summary>25,000 to be used by 8 April, 25,000 by 8 October; on 1 September 30,000 are unspent: 5,000 for too long.</summary>
    [Test]
    public async Task Who_has_money_for_too_long_gets_no_more_unless_a_caseworker_allows_it()
    {
        var award = await SeededAward.Insert(app.Db);
        var (first, second) = (await app.Settled(award, "25000.00"), await app.Settled(award, "25000.00"));
        foreach (var (payment, useByOn) in new[] { (first, new DateOnly(2018, 9, 28)), (second, new DateOnly(2018, 10, 8)) })
            await Execute("update Disbursement set UseByOn = @useByOn where Id = @Id", new { useByOn, Id = Guid.Parse(payment["id"]) });
        var request = award.Request("1000.00", need: "31000.00", unspent: "30000.00");

        var refused = (await Ask(award, request)).Refused(409, "funds-unused");
        Assert.That((refused["unspent.amount"], refused["inTime.amount"], refused["allowed.amount"], refused["tooLong.amount"]),
            Is.EqualTo(("30000.00", "25000.00", "0.00", "5000.00")));
        Assert.That((await Allow(award, "4999.99"))["lateUse.endsOn"], Is.EqualTo("2018-10-31"));
        Assert.That((await Ask(award, request)).Refused(409, "funds-unused")["tooLong.amount"], Is.EqualTo("0.01"));
        await Allow(award, "5000.00", endsOn: "2018-09-30");
        (await Ask(award, request)).Refused(409, "funds-unused");
        await Allow(award, "5000.00");
        (await Ask(award, request)).Succeeded();
    }

    [Test]
    public async Task Nothing_may_be_unspent_for_longer_before_an_award_is_active()
    {
        var award = await SeededAward.Insert(app.Db, status: "accepted");
        var body = new { amount = new { amount = "1.00", currency = "EUR" }, endsOn = "2018-10-31", reason = "Later start" };

        (await app.As("caseworker-1").Post($"/awards/{award.Id}/allow-late-use", body, "\"2\"")).Refused(412, "stale-version");
        (await app.As("caseworker-1").Post($"/awards/{award.Id}/allow-late-use", body, "\"1\"")).Refused(409, "wrong-state");
    }

    [Test]
    public async Task Own_and_third_party_money_of_the_plan_goes_first()
    {
        var award = await SeededAward.Insert(
            app.Db, ownCents: 10_000_00, thirdPartyCents: 5_000_00, changing: terms => terms with { FundsOrder = FundsOrder.OwnFirst });

        var refused = (await Ask(award, award.Request("1.00", ownUsed: "10000.00", thirdPartyUsed: "4999.99")))
            .Refused(409, "own-funds-first");
        Assert.That((refused["planned.amount"], refused["used.amount"]), Is.EqualTo(("15000.00", "14999.99")));
        (await Ask(award, award.Request("1.00", ownUsed: "10000.00", thirdPartyUsed: "5000.00"))).Succeeded();
    }

    /// <summary>60,000 of 100,000: of each euro that is spent the grant pays sixty cents.</summary>
    [Test]
    public async Task The_grant_pays_its_share_of_what_is_spent_and_needed()
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 60_000_00, ownCents: 30_000_00, thirdPartyCents: 10_000_00,
            changing: terms => terms with { FundsOrder = FundsOrder.ProRata });

        var refused = (await Ask(award, award.Request("12000.01", need: "20000.00"))).Refused(409, "pro-rata-exceeded");
        Assert.That((refused["expenditure.amount"], refused["share.amount"], refused["drawn.amount"]),
            Is.EqualTo(("20000.00", "12000.00", "12000.01")));
        await app.Settle((await Ask(award, award.Request("12000.00", need: "20000.00"))).Succeeded());
        // Spent 11,000 of it and 8,000 of the others'; 10,000 to pay.
        var next = (string amount) => award.Request(amount, "10000.00", "1000.00", ownUsed: "5000.00", thirdPartyUsed: "3000.00");
        Assert.That((await Ask(award, next("5400.01"))).Refused(409, "pro-rata-exceeded")["share.amount"], Is.EqualTo("17400.00"));
        (await Ask(award, next("5400.00"))).Succeeded();
    }

    [Test]
    public async Task A_tenth_is_held_back_until_the_final_report_is_accepted()
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 96_000_00, changing: terms => terms with { HoldbackPercent = 10 });

        await app.Requested(award, "80000.00");
        var refused = (await Ask(award, award.Request("6400.01"))).Refused(409, "holdback-reserved");
        Assert.That((refused["percent"], refused["releasable.amount"], refused["drawn.amount"]),
            Is.EqualTo(("10", "86400.00", "86400.01")));
        await app.Requested(award, "6400.00");
        await Execute("""
            update SpendingReport set Status = 'accepted', SubmittedBy = 'a', SubmittedOn = DueOn, ExaminedBy = 'b', AcceptedBy = 'c',
                AcceptedOn = DueOn, OwedOn = null, ExpenditureCents = 9600000, EntitlementCents = 9600000
            where AwardId = @Id
            """, new { award.Id });
        await app.Requested(award, "9600.00");
    }

    [Test]
    public async Task Money_is_used_within_weeks_where_the_terms_say_so()
    {
        var award = await SeededAward.Insert(app.Db, changing: terms => terms with { UseByWeeks = 6 });

        Assert.That((await app.Settled(award))["useByOn"], Is.EqualTo("2018-11-12"));
    }

    async Task<Answer> Allow(SeededAward award, string amount, string endsOn = "2018-10-31")
    {
        var seen = (await app.As("caseworker-1").Get($"/awards/{award.Id}")).Succeeded();
        return (await app.As("caseworker-1").Post($"/awards/{award.Id}/allow-late-use",
            new { amount = new { amount, currency = "EUR" }, endsOn, reason = "The coordinator begins later." }, seen.ETag)).Succeeded();
    }

    Task<Answer> Ask(SeededAward award, object request) =>
        app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", request, key: Payments.Key);
}
