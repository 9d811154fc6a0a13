using System.Globalization;
using System.Net;
using System.Text.Json;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Reports on a part of the funding period, and what the final report makes of them.</summary>
public sealed class InterimReportTests(DatabaseKind kind) : ReportFixture(kind)
{
    [SetUp]
    public Task A_day_in_March() => app.ItIs("2021-03-01");

    /// <summary>Worked by hand: § 188 (2) BGB, then the next working day.</summary>
    [TestCase("2019-12-31", 4, "2020-04-30")]
    [TestCase("2017-11-30", 6, "2018-06-01")]
    [TestCase("2023-09-30", 6, "2024-04-02")]
    [TestCase("2019-08-31", 6, "2020-03-02")]
    public void An_interim_report_is_due_months_after_its_last_day(string until, int months, string due) =>
        Assert.That(ReportDueDate.Of(new InterimReport(Day(until), months)), Is.EqualTo(Day(due)));

    [Test]
    public async Task An_award_that_becomes_active_expects_each_report_of_its_terms()
    {
        var round = await Round.Play(app, "SCHEDULE", 1, terms => terms with
        {
            InterimReports = [new(terms.FundingStartsOn.AddMonths(3), 4), new(terms.FundingStartsOn.AddMonths(9), 2)],
        });
        var award = await round.Activate(round.Applications[0]);

        var reports = (await app.As("auditor-1").Get($"/spending-reports?awardId={award["id"]}")).Succeeded().Json.GetProperty("items");

        var (first, second) = (Day(award["startsOn"]).AddMonths(3), Day(award["startsOn"]).AddMonths(9));
        Assert.That(
            reports.EnumerateArray().Select(report => string.Join(' ', new[] { "reference", "kind", "periodEndsOn", "dueOn", "status" }
                .Select(name => report.GetProperty(name).GetString()))),
            Is.EqualTo(
            [
                $"{award["reference"]}-ZN1 interim {Text(first)} {Text(ReportDueDate.Of(new InterimReport(first, 4)))} due",
                $"{award["reference"]}-ZN2 interim {Text(second)} {Text(ReportDueDate.Of(new InterimReport(second, 2)))} due",
                $"{award["reference"]}-V1 final {award["endsOn"]} {award["reportDueOn"]} due",
            ]));
        var letter = await app.LetterOf($"/applications/{award["applicationId"]}");
        var page = (await app.As("caseworker-1").Get($"/letters/{letter["id"]}/document")).Succeeded().Text;
        Assert.That(WebUtility.HtmlDecode(page),
            Does.Contain($"Ein Zwischennachweis über die Zeit bis zum {first.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}"));
    }

    [Test]
    public async Task An_interim_report_is_accepted_and_claims_nothing()
    {
        var (award, interim) = await Scheduled();
        await Add(interim, Receipt("P-1", 70_000), Receipt("O-1", 1_000, "other"));
        var examined = await Examine(interim, 71_000);
        var found = await Disallow(interim, examined, "O-1", 400);
        Assert.That(
            new[] { "ownFundsDeducted", "thirdPartyDeducted", "basis", "borne", "entitlement", "claim" }
                .Select(name => found.Json.GetProperty("statement").GetProperty(name).ValueKind),
            Is.All.EqualTo(JsonValueKind.Null));
        var personnel = found.Json.GetProperty("statement").GetProperty("lines")[0];
        Assert.That((personnel.GetProperty("tolerance").ValueKind, Amount(personnel, "overrunNotCovered"), Amount(personnel, "recognised")),
            Is.EqualTo((JsonValueKind.Null, "0.00", "70000.00")), "what is over the plan is judged in the end");

        var accepted = (await Accept(interim, "finance-2", found.ETag)).Succeeded();

        var statement = (await app.As(award.Applicant).Get(interim.Report + "/statement")).Succeeded();
        Assert.That((accepted["status"], statement["kind"], statement["recognised.amount"], statement["notRecognised.amount"]),
            Is.EqualTo(("partly-accepted", "interim", "70600.00", "400.00")));
        Assert.That(await Claims(award), Is.Empty);
        Assert.That(await JournalEvents(award), Is.Empty);
        Assert.That(await award.Committed(app), Is.EqualTo(100_000_00));
    }

    /// <summary>Of 71,000.00 and 20,000.00 spent 400.00 are disallowed, and of personnel 60,000.00 + 12,000.00 are tolerated.</summary>
    [Test]
    public async Task The_final_report_counts_the_receipts_of_the_interim_ones_and_keeps_what_was_found_on_them()
    {
        var (award, interim) = await Scheduled();
        await Add(interim, Receipt("P-1", 70_000), Receipt("O-1", 1_000, "other"));
        (await Accept(interim, "finance-2", (await Disallow(interim, await Examine(interim, 71_000), "O-1", 400)).ETag)).Succeeded();

        await Add(award, Receipt("P-2", 3_000), Receipt("T-1", 17_000, "training"));
        var examined = await Found(award, 20_000);
        (await Accept(award, "finance-1", examined.ETag)).Refused(403, "four-eyes");
        (await Accept(award, "finance-2", examined.ETag)).Succeeded();

        var statement = (await app.As(award.Applicant).Get(award.Report + "/statement")).Succeeded();
        Assert.That(
            string.Join(' ', new[] { "expenditure", "recognised", "notRecognised", "entitlement", "claim" }
                .Select(name => statement[name + ".amount"])),
            Is.EqualTo("91000.00 89600.00 1400.00 89600.00 10400.00"));
        Assert.That(statement["kind"], Is.EqualTo("final"));
        Assert.That((await Claims(award)).Single().GetProperty("principal").GetProperty("amount").GetString(), Is.EqualTo("10400.00"));
        Assert.That(await Receipts(award), Has.Count.EqualTo(2), "none is entered twice");
        Assert.That((await app.As(award.Applicant).Get(interim.Report + "/statement")).Succeeded()["expenditure.amount"],
            Is.EqualTo("71000.00"));
    }

    [Test]
    public async Task The_final_report_waits_for_the_interim_ones()
    {
        var (award, interim) = await Scheduled();
        await Write(award);
        async Task<Answer> SubmitFinal() =>
            await app.As(award.Applicant).Post(award.Report + "/submit", new { expenditure = Money(0) }, await ETag(award));

        var refused = (await SubmitFinal()).Refused(409, "interim-report-open");
        Assert.That(refused.Json.GetProperty("openReports").EnumerateArray().Select(report => report.GetString()),
            Is.EqualTo([award.Reference + "-ZN1"]));
        var submitted = await Submit(interim, 0);
        (await app.As("finance-3").Post(interim.Report + "/return", new { points = new[] { new { text = "Zu kurz." } } }, submitted.ETag))
            .Succeeded();
        (await SubmitFinal()).Refused(409, "interim-report-open");
        var examined = await Found(interim, 0);

        var found = await Found(award, 0);
        (await Accept(award, "finance-2", found.ETag)).Refused(409, "interim-report-open");
        Assert.That((await app.As("auditor-1").Get(award.Report)).Succeeded()["status"], Is.EqualTo("in-examination"));
        (await Accept(interim, "finance-2", examined.ETag)).Succeeded();
        (await Accept(award, "finance-2", found.ETag)).Succeeded();
    }

    /// <summary>Whichever is first: the final statement has what the interim report was accepted with, or is refused.</summary>
    [Test]
    public async Task Accepted_at_once_the_final_report_misses_nothing()
    {
        for (var i = 0; i < 4; i++)
        {
            var (award, interim) = await Scheduled();
            await Add(interim, Receipt("P-1", 10_000));
            var (first, last) = (await Found(interim, 10_000), await Found(award, 0));

            var answers = await Task.WhenAll(
                Accept(award, "finance-2", last.ETag), Accept(interim, "finance-3", first.ETag), Accept(award, "finance-3", last.ETag));

            Assert.That(answers[1].Status, Is.EqualTo(HttpStatusCode.OK));
            var statement = (await app.As("auditor-1").Get(award.Report + "/statement")).Succeeded();
            Assert.That((statement["entitlement.amount"], statement["claim.amount"]), Is.EqualTo(("10000.00", "90000.00")));
            var claims = await Claims(award);
            Assert.That(claims.Count, Is.EqualTo(answers.Count(answer => answer.Code is null) - 1));
            Assert.That(answers.Select(answer => answer.Code), Is.All.AnyOf(null, "interim-report-open", "stale-version"));
        }
    }

    [Test]
    public async Task A_report_before_the_end_of_its_own_period_is_too_early()
    {
        await app.ItIs("2019-12-30");
        var (award, interim) = await Scheduled();
        await Write(interim);
        var refused = (await app.As(award.Applicant).Post(interim.Report + "/submit", new { expenditure = Money(0) }, await ETag(interim)))
            .Refused(409, "report-too-early");
        Assert.That(refused["endsOn"], Is.EqualTo("2019-12-31"));

        await app.ItIs("2019-12-31");
        (await app.As(award.Applicant).Post(interim.Report + "/submit", new { expenditure = Money(0) }, await ETag(interim))).Succeeded();
        await Write(award);
        (await app.As(award.Applicant).Post(award.Report + "/submit", new { expenditure = Money(0) }, await ETag(award)))
            .Refused(409, "report-too-early");
    }

    [Test]
    public async Task A_receipt_after_the_period_of_its_report_is_flagged()
    {
        var (award, interim) = await Scheduled();
        await Add(interim, Receipt("P-1", 10, paidOn: "2019-12-31"), Receipt("P-2", 20, paidOn: "2020-01-01"));
        await Add(award, Receipt("P-3", 30, paidOn: "2020-01-02"));

        async Task<IEnumerable<string>> Flags(SeededAward report) => (await Receipts(report)).Select(receipt =>
            string.Join(' ', receipt.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString())));
        Assert.That(await Flags(interim), Is.EqualTo(["", "outside-period"]));
        Assert.That(await Flags(award), Is.EqualTo([""]));
    }

    [Test]
    public async Task An_overdue_interim_report_stops_payments_and_a_submitted_one_limits_none()
    {
        var (award, interim) = await Scheduled(paidCents: 40_000_00);
        Task<Answer> Ask(string amount) =>
            app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request(amount), key: Payments.Key);

        var refused = (await Ask("1000.00")).Refused(409, "report-overdue");
        Assert.That(refused["dueOn"], Is.EqualTo("2020-04-30"));
        await Add(interim, Receipt("P-1", 30_000));
        var examined = await Found(interim, 30_000);
        (await Ask("1000.00")).Succeeded();
        (await Accept(interim, "finance-2", examined.ETag)).Succeeded();
        (await Ask("2000.00")).Succeeded();

        // The final report declares 15,000.00 more: 45,000.00 in all, of which 43,000.00 are drawn.
        await Add(award, Receipt("P-2", 15_000));
        await Submit(award, 15_000);
        (await Ask("2000.01")).Refused(409, "beyond-reported-expenditure");
        (await Ask("2000.00")).Succeeded();
    }

    [Test]
    public async Task What_is_held_back_waits_for_the_final_report()
    {
        var (award, interim) = await Scheduled(paidCents: 90_000_00, changing: terms => terms with { HoldbackPercent = 10 });
        (await Accept(interim, "finance-2", (await Found(interim, 0)).ETag)).Succeeded();

        (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("0.01"), key: Payments.Key))
            .Refused(409, "holdback-reserved");
    }

    [Test]
    public async Task Nobody_is_heard_on_an_interim_report_and_no_tolerance_is_lifted()
    {
        var (_, interim) = await Scheduled();
        var examined = await Examine(interim, 0);

        (await app.As("finance-1").Post(interim.Report + "/hearing",
            new { sentOn = "2021-02-26", replyBy = "2021-03-19", draftClaim = Money(5) }, examined.ETag)).Refused(409, "interim-report");
        var refused = (await app.As("finance-1").Post(interim.Report + "/findings",
            new { findings = Array.Empty<object>(), lifted = new[] { new { category = "personnel", reason = "Auflage" } } },
            examined.ETag)).Refused(400, "findings-refused");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo(["/lifted/0/category"]));
        Assert.That(await ETag(interim), Is.EqualTo(examined.ETag));
    }

    [Test]
    public async Task An_extension_moves_the_final_report_alone()
    {
        var (award, interim) = await Scheduled();
        var proposed = (await app.As("caseworker-1").Post($"/awards/{award.Id}/amendments",
            new { kind = "extension", endsOn = "2021-03-31", reason = "Später begonnen" }, key: Payments.Key)).Succeeded();
        (await app.As("decider-1").Post($"/amendments/{proposed["id"]}/approve", null, proposed.ETag, Payments.Key)).Succeeded();

        Assert.That(await Days(award), Is.EqualTo(("2021-03-31", "2021-09-30")));
        Assert.That(await Days(interim), Is.EqualTo(("2019-12-31", "2020-04-30")));
    }

    [Test]
    public async Task A_terminated_award_expects_none_of_its_reports()
    {
        var (award, interim) = await Scheduled();
        var accepted = await Scheduled();
        (await Accept(accepted.Interim, "finance-2", (await Found(accepted.Interim, 0)).ETag)).Succeeded();
        foreach (var ended in new[] { award, accepted.Award })
        {
            var proposed = (await app.As("caseworker-1").Post($"/awards/{ended.Id}/terminations", new
            {
                legalBasis = "§ 47 SGB X",
                effectiveOn = "2021-03-01",
                knownSince = "2021-02-01",
                keeps = Money(100_000),
                reason = "Für anderes verwendet.",
            }, key: Payments.Key)).Succeeded();
            (await app.As("decider-1").Post($"/terminations/{proposed["id"]}/confirm", null, proposed.ETag, Payments.Key)).Succeeded();
        }

        async Task<string> Status(SeededAward report) => (await app.As("auditor-1").Get(report.Report)).Succeeded()["status"];
        Assert.That((await Status(award), await Status(interim)), Is.EqualTo(("dropped", "dropped")));
        Assert.That((await Status(accepted.Award), await Status(accepted.Interim)), Is.EqualTo(("dropped", "accepted")));
    }

    [Test]
    public async Task Who_has_found_something_in_an_interim_report_has_no_task_to_accept_the_final_one()
    {
        var (award, interim) = await Scheduled();
        await Add(interim, Receipt("O-1", 1_000, "other"));
        (await Accept(interim, "finance-2", (await Disallow(interim, await Examine(interim, 1_000), "O-1", 400)).ETag)).Succeeded();
        var submitted = await Submit(award, 0);
        var examined = (await app.As("finance-3").Post(award.Report + "/examine", ifMatch: submitted.ETag)).Succeeded();
        var found = (await app.As("finance-3").Post(award.Report + "/findings", NoFindings, examined.ETag)).Succeeded();

        async Task<bool> Waits(string person) => (await app.As(person).Get($"/tasks?limit=200&kind=report-to-accept&officeAgs={award.Ags}"))
            .Succeeded().Json.GetProperty("items").EnumerateArray()
            .Any(task => task.GetProperty("resource").GetString() == award.Report);
        Assert.That((await Waits("finance-1"), await Waits("finance-2")), Is.EqualTo((false, true)));
        (await Accept(award, "finance-1", found.ETag)).Refused(403, "four-eyes");
        (await Accept(award, "finance-2", found.ETag)).Succeeded();
    }

    [TestCase("2018-12-31", 4, "/terms/interimReports")]
    [TestCase("2020-12-31", 4, "/terms/interimReports")]
    [TestCase("2020-06-30", 25, "/terms/interimReports/1/months")]
    [TestCase("2019-12-31", 4, "/terms/interimReports")]
    [TestCase("2019-06-30", 4, "/terms/interimReports")]
    public async Task Interim_reports_that_do_not_fit_the_period_are_refused(string until, int months, string place)
    {
        var terms = Sample.Terms with { InterimReports = [new(new DateOnly(2019, 12, 31), 4), new(Day(until), months)] };
        var refused = (await app.As("caseworker-1").Post("/programmes", new { code = "INTERIM", terms })).Refused(400, "validation-failed");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo([place]));
    }

    async Task<Answer> Disallow(SeededAward report, Answer examined, string number, decimal disallowed)
    {
        var receipt = (await Receipts(report)).Single(receipt => receipt.GetProperty("number").GetString() == number);
        var amount = decimal.Parse(Amount(receipt, "amount"), CultureInfo.InvariantCulture);
        return (await app.As("finance-1").Post(report.Report + "/findings", new
        {
            findings = new[] { new { receiptId = receipt.GetProperty("id"), recognised = Money(amount - disallowed), reason = "Privat" } },
        }, examined.ETag)).Succeeded();
    }

    async Task<(string, string)> Days(SeededAward report)
    {
        var seen = (await app.As("auditor-1").Get(report.Report)).Succeeded();
        return (seen["periodEndsOn"], seen["dueOn"]);
    }

    static string Amount(JsonElement of, string name) => of.GetProperty(name).GetProperty("amount").GetString()!;

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
