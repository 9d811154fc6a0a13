using System.Net;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Tests.Features.BaseRates;

namespace Auridis.Grants.Tests.Features.Interest;

/// <summary>Interest on money that is paid back late.</summary>
public sealed class ClaimInterestTests(DatabaseKind kind) : ApiTests(kind)
{
    [OneTimeSetUp]
    public async Task In_the_autumn_of_2023()
    {
        await app.ItIs("2023-09-01");
        await app.KnownRates();
    }

    /// <summary>6,589.73 that was never used: 11 days at 4.12 %, 181 at 6.62 %, 14 at 8.12 %.</summary>
    [Test]
    public async Task A_claim_that_was_paid_late_bears_interest_to_the_day_of_payment()
    {
        var award = await app.Paid();
        var claim = await app.Claimed(award);
        (await app.Receive(claim, 6_589.73m, "2023-07-14")).Succeeded();

        var proposed = (await app.ProposeInterest(claim, "2023-09-01")).Succeeded();
        Assert.That((proposed.Status, proposed.Location, proposed["status"], proposed["kind"], proposed["interestClaimId"]),
            Is.EqualTo((HttpStatusCode.Created, "/interest-calculations/" + proposed["id"], "proposed", "late-repayment", "")));
        Assert.That(Segments(proposed), Is.EqualTo(new[]
        {
            "2022-12-21 2022-12-31 11 4.12 6589.73", "2023-01-01 2023-06-30 181 6.62 6589.73", "2023-07-01 2023-07-14 14 8.12 6589.73",
        }));
        Assert.That((proposed["reckoned.amount"], proposed["interest.amount"], proposed["difference.amount"]),
            Is.EqualTo(("245.03", "245.03", "245.03")));

        (await app.ConfirmInterest(proposed, "finance-1")).Refused(403, "four-eyes");
        var confirmed = (await app.ConfirmInterest(proposed)).Succeeded();
        var asked = await app.InterestClaim(confirmed);
        Assert.That((confirmed["status"], confirmed["decidedOn"], asked["kind"], asked["principal.amount"], asked["claimedOn"]),
            Is.EqualTo(("confirmed", "2023-09-01", "interest", "245.03", "2023-09-01")));
        Assert.That((asked["reference"], asked["dueOn"], asked["spendingReportId"]),
            Is.EqualTo((award.Reference + "-R2", "2023-10-02", "")));
        Assert.That((await app.Balance(award.Id, "1410"), await app.Balance(award.Id, "4910")), Is.EqualTo((245_03L, -245_03L)));
    }

    /// <summary>With 4,000.00 on 15 June and the rest on 14 July, recorded the other way round.</summary>
    [Test]
    public async Task Each_payment_ends_the_interest_on_its_sum()
    {
        var claim = await app.Claimed(await app.Paid());
        (await app.Receive(claim, 2_589.73m, "2023-07-14")).Succeeded();
        (await app.Receive(claim, 4_000m, "2023-06-15")).Succeeded();

        var confirmed = await app.Interest(claim, "2023-07-14");

        Assert.That(Segments(confirmed), Is.EqualTo(new[]
        {
            "2022-12-21 2022-12-31 11 4.12 6589.73", "2023-01-01 2023-06-15 166 6.62 6589.73", "2023-06-16 2023-06-30 15 6.62 2589.73",
            "2023-07-01 2023-07-14 14 8.12 2589.73",
        }));
        Assert.That((await app.InterestClaim(confirmed))["principal.amount"], Is.EqualTo("221.69"));
    }

    [Test]
    public async Task What_comes_in_for_interest_is_not_money_of_the_grant()
    {
        var award = await app.Paid();
        var claim = await app.Claimed(award);
        var asked = $"/repayment-claims/{(await app.Interest(claim, "2023-06-30"))["interestClaimId"]}";
        var before = (await app.As("auditor-1").Get($"/awards/{award.Id}")).Succeeded();
        var open = (await app.As("auditor-1").Get(asked)).Succeeded();

        var paid = (await app.Receive(asked, decimal.Parse(open["open.amount"], null), "2023-08-31")).Succeeded();

        var after = (await app.As("auditor-1").Get($"/awards/{award.Id}")).Succeeded();
        Assert.That((paid["status"], after["repaid.amount"], after["committed.amount"]),
            Is.EqualTo(("paid", "0.00", before["committed.amount"])));
        var funds = (await app.As("auditor-1").Get($"/programmes/{award.ProgrammeId}/funds")).Succeeded();
        Assert.That((funds["repaid.amount"], await app.Balance(award.Id, "1410"), await app.Balance(award.Id, "1400")),
            Is.EqualTo(("0.00", 0L, 6_589_73L)));
        (await app.ProposeInterest(asked, "2023-09-01")).Refused(409, "interest-on-interest");
        Assert.That((await app.As("auditor-1").Get("/ledger/verification")).Succeeded()["intact"], Is.EqualTo("True"));
    }

    [Test]
    public async Task A_later_calculation_asks_the_difference_and_is_linked()
    {
        var claim = await app.Claimed(await app.Paid());
        var first = await app.Interest(claim, "2022-12-31");
        Assert.That((first["interest.amount"], first["follows"]), Is.EqualTo(("8.18", "")));

        var second = await app.Interest(claim, "2023-01-10");

        // 8.1820976 and 11.9518938 come to 20.1339914; rounded apart they would be the same here, asked is the whole less what was asked.
        Assert.That((second["follows"], second["askedBefore.amount"], second["interest.amount"], second["difference.amount"]),
            Is.EqualTo((first["id"], "8.18", "20.13", "11.95")));
        Assert.That((await app.InterestClaim(second))["principal.amount"], Is.EqualTo("11.95"));
        var third = await app.Interest(claim, "2023-01-10");
        Assert.That((third["difference.amount"], third["interestClaimId"]), Is.EqualTo(("0.00", "")), "no day is asked twice");
        (await app.ProposeInterest(claim, "2023-01-09")).Refused(400, "validation-failed");
    }

    [Test]
    public async Task Money_that_was_paid_earlier_than_was_known_lowers_what_was_asked()
    {
        var award = await app.Paid();
        var claim = await app.Claimed(award);
        var first = await app.Interest(claim, "2022-12-31");
        var second = await app.Interest(claim, "2023-07-14");
        (await app.Receive(claim, 6_589.73m, "2022-12-28")).Succeeded();

        var third = await app.Interest(claim, "2023-07-14");

        // 8 days at 4.12 % are 5.95: the second claim falls away, and 2.23 of the first one.
        Assert.That((third["interest.amount"], third["difference.amount"], third["interestClaimId"], third["askedBefore.amount"]),
            Is.EqualTo(("5.95", "-239.08", "", "245.03")));
        var (one, two) = (await app.InterestClaim(first), await app.InterestClaim(second));
        Assert.That((one["open.amount"], one["status"], two["open.amount"], two["status"]),
            Is.EqualTo(("5.95", "claimed", "0.00", "cancelled")));
        Assert.That((await app.Balance(award.Id, "1410"), await app.Balance(award.Id, "4910")), Is.EqualTo((5_95L, -5_95L)));
    }

    [Test]
    public async Task Less_interest_than_was_paid_is_a_credit()
    {
        var award = await app.Paid();
        var claim = await app.Claimed(award);
        var first = await app.Interest(claim, "2022-12-31");
        (await app.Receive($"/repayment-claims/{first["interestClaimId"]}", 8.18m, "2023-08-31")).Succeeded();
        (await app.Receive(claim, 6_589.73m, "2022-12-28")).Succeeded();

        await app.Interest(claim, "2023-01-31");

        var asked = await app.InterestClaim(first);
        Assert.That((asked["status"], asked["credit.amount"]), Is.EqualTo(("overpaid", "2.23")));
        Assert.That((await app.Balance(award.Id, "1410"), await app.Balance(award.Id, "1711"), await app.Balance(award.Id, "1710")),
            Is.EqualTo((0L, -2_23L, 0L)));
    }

    [Test]
    public async Task Money_that_came_in_after_the_proposal_makes_it_out_of_date()
    {
        var claim = await app.Claimed(await app.Paid());
        var proposed = (await app.ProposeInterest(claim, "2023-07-14")).Succeeded();
        (await app.ProposeInterest(claim, "2023-07-14")).Refused(409, "interest-pending");
        (await app.Receive(claim, 4_000m, "2023-06-15")).Succeeded();
        (await app.Receive(claim, 2_589.73m, "2023-07-14")).Succeeded();

        var refused = (await app.ConfirmInterest(proposed)).Refused(409, "interest-outdated");

        Assert.That((refused["proposed.amount"], refused["reckoned.amount"]), Is.EqualTo(("245.03", "221.69")));
        Assert.That((await app.As("finance-1").Get(proposed.Location!)).Succeeded().Text, Is.EqualTo(proposed.Text));
        (await app.RefuseInterest(proposed)).Succeeded();
        Assert.That((await app.Interest(claim, "2023-07-14"))["interest.amount"], Is.EqualTo("221.69"));
    }

    [Test]
    public async Task Below_the_minimum_nothing_is_asked()
    {
        var award = await app.Paid(terms => terms with { InterestMinimum = new Money(5_00) });
        var claim = await app.Claimed(award, 1_000_00);

        var confirmed = await app.Interest(claim, "2022-12-25");
        Assert.That((confirmed["reckoned.amount"], confirmed["interest.amount"], confirmed["nothingBecause"], confirmed["interestClaimId"]),
            Is.EqualTo(("0.56", "0.00", "below-minimum", "")));

        var more = await app.Interest(claim, "2023-03-31");
        Assert.That((more["askedBefore.amount"], more["nothingBecause"], more["difference.amount"]),
            Is.EqualTo(("0.00", "", more["reckoned.amount"])));
    }

    [Test]
    public async Task It_begins_and_is_as_high_as_the_terms_say()
    {
        var award = await app.Paid(terms => terms with { InterestStart = InterestStart.Payout, InterestSurchargePercent = 0.50m });
        var claim = await app.Claimed(award, 1_000_00);

        var proposed = (await app.ProposeInterest(claim, "2023-01-31")).Succeeded();

        Assert.That(Segments(proposed),
            Is.EqualTo(new[] { "2022-10-21 2022-12-31 72 0 1000.00", "2023-01-01 2023-01-31 31 2.12 1000.00" }));
    }

    /// <summary>24 December is a Saturday, and the next working day Tuesday, 27 December.</summary>
    [Test]
    public async Task It_begins_after_a_working_day()
    {
        var claim = await app.Claimed(await app.Paid(on: "2022-10-24"), 1_000_00);

        (await app.ProposeInterest(claim, "2022-12-27")).Refused(400, "validation-failed");
        Assert.That(Segments((await app.ProposeInterest(claim, "2022-12-28")).Succeeded()),
            Is.EqualTo(new[] { "2022-12-28 2022-12-28 1 4.12 1000.00" }));
    }

    [Test]
    public async Task Revoked_money_bears_interest_from_the_day_of_the_revocation()
    {
        var award = await app.Paid();
        var termination = (await app.As("caseworker-1").Post($"/awards/{award.Id}/terminations", new
        {
            legalBasis = "§ 47 SGB X",
            effectiveOn = "2023-06-15",
            knownSince = "2023-06-15",
            keeps = Reports.Euros(15_000m),
            reason = "Für anderes verwendet.",
        })).Succeeded();
        var terminated = (await app.As("decider-1").Post(
            termination.Location + "/confirm", ifMatch: termination.ETag, key: Payments.Key)).Succeeded();

        var proposed = (await app.ProposeInterest($"/repayment-claims/{terminated["repaymentClaimId"]}", "2023-07-10")).Succeeded();

        Assert.That(Segments(proposed),
            Is.EqualTo(new[] { "2023-06-16 2023-06-30 15 6.62 5000.00", "2023-07-01 2023-07-10 10 8.12 5000.00" }));
    }

    /// <summary>Who has declared a conflict of interest on the office neither proposes nor decides, and has no task of it.</summary>
    async Task Conflicted(SeededAward award, string claim)
    {
        var conflicted = app.Person("conflicted", [Role.Caseworker, Role.Finance]);
        await conflicted.Declares($"/programmes/{award.ProgrammeId}", award.Ags);
        var proposed = (await app.ProposeInterest(claim, "2023-07-14")).Succeeded();
        var path = "/interest-calculations/" + proposed["id"];

        (await conflicted.Post(claim + "/interest", new { until = "2023-01-01" })).Refused(403, "decider-conflicted");
        (await conflicted.Post($"/awards/{award.Id}/interest",
            new { disbursementId = award.PaymentId, amount = Reports.Euros(1), usedOn = "2023-01-10" })).Refused(403, "decider-conflicted");
        (await conflicted.Post(path + "/confirm", ifMatch: proposed.ETag, key: Payments.Key)).Refused(403, "decider-conflicted");
        (await conflicted.Post(path + "/refuse", new { reason = "Nein" }, proposed.ETag)).Refused(403, "decider-conflicted");
        Assert.That((await conflicted.Get("/tasks?kind=interest-to-confirm&limit=200")).Succeeded().Text, Does.Not.Contain(proposed["id"]));
        Assert.That((await app.As("finance-2").Get("/tasks?kind=interest-to-confirm&limit=200")).Succeeded().Text,
            Does.Contain(proposed["id"]));
        (await app.RefuseInterest(proposed)).Succeeded();
    }

    [Test]
    public async Task What_cannot_be_is_refused_and_changes_nothing()
    {
        var award = await app.Paid();
        var claim = await app.Claimed(award);
        var list = $"/awards/{award.Id}/interest";

        (await app.ProposeInterest(claim, "2022-12-20")).Refused(400, "validation-failed");
        (await app.ProposeInterest(claim, "2023-09-02")).Refused(400, "validation-failed");
        (await app.ProposeInterest($"/repayment-claims/{Guid.Empty}", "2023-01-01")).Refused(404, "not-found");
        (await app.ProposeInterest(claim, "2023-01-01", "treasury-1")).Refused(403, "forbidden");
        (await app.Person("both", [Role.Applicant, Role.Finance], award.Ags).Post(claim + "/interest", new { until = "2023-01-01" }))
            .Refused(403, "decider-conflicted");
        await Conflicted(award, claim);
        (await app.As("finance-1").Get($"/interest-calculations/{Guid.Empty}")).Refused(404, "not-found");
        (await app.As("finance-1").Get($"/awards/{Guid.Empty}/interest")).Refused(404, "not-found");
        Assert.That((await app.As("finance-1").Get(list)).Succeeded().Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1));

        var early = await app.Claimed(await app.Paid(on: "2016-03-01"));
        var missing = (await app.ProposeInterest(early, "2023-01-01")).Refused(409, "rate-missing");
        Assert.That(missing["missingOn"], Is.EqualTo("2016-05-03"));
    }

    [Test]
    public async Task An_office_sees_what_is_asked_of_it()
    {
        var award = await app.Paid();
        var claim = await app.Claimed(award);
        var proposed = (await app.ProposeInterest(claim, "2022-12-31")).Succeeded();
        var (office, list) = (app.As(award.Applicant), $"/awards/{award.Id}/interest");

        (await office.Get(proposed.Location!)).Refused(404, "not-found");
        Assert.That((await office.Get(list)).Succeeded().Json.GetProperty("items").GetArrayLength(), Is.Zero);
        (await app.ConfirmInterest(proposed)).Succeeded();

        Assert.That((await office.Get(proposed.Location!)).Succeeded()["interest.amount"], Is.EqualTo("8.18"));
        Assert.That((await office.Get(list)).Succeeded().Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
        (await app.As((await app.Paid()).Applicant).Get(proposed.Location!)).Refused(404, "not-found");
    }

    [Test]
    public async Task An_open_claim_on_interest_keeps_the_award_open()
    {
        var award = await app.Paid();
        var claim = await app.Claimed(award);
        var asked = $"/repayment-claims/{(await app.Interest(claim, "2022-12-31"))["interestClaimId"]}";
        (await app.Receive(claim, 6_589.73m, "2023-08-31")).Succeeded();
        async Task<Answer> Complete() => await app.As("caseworker-1").Post(
            $"/awards/{award.Id}/complete", ifMatch: (await app.As("auditor-1").Get($"/awards/{award.Id}")).ETag, key: Payments.Key);

        var refused = (await Complete()).Refused(409, "award-not-settled");
        Assert.That(refused.Json.GetProperty("missing").EnumerateArray().Select(item => item.GetString()), Does.Contain("open-claim"));
        (await app.Receive(asked, 8.18m, "2023-08-31")).Succeeded();
        Assert.That((await Complete()).Text, Does.Not.Contain("open-claim"));
    }

    [Test]
    public async Task Confirmed_interest_fixes_its_rates()
    {
        var claim = await app.Claimed(await app.Paid());
        await app.Interest(claim, "2023-01-10");

        (await app.ProposeRate("2022-12-25", 1)).Refused(409, "rate-used");
        (await app.ProposeRate("2023-01-01", 1)).Refused(409, "rate-used");
    }

    internal static List<string> Segments(Answer calculation) =>
    [
        .. calculation.Json.GetProperty("segments").EnumerateArray().Select(segment => string.Join(' ',
            segment.GetProperty("startsOn"), segment.GetProperty("endsOn"), segment.GetProperty("days"), segment.GetProperty("percent"),
            segment.GetProperty("sum").GetProperty("amount"))),
    ];
}
