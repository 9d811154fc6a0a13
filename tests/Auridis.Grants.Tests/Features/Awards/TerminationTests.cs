using System.Globalization;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Awards;

/// <summary>The funding side ends an award, in full or in part.</summary>
public sealed class TerminationTests(DatabaseKind kind) : ApiTests(kind)
{
    [SetUp]
    public Task A_day_after_the_payments() => app.ItIs("2021-03-01");

    /// <summary>Worked by hand: a Saturday and a Sunday move on, a leap day ends with February.</summary>
    [TestCase("2019-09-02", "2020-09-02")]
    [TestCase("2019-09-05", "2020-09-07")]
    [TestCase("2020-02-29", "2021-03-01")]
    public void The_last_day_to_revoke(string knownSince, string lastDay) =>
        Assert.That(RevocationPeriod.LastDay(Day(knownSince)), Is.EqualTo(Day(lastDay)));

    /// <summary>60,000.00 of 100,000.00 paid, 41,237.50 kept.</summary>
    [Test]
    public async Task What_was_paid_above_what_is_kept_is_claimed_and_the_rest_is_released()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 60_000_00);
        var requested = await app.Requested(award, "5000.00");
        var approved = await app.Approved(award, "6000.00");

        var confirmed = (await Confirm((await Propose(award, "41237.50")).Succeeded())).Succeeded();

        var terminated = await Seen(award);
        Assert.That((terminated["status"], terminated["kept.amount"], terminated["committed.amount"], terminated["drawn.amount"]),
            Is.EqualTo(("terminated", "41237.50", "60000.00", "60000.00")));
        Assert.That(await Released(award), Is.EqualTo(40_000_00));
        foreach (var payment in new[] { requested, approved })
        {
            var rejected = (await app.As("finance-1").Get($"/disbursements/{payment["id"]}")).Succeeded();
            Assert.That((rejected["status"], rejected["reason"]), Is.EqualTo(("rejected", "Für anderes verwendet.")));
        }
        var claim = (await app.As("finance-1").Get($"/repayment-claims/{confirmed["repaymentClaimId"]}")).Succeeded();
        Assert.That((claim["kind"], claim["principal.amount"], claim["status"]), Is.EqualTo(("revoked", "18762.50", "claimed")));
        Assert.That(await app.Balance(award.Id, "1400"), Is.EqualTo(18_762_50));
        Assert.That((await app.As(award.Applicant).Get(award.Report)).Succeeded()["status"], Is.EqualTo("dropped"));
        Assert.That(await award.Committed(app), Is.EqualTo(60_000_00));

        (await app.Repay($"/repayment-claims/{claim["id"]}", 18_762.50m)).Succeeded();
        Assert.That(await award.Committed(app), Is.EqualTo(41_237_50));
        await award.Funds(app);
    }

    [Test]
    public async Task In_part_it_goes_on_with_what_is_kept_as_its_amount()
    {
        var award = await SeededAward.Insert(
            app.Db, paidCents: 60_000_00, financing: FinancingType.Deficit, ownCents: 20_000_00);

        var confirmed = (await Confirm((await Propose(award, "80000.00", inPart: true)).Succeeded())).Succeeded();

        var reduced = await Seen(award);
        Assert.That((reduced["status"], reduced["amount.amount"], reduced["committed.amount"], confirmed["repaymentClaimId"]),
            Is.EqualTo(("active", "80000.00", "80000.00", "")));
        Assert.That((reduced["financing.grant.amount"], reduced["financing.own.amount"]), Is.EqualTo(("80000.00", "20000.00")));
        Assert.That(reduced.Json.GetProperty("lines").EnumerateArray().Sum(line => decimal.Parse(
            line.GetProperty("amount").GetProperty("amount").GetString()!, CultureInfo.InvariantCulture)), Is.EqualTo(100_000m));
        Assert.That(await Released(award), Is.EqualTo(20_000_00));
        Assert.That((await app.As("auditor-1").Get($"/awards/{award.Id}/versions/2")).Succeeded()["plan.amount.amount"],
            Is.EqualTo("80000.00"));
        (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("20000.01"), key: Payments.Key))
            .Refused(409, "award-exceeded");
        await app.Settled(award, "20000.00");
        await award.Funds(app);
    }

    /// <summary>What was revoked is not claimed a second time when the report is accepted.</summary>
    [Test]
    public async Task In_part_below_what_was_paid_the_difference_is_claimed_once()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 60_000_00);
        var confirmed = (await Confirm((await Propose(award, "50000.00", inPart: true)).Succeeded())).Succeeded();
        Assert.That((await Seen(award))["committed.amount"], Is.EqualTo("60000.00"));

        await app.Accepted(award, 45_000);

        var claims = (await app.As("finance-1").Get("/repayment-claims?awardId=" + award.Id)).Succeeded().Json.GetProperty("items")
            .EnumerateArray().Select(claim => claim.GetProperty("principal").GetProperty("amount").GetString()).ToList();
        Assert.That(claims, Is.EqualTo(["10000.00", "5000.00"]));
        (await app.Repay($"/repayment-claims/{confirmed["repaymentClaimId"]}", 10_000)).Succeeded();
        Assert.That(await award.Committed(app), Is.EqualTo(50_000_00));
    }

    [Test]
    public async Task A_released_payment_keeps_it_from_ending_until_it_is_settled()
    {
        var award = await SeededAward.Insert(app.Db);
        var released = await app.Released(award, "5000.00");
        var requested = await app.Requested(award, "1000.00");
        var proposed = (await Propose(award, "0.00")).Succeeded();

        Assert.That((await Confirm(proposed)).Refused(409, "payments-open")["open"], Does.Contain("5000.00"));
        Assert.That((await app.As("finance-1").Get($"/disbursements/{requested["id"]}"))["status"], Is.EqualTo("requested"));
        var recorded = (await app.Step("treasury-1", released, "settle",
            new { bookedOn = released["releasedOn"], bankReference = "KTO-1" })).Succeeded();
        (await app.Step("treasury-2", recorded, "confirm-settlement")).Succeeded();
        (await Confirm(proposed)).Succeeded();

        Assert.That((await Seen(award))["status"], Is.EqualTo("terminated"));
    }

    [Test]
    public async Task More_than_a_year_after_it_was_known_it_needs_a_reason()
    {
        var award = await SeededAward.Insert(app.Db);
        Assert.That((await Propose(award, "0.00", knownSince: "2020-02-26")).Refused(409, "revocation-time-barred")["lastOn"],
            Is.EqualTo("2021-02-26"));
        var late = (await Propose(award, "0.00", knownSince: "2020-02-21", lateReason: "Arglistig getäuscht.")).Succeeded();
        (await app.As("decider-1").Post($"/terminations/{late["id"]}/refuse", new { reason = "Nein" }, late.ETag)).Succeeded();

        var proposed = (await Propose(award, "0.00", knownSince: "2020-03-02")).Succeeded();
        await app.ItIs("2021-03-03");
        (await Confirm(proposed)).Refused(409, "revocation-time-barred");
        await app.ItIs("2021-03-02");
        (await Confirm(proposed)).Succeeded();
    }

    [Test]
    public async Task What_is_kept_is_at_most_what_was_paid_and_in_part_less_than_the_amount()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 60_000_00);
        (await Propose(award, "60000.01")).Refused(409, "keeps-out-of-range");
        (await Propose(award, "0.00", inPart: true)).Refused(409, "keeps-out-of-range");
        (await Propose(award, "100000.00", inPart: true)).Refused(409, "keeps-out-of-range");
        (await Propose(award, "0.00", knownSince: "2021-03-02")).Refused(400, "validation-failed");
        (await Propose(award, "0.00", effectiveOn: "2021-03-02")).Refused(400, "validation-failed");
        (await Propose(award, "0.00", effectiveOn: "2019-02-03")).Refused(400, "validation-failed");

        (await Propose(award, "60000.00")).Succeeded();
        (await Propose(award, "60000.00")).Refused(409, "termination-pending");
    }

    /// <summary>The place and the money of an offer that is taken back are free, and its office is told.</summary>
    [Test]
    public async Task An_offer_that_is_taken_back_frees_its_place()
    {
        await app.ItIs("2018-10-15");
        var round = await Round.Play(app, "TERMINATE", 1);
        var award = (await round.Offer(round.Applications[0]))[0];
        var (path, application) = ($"/awards/{award["id"]}", $"/applications/{round.Applications[0].Id}");
        var request = Request("0.00", knownSince: LetterSteps.Written(app.Today()), effectiveOn: award["offeredOn"]);
        (await app.As("caseworker-1")
            .Post(path + "/terminations", Request("1.00", LetterSteps.Written(app.Today()), award["offeredOn"], inPart: true)))
            .Refused(409, "wrong-state");
        var proposed = (await app.As("caseworker-1").Post(path + "/terminations", request)).Succeeded();
        Assert.That((await app.As("auditor-1").Get(path + "/terminations")).Succeeded().Json.GetProperty("items").GetArrayLength(),
            Is.EqualTo(1));

        (await Confirm(proposed)).Succeeded();

        var now = await round.Now();
        Assert.That((now["selected"], now["committed.amount"]), Is.EqualTo(("0", "0.00")));
        Assert.That((await app.As("auditor-1").Get(application))["status"], Is.EqualTo("lapsed"));
        var letter = await app.LetterOf(application);
        Assert.That((letter["kind"], letter["awardId"], letter["remedy"]), Is.EqualTo(("termination", award["id"], "objection")));
        (await app.As("caseworker-1").Post(round.Programme + "/complete", ifMatch: now.ETag)).Succeeded();
    }

    [Test]
    public async Task A_second_person_without_a_conflict_confirms_it()
    {
        var award = await SeededAward.Insert(app.Db);
        var many = app.Person("many", [Role.Caseworker, Role.Decider]);
        var proposed = (await many.Post($"/awards/{award.Id}/terminations", Request("0.00"))).Succeeded();
        Assert.That((await Confirm(proposed, many)).Refused(403, "four-eyes")["earlier"], Is.EqualTo("proposer"));
        var conflicted = app.Person("conflicted", [Role.Caseworker, Role.Decider]);
        await conflicted.Declares($"/programmes/{award.ProgrammeId}", award.Ags);
        foreach (var person in new[] { conflicted, app.Person("colleague", [Role.Caseworker, Role.Decider], award.Ags) })
        {
            (await Confirm(proposed, person)).Refused(403, "decider-conflicted");
            (await person.Post($"/awards/{award.Id}/terminations", Request("0.00"))).Refused(403, "decider-conflicted");
            (await person.Post($"/terminations/{proposed["id"]}/refuse", new { reason = "Nein" }, proposed.ETag))
                .Refused(403, "decider-conflicted");
        }
        (await app.As(award.Applicant).Get($"/terminations/{proposed["id"]}")).Refused(403, "forbidden");
        (await Confirm(proposed)).Succeeded();
    }

    [Test]
    public async Task Of_a_termination_and_a_request_or_a_completion_at_once_one_counts()
    {
        for (var i = 0; i < 5; i++)
        {
            var award = await SeededAward.Insert(app.Db);
            var renounced = (await app.As(award.Applicant).Post(
                $"/awards/{award.Id}/renounce-rest", ifMatch: (await Seen(award)).ETag, key: Payments.Key)).Succeeded();
            var other = await SeededAward.Insert(app.Db);
            var (first, second) = ((await Propose(award, "0.00")).Succeeded(), (await Propose(other, "0.00")).Succeeded());

            var answers = await Task.WhenAll(
                Task.Run(() => Confirm(first)),
                Task.Run(() => app.As("caseworker-1").Post($"/awards/{award.Id}/complete", ifMatch: renounced.ETag, key: Payments.Key)),
                Task.Run(() => Confirm(second)),
                Task.Run(() => app.As(other.Applicant)
                    .Post($"/awards/{other.Id}/disbursements", other.Request("1.00"), key: Payments.Key)));

            Assert.That((answers[0].Code, answers[1].Code), Is.AnyOf(((string?)null, "stale-version"), ("wrong-state", (string?)null)));
            answers[2].Succeeded();
            Assert.That(answers[3].Code, Is.AnyOf(null, "award-not-active"));
            Assert.That((await award.Committed(app), await other.Committed(app)), Is.EqualTo((0L, 0L)));
            await other.Funds(app);
        }
    }

    Task<Answer> Propose(
        SeededAward award, string keeps, bool inPart = false, string knownSince = "2021-02-01", string effectiveOn = "2020-01-01",
        string? lateReason = null) => app.As("caseworker-1").Post($"/awards/{award.Id}/terminations",
            Request(keeps, knownSince, effectiveOn, inPart, lateReason));

    Task<Answer> Confirm(Answer termination, GrantsClient? person = null) => (person ?? app.As("decider-1"))
        .Post($"/terminations/{termination["id"]}/confirm", ifMatch: termination.ETag, key: Payments.Key);

    async Task<Answer> Seen(SeededAward award) => (await app.As("auditor-1").Get($"/awards/{award.Id}")).Succeeded();

    Task<long> Released(SeededAward award) => app.Db.Read(session => session.One<long>("""
        select coalesce(sum(p.AmountCents), 0) from Posting p join JournalEntry e on e.Seq = p.EntrySeq
        where e.AwardId = @Id and e.Event = 'commitment-release'
        """, new { award.Id }), CancellationToken.None);

    static object Request(
        string keeps, string knownSince = "2021-02-01", string effectiveOn = "2020-01-01", bool inPart = false,
        string? lateReason = null) => new
        {
            legalBasis = "§ 49 (3) VwVfG NRW",
            effectiveOn,
            knownSince,
            keeps = new { amount = keeps, currency = "EUR" },
            reason = "Für anderes verwendet.",
            inPart,
            lateReason,
        };

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
