using System.Text.Json;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Awards;

/// <summary>What is changed of an award, and what follows from it.</summary>
public sealed class AmendmentTests(DatabaseKind kind) : ApiTests(kind)
{
    /// <summary>Of an award of 100,000.00: 60,000.00, 30,000.00 and 10,000.00.</summary>
    static readonly object[] Shifted = [Line("personnel", "58000.00"), Line("training", "30000.00"), Line("other", "12000.00")];

    [SetUp]
    public Task After_the_offer() => app.ItIs("2019-03-01");

    [Test]
    public async Task A_shift_of_the_office_is_endorsed_approved_and_makes_the_next_version()
    {
        var award = await SeededAward.Insert(app.Db);
        var proposed = (await Propose(app.As(award.Applicant), award, new { kind = "shift", lines = Shifted, reason = "Mehr Material" }))
            .Succeeded();
        Assert.That((proposed["status"], proposed["reference"], proposed["endorsedBy"]),
            Is.EqualTo(("proposed", award.Reference + "-A01", "")));
        Assert.That((await Now(award)).Text, Does.Not.Contain("58000.00"), "not yet");
        var endorsed = (await Step("caseworker-1", proposed, "endorse")).Succeeded();
        Assert.That((endorsed["status"], endorsed["endorsedOn"]), Is.EqualTo(("endorsed", "2019-03-01")));

        var approved = (await Step("decider-1", endorsed, "approve")).Succeeded();

        Assert.That((approved["status"], approved["decidedOn"]), Is.EqualTo(("approved", "2019-03-01")));
        var now = await Now(award);
        Assert.That((Lines(now.Json), now["amount.amount"]), Is.EqualTo(("58000.00 30000.00 12000.00", "100000.00")));
        Assert.That((Lines(approved.Json.GetProperty("previousPlan")), Lines(approved.Json.GetProperty("plan"))),
            Is.EqualTo(("60000.00 30000.00 10000.00", "58000.00 30000.00 12000.00")));
        var versions = (await app.As(award.Applicant).Get($"/awards/{award.Id}/versions")).Succeeded().Json.GetProperty("items");
        Assert.That(versions.EnumerateArray().Select(version => version.GetProperty("number").GetInt32()), Is.EqualTo([1, 2]));
        Assert.That(versions[1].GetProperty("amendmentId").GetString(), Is.EqualTo(approved["id"]));
        var second = (await app.As("auditor-1").Get($"/awards/{award.Id}/versions/2")).Succeeded();
        Assert.That(Lines(second.Json.GetProperty("plan")), Is.EqualTo("58000.00 30000.00 12000.00"));
        Assert.That(await Changes(award, "/versions/2/diff?from=1"),
            Is.EqualTo(["/lines/0/amount/amount: 60000.00 → 58000.00", "/lines/2/amount/amount: 10000.00 → 12000.00"]));
        Assert.That(await Changes(award, "/versions/2/diff"), Has.Count.EqualTo(2));
        Assert.That(await Changes(award, "/versions/1/diff"), Has.Count.EqualTo(6), "before the first one there is nothing");
        (await app.As("auditor-1").Get($"/awards/{award.Id}/versions/3/diff")).Refused(404, "not-found");
        (await app.As("auditor-1").Get($"/awards/{award.Id}/versions/3")).Refused(404, "not-found");
        Assert.That((await app.As(award.Applicant).Get($"/awards/{award.Id}/amendments")).Succeeded().Json.GetProperty("items")[0]
            .GetProperty("id").GetString(), Is.EqualTo(approved["id"]));
        Assert.That((await app.As(award.Applicant).Get(proposed.Location!)).Succeeded().Text, Is.EqualTo(approved.Text));
    }

    [Test]
    public async Task Its_letter_tells_what_was_and_what_is()
    {
        var round = await Played("AMEND-LETTER");
        var award = await round.Activate(round.Applications[0]);
        var endsOn = LetterSteps.Written(Day(award["endsOn"]).AddMonths(3));
        var proposed = (await app.As("caseworker-1").Post($"/awards/{award["id"]}/amendments",
            new { kind = "extension", endsOn, reason = "Die Stelle <b>bleibt</b> frei" })).Succeeded();
        Assert.That((proposed["status"], proposed["endorsedBy"]), Is.EqualTo(("endorsed", proposed["proposedBy"])), "a caseworker's own");

        var approved = (await Step("decider-1", proposed, "approve")).Succeeded();

        var letter = await app.LetterOf($"/applications/{award["applicationId"]}");
        Assert.That((letter["kind"], letter["awardId"], letter["remedy"]), Is.EqualTo(("amendment", award["id"], "objection")));
        var page = System.Net.WebUtility.HtmlDecode(
            (await app.As("caseworker-1").Get($"/letters/{letter["id"]}/document")).Succeeded().Text);
        Assert.That(page, Does.Contain("Änderungsbescheid zu " + award["reference"]).And.Contain(approved["reference"])
            .And.Contain(German(award["endsOn"])).And.Contain(German(endsOn)).And.Contain(German(award["reportDueOn"]))
            .And.Contain(German(approved["plan.reportDueOn"])).And.Contain("Die Stelle <b>bleibt").And.Contain("Rechtsbehelfsbelehrung"));
    }

    [Test]
    public async Task An_extension_moves_the_due_day_of_a_report_that_is_not_handed_in()
    {
        var award = await SeededAward.Insert(app.Db);
        // The sample's period ends on 2020-12-31; six months after 2021-03-31 is Thursday, 30 September 2021.
        var extended = await Approved(award, new { kind = "extension", endsOn = "2021-03-31", reason = "Später begonnen" });

        Assert.That((extended["previousPlan.endsOn"], extended["plan.endsOn"], extended["plan.reportDueOn"]),
            Is.EqualTo(("2020-12-31", "2021-03-31", "2021-09-30")));
        var now = await Now(award);
        Assert.That((now["endsOn"], now["reportDueOn"], now["amount.amount"]), Is.EqualTo(("2021-03-31", "2021-09-30", "100000.00")));
        var report = (await app.As("finance-1").Get(award.Report)).Succeeded();
        Assert.That((report["dueOn"], report.ETag), Is.EqualTo(("2021-09-30", "\"2\"")));
        foreach (var endsOn in (string[])["2021-03-31", "2021-01-01"])
        {
            (await Propose(app.As("caseworker-1"), award, new { kind = "extension", endsOn, reason = "x" }))
                .Refused(409, "extension-earlier");
        }
    }

    [Test]
    public async Task A_report_that_was_handed_in_keeps_its_due_day()
    {
        var award = await SeededAward.Insert(app.Db);
        await HandIn(award);

        var extended = await Approved(award, new { kind = "extension", endsOn = "2021-03-31", reason = "Später begonnen" });

        Assert.That(extended["plan.reportDueOn"], Is.EqualTo(extended["previousPlan.reportDueOn"]));
        Assert.That((await app.As("finance-1").Get(award.Report))["dueOn"], Is.EqualTo(extended["plan.reportDueOn"]));
    }

    [Test]
    public async Task A_reduction_frees_money_of_the_programme_and_an_increase_takes_it()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 40_000_00);
        var reduced = await Approved(award, new { kind = "reduction", amount = Euros("40000.00"), reason = "Weniger Bedarf" });
        Assert.That((reduced["plan.amount.amount"], reduced["plan.financing.grant.amount"]), Is.EqualTo(("40000.00", "40000.00")));
        Assert.That(await award.Funds(app), Is.EqualTo((40_000_00, 40_000_00, 40_000_00)));
        Assert.That((await award.Committed(app), await app.Balance(award.Id, "9000")), Is.EqualTo((40_000_00, -60_000_00)));

        await Approved(award, Increase("40000.01"));

        Assert.That(await award.Funds(app), Is.EqualTo((40_000_00, 40_000_00, 40_000_01)));
        Assert.That((await award.Committed(app), await app.Balance(award.Id, "9000")), Is.EqualTo((40_000_01, -59_999_99)));
        var events = await app.Db.Read(session => session.All<string>(
            "select Event from JournalEntry where AwardId = @Id order by Seq", new { award.Id }), CancellationToken.None);
        Assert.That(events, Is.EqualTo(["commitment-release", "commitment-increase"]));
    }

    [Test]
    public async Task No_award_is_reduced_below_what_is_drawn()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 40_000_00);
        var tooLow = new { kind = "reduction", amount = Euros("39999.99"), reason = "x" };
        var refused = (await Propose(app.As("caseworker-1"), award, tooLow)).Refused(409, "award-drawn");
        Assert.That((refused["drawn.amount"], refused["wantedAmount.amount"]), Is.EqualTo(("40000.00", "39999.99")));

        var proposed = (await Propose(app.As("caseworker-1"), award,
            new { kind = "reduction", amount = Euros("40000.00"), reason = "x" })).Succeeded();
        await app.Requested(award, "0.01");
        (await Step("decider-1", proposed, "approve")).Refused(409, "award-drawn");
        Assert.That((await award.Funds(app)).Amount, Is.EqualTo(100_000_00));
    }

    [Test]
    public async Task An_increase_stays_within_budget_and_cap()
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 90_000_00);
        var terms = (await app.As("funder-1").Get($"/programmes/{award.ProgrammeId}")).Succeeded();
        var budget = Cents(terms["terms.budget.amount"]);
        var cap = Cents(terms["terms.capPerSite.amount"]);
        // All of the budget but 1,000.00 is committed to others.
        await app.Db.Write<int>(Author.System(TimeProvider.System), async tx => await tx.Execute(
            "update Programme set CommittedCents = @Committed where Id = @ProgrammeId",
            new { Committed = budget - 1_000_00, award.ProgrammeId }), CancellationToken.None);

        var tooMuch = (await Propose(app.As("caseworker-1"), award, Increase("91000.01"))).Succeeded();
        var refused = (await Step("decider-1", tooMuch, "approve")).Refused(409, "budget-exhausted");
        Assert.That(refused["wantedAmount.amount"], Is.EqualTo("1000.01"));
        (await Step("decider-1", tooMuch, "refuse", new { reason = "Kein Geld" })).Succeeded();
        var tooLarge = FormattableString.Invariant($"{(cap + 1) / 100m:0.00}");
        var aboveCap = (await Propose(app.As("caseworker-1"), award, Increase(tooLarge))).Succeeded();
        (await Step("decider-1", aboveCap, "approve")).Refused(409, "cap-exceeded");
        (await Step("decider-1", aboveCap, "refuse", new { reason = "Zu viel" })).Succeeded();
        await Approved(award, Increase("91000.00"));
        Assert.That(await award.Committed(app), Is.EqualTo(budget));
    }

    [Test]
    public async Task Neither_who_proposed_nor_who_endorsed_it_decides()
    {
        var award = await SeededAward.Insert(app.Db);
        var both = app.Person("both", [Role.Caseworker, Role.Decider]);
        var own = (await Propose(both, award, new { kind = "shift", lines = Shifted, reason = "x" })).Succeeded();
        Assert.That((await Step(both, own, "approve")).Refused(403, "four-eyes")["earlier"], Is.EqualTo("proposer"));
        Assert.That((await Step(both, own, "refuse", new { reason = "x" })).Refused(403, "four-eyes")["earlier"], Is.EqualTo("proposer"));
        (await Step("caseworker-1", own, "withdraw")).Succeeded();

        var former = app.Person("former", [Role.Applicant], award.Ags);
        var theirs = (await Propose(former, award, new { kind = "shift", lines = Shifted, reason = "x" })).Succeeded();
        (await Step(app.Person("former", [Role.Caseworker]), theirs, "endorse")).Refused(403, "four-eyes");
        var endorsed = (await Step(both, theirs, "endorse")).Succeeded();
        Assert.That((await Step(both, endorsed, "approve")).Refused(403, "four-eyes")["earlier"], Is.EqualTo("endorser"));
        var colleague = app.Person("colleague", [Role.Caseworker, Role.Decider], award.Ags);
        foreach (var step in (string[])["endorse", "approve"])
            (await Step(colleague, endorsed, step)).Refused(403, "decider-conflicted");
        (await Step(colleague, endorsed, "refuse", new { reason = "x" })).Refused(403, "decider-conflicted");
        (await Propose(colleague, award, new { kind = "shift", lines = Shifted, reason = "x" })).Refused(403, "decider-conflicted");
        var conflicted = app.Person("conflicted", [Role.Decider]);
        await conflicted.Declares($"/programmes/{award.ProgrammeId}", award.Ags);
        (await Step(conflicted, endorsed, "approve")).Refused(403, "decider-conflicted");
        (await Step("decider-2", endorsed, "approve")).Succeeded();
    }

    [Test]
    public async Task The_office_withdraws_its_own_and_a_caseworker_a_caseworkers()
    {
        var award = await SeededAward.Insert(app.Db);
        var shift = new { kind = "shift", lines = Shifted, reason = "x" };
        var theirs = (await Propose(app.As(award.Applicant), award, shift)).Succeeded();
        (await Propose(app.As("caseworker-1"), award, shift)).Refused(409, "amendment-pending");
        (await Step("caseworker-1", theirs, "withdraw")).Refused(403, "forbidden");
        (await Step(app.Person("stranger", [Role.Applicant], "05512000"), theirs, "withdraw")).Refused(404, "not-found");
        (await Step(award.Applicant, theirs, "withdraw")).Succeeded();

        var ours = (await Propose(app.As("caseworker-1"), award, shift)).Succeeded();
        Assert.That(ours["reference"], Does.EndWith("-A02"));
        (await Step(award.Applicant, ours, "withdraw")).Refused(403, "forbidden");
        (await Step(app.Person("colleague", [Role.Caseworker], award.Ags), ours, "withdraw")).Refused(403, "decider-conflicted");
        (await Step("caseworker-2", ours, "withdraw")).Succeeded();
        (await Propose(app.Person("both", [Role.Applicant, Role.Finance], "05512000"), award, shift)).Refused(403, "forbidden");
        (await Propose(app.Person("stranger", [Role.Applicant], "05512000"), award, shift)).Refused(404, "not-found");
        (await app.As("caseworker-1").Post($"/awards/{Guid.Empty}/amendments", shift)).Refused(404, "not-found");
        foreach (var list in (string[])["amendments", "versions", "notices"])
            (await app.As("caseworker-1").Get($"/awards/{Guid.Empty}/{list}")).Refused(404, "not-found");
        (await app.As("caseworker-1").Get($"/amendments/{Guid.Empty}")).Refused(404, "not-found");
    }

    [Test]
    public async Task Lines_that_do_not_sum_to_the_financing_are_refused_at_their_line()
    {
        var award = await SeededAward.Insert(app.Db, ownCents: 10_000_00, financing: FinancingType.Deficit);
        object[] lines = [Line("personnel", "66000.00"), Line("training", "33000.00"), Line("other", "11000.00")];
        foreach (var (changed, own, pointer) in new (object[], string, string)[]
        {
            (lines, "9999.99", "/lines/2/amount"),
            (lines, "10000.01", "/lines/2/amount"),
            ([Line("personnel", "66000.00"), Line("training", "44000.01"), Line("other", "0.00")], "10000.00", "/lines/1/amount"),
            ([Line("personnel", "110000.00"), Line("training", "0.00")], "10000.00", "/lines"),
        })
        {
            var refused = (await Propose(app.As("caseworker-1"), award, new
            {
                kind = "shift",
                lines = changed,
                financing = Financing("100000.00", own),
                reason = "x",
            })).Refused(400, "validation-failed");
            Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo([pointer]));
        }
        var other = await Approved(award,
            new { kind = "shift", lines, financing = Financing("100000.00", "8000.00", "2000.00"), reason = "Ein Verein hilft" });
        Assert.That(other["plan.financing.thirdParty.amount"], Is.EqualTo("2000.00"));
    }

    [TestCase("""{"kind":"shift"}""", "/lines")]
    [TestCase("""{"kind":"shift","endsOn":"2022-01-01"}""", "/endsOn")]
    [TestCase("""{"kind":"shift","amount":{"amount":"1.00","currency":"EUR"}}""", "/amount")]
    [TestCase("""{"kind":"extension"}""", "/endsOn")]
    [TestCase("""{"kind":"extension","endsOn":"2022-01-01","lines":[{"category":"other","amount":{"amount":"1.00","currency":"EUR"}}]}""",
        "/lines")]
    [TestCase("""{"kind":"reduction"}""", "/amount")]
    [TestCase("""{"kind":"reduction","amount":{"amount":"100000.00","currency":"EUR"}}""", "/amount")]
    [TestCase("""{"kind":"increase","amount":{"amount":"100000.01","currency":"EUR"}}""", "/lines")]
    [TestCase("""{"kind":"swap"}""", "/kind")]
    [TestCase("""{"kind":"reduction","amount":{"amount":"0.00","currency":"EUR"}}""", "/amount")]
    public async Task A_kind_takes_its_members_and_no_other(string body, string member)
    {
        var award = await SeededAward.Insert(app.Db);
        var members = JsonSerializer.Deserialize<Dictionary<string, object>>(body)!;
        members["reason"] = "x";

        var refused = (await Propose(app.As("caseworker-1"), award, members)).Refused(400, "validation-failed");

        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo([member]));
        Assert.That((await Now(award)).ETag, Is.EqualTo("\"1\""));
    }

    [Test]
    public async Task A_plan_has_categories_of_the_programme_and_fits_its_type_of_financing()
    {
        var award = await SeededAward.Insert(app.Db, financing: FinancingType.Full);
        object[] unknown = [.. Shifted[..2], Line("other", "11000.00"), Line("vehicles", "1000.00")];
        (await Propose(app.As("caseworker-1"), award, new { kind = "shift", lines = unknown, reason = "x" }))
            .Refused(409, "unknown-category");
        object[] more = [.. Shifted[..2], Line("other", "13000.00")];
        (await Propose(app.As("caseworker-1"), award,
            new { kind = "shift", lines = more, financing = Financing("100000.00", "1000.00"), reason = "x" }))
            .Refused(409, "plan-against-financing");
    }

    [Test]
    public async Task What_is_offered_or_accounted_for_is_not_amended()
    {
        var shift = new { kind = "shift", lines = Shifted, reason = "x" };
        var offered = await SeededAward.Insert(app.Db, status: "offered");
        (await Propose(app.As("caseworker-1"), offered, shift)).Refused(409, "wrong-state");

        var award = await SeededAward.Insert(app.Db);
        var pending = (await Propose(app.As("caseworker-1"), award, shift)).Succeeded();
        await HandIn(award);
        await app.Db.Write<int>(Author.System(TimeProvider.System), async tx => await tx.Execute(
            "update SpendingReport set EntitlementCents = 0, AcceptedOn = DueOn where AwardId = @Id", new { award.Id }),
            CancellationToken.None);
        (await Step("decider-1", pending, "approve")).Refused(409, "award-accounted");
        (await Step("caseworker-1", pending, "withdraw")).Succeeded();
        (await Propose(app.As("caseworker-1"), award, shift)).Refused(409, "award-accounted");
    }

    [Test]
    public async Task What_was_proposed_on_another_plan_is_outdated()
    {
        var award = await SeededAward.Insert(app.Db);
        var pending = (await Propose(app.As("caseworker-1"), award, new { kind = "shift", lines = Shifted, reason = "x" })).Succeeded();
        await app.Db.Write<int>(Author.System(TimeProvider.System), async tx => await tx.Execute(
            "update Award set AmountCents = 99000000, Lines = Lines where Id = @Id", new { award.Id }), CancellationToken.None);

        (await Step("decider-1", pending, "approve")).Refused(409, "amendment-outdated");
        (await Step("decider-1", pending, "refuse", new { reason = "Überholt" })).Succeeded();
    }

    static object Line(string category, string amount) => new { category, amount = Euros(amount) };

    static object Euros(string amount) => new { amount, currency = "EUR" };

    static object Financing(string grant, string own, string thirdParty = "0.00") =>
        new { grant = Euros(grant), own = Euros(own), thirdParty = Euros(thirdParty) };

    /// <summary>To this amount, all of the plan beside 1,000.00 for training and for other things.</summary>
    static object Increase(string amount) => new
    {
        kind = "increase",
        amount = Euros(amount),
        lines = new[]
        {
            Line("personnel", (decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) - 2_000)
                .ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)),
            Line("training", "1000.00"), Line("other", "1000.00"),
        },
        financing = Financing(amount, "0.00"),
        reason = "Mehr Bedarf",
    };

    static Task<Answer> Propose(GrantsClient person, SeededAward award, object body) =>
        person.Post($"/awards/{award.Id}/amendments", body);

    /// <summary>Proposed by a caseworker, approved by a decider.</summary>
    async Task<Answer> Approved(SeededAward award, object body) =>
        (await Step("decider-1", (await Propose(app.As("caseworker-1"), award, body)).Succeeded(), "approve")).Succeeded();

    Task<Answer> Step(string person, Answer amendment, string step, object? body = null) => Step(app.As(person), amendment, step, body);

    static Task<Answer> Step(GrantsClient person, Answer amendment, string step, object? body = null) =>
        person.Post($"/amendments/{amendment["id"]}/{step}", body, amendment.ETag, Payments.Key);

    async Task<Answer> Now(SeededAward award) => (await app.As("auditor-1").Get($"/awards/{award.Id}")).Succeeded();

    async Task<List<string>> Changes(SeededAward award, string path) =>
    [
        .. (await app.As("auditor-1").Get($"/awards/{award.Id}{path}")).Succeeded().Json.GetProperty("changes").EnumerateArray()
            .Select(change => $"{change.GetProperty("pointer")}: {change.GetProperty("from")} → {change.GetProperty("to")}"),
    ];

    async Task HandIn(SeededAward award)
    {
        var office = app.As(award.Applicant);
        var tag = (await office.Get(award.Report)).Succeeded().ETag;
        tag = (await office.Put(award.Report,
            new { narrative = "We met.", ownFunds = Euros("0.00"), thirdPartyIncome = Euros("0.00") }, tag)).Succeeded().ETag;
        (await office.Post(award.Report + "/submit", new { expenditure = Euros("0.00"), finishedEarly = true }, tag)).Succeeded();
    }

    async Task<Round> Played(string code)
    {
        await app.ItIs("2018-10-15");
        return await Round.Play(app, code, 1);
    }

    static string Lines(JsonElement plan) => string.Join(' ', plan.GetProperty("lines").EnumerateArray()
        .Select(line => line.GetProperty("amount").GetProperty("amount").GetString()));

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static string German(string day) => Day(day).ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);

    static long Cents(string amount) =>
        (long)(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) * 100);
}
