using System.Net;
using System.Text.Json;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Reports that state totals of lines, and the receipts that the examiner asks for.</summary>
public sealed class LineTotalTests(DatabaseKind kind) : ReportFixture(kind)
{
    [SetUp]
    public Task A_day_in_March() => app.ItIs("2021-03-01");

    /// <summary>Of 15,000.00 beyond the plan of personnel 12,000.00 are tolerated, and the others save 10,000.00 and 5,000.00.</summary>
    [Test]
    public async Task Totals_lead_to_the_statement_and_to_the_entitlement_as_receipts_do()
    {
        var award = await Stating();
        var written = await State(award, ("personnel", 75_000), ("training", 20_000), ("other", 5_000));
        Assert.That((written["expenditure.amount"], written["receiptCount"]), Is.EqualTo(("100000.00", "0")));
        var found = await FoundOn(award, 100_000);
        (await Accept(award, "finance-2", found.ETag)).Succeeded();

        var statement = (await app.As(award.Applicant).Get(award.Report + "/statement")).Succeeded();
        Assert.That(LinesOf(statement),
            Is.EqualTo(["75000.00 null 0.00 72000.00", "20000.00 null 0.00 20000.00", "5000.00 null 0.00 5000.00"]));
        Assert.That((statement["recognised.amount"], statement["entitlement.amount"], statement["claim.amount"]),
            Is.EqualTo(("97000.00", "97000.00", "3000.00")));
        var version = (await app.As("auditor-1").Get(award.Report + "/versions/1")).Succeeded();
        Assert.That(version.Json.GetProperty("submission").GetProperty("totals").GetArrayLength(), Is.EqualTo(3));
    }

    /// <summary>
    /// Of training 18,000.00 of 20,000.00 are shown and 17,500.00 of them recognised; of other more is shown than was stated.
    /// </summary>
    [Test]
    public async Task Of_a_sampled_line_what_its_receipts_show_is_recognised()
    {
        var award = await Stating();
        await State(award, ("personnel", 50_000), ("training", 20_000), ("other", 5_000));
        var sampled = (await Sample(award, await ExamineOn(award, 75_000), "training", "other")).Succeeded();
        Assert.That(
            sampled.Json.GetProperty("sample").EnumerateArray().Select(line =>
                $"{line.GetProperty("category").GetString()} {line.GetProperty("askedOn").GetString()}"),
            Is.EqualTo(["training 2021-03-01", "other 2021-03-01"]));
        Assert.That(await IsAskedForReceipts(award), Is.True);

        await Add(award, Receipt("T-1", 17_000, "training"), Receipt("O-1", 6_000, "other"));
        Assert.That(await IsAskedForReceipts(award), Is.True, "neither sums to its total");
        var added = await Add(award, Receipt("T-2", 1_000, "training"));
        Assert.That((added["report.expenditure.amount"], added["report.receiptCount"], added["report.status"]),
            Is.EqualTo(("75000.00", "3", "in-examination")));
        var receipt = (await Receipts(award))[0].GetProperty("id");
        var found = (await app.As("finance-1").Post(award.Report + "/findings",
            new { findings = new[] { new { receiptId = receipt, recognised = Money(16_500), reason = "Privat" } } },
            await ETag(award))).Succeeded();
        Assert.That((await Accept(award, "finance-2", found.ETag)).Refused(409, "receipts-outstanding")["replyBy"],
            Is.EqualTo("2021-03-15"));
        await app.ItIs("2021-03-15");
        (await Accept(award, "finance-2", found.ETag)).Refused(409, "receipts-outstanding");
        await app.ItIs("2021-03-16");
        (await Accept(award, "finance-2", found.ETag)).Succeeded();

        var statement = (await app.As(award.Applicant).Get(award.Report + "/statement")).Succeeded();
        Assert.That(LinesOf(statement),
            Is.EqualTo(["50000.00 null 0.00 50000.00", "20000.00 18000.00 2500.00 17500.00", "5000.00 6000.00 0.00 5000.00"]));
        Assert.That((statement["notRecognised.amount"], statement["entitlement.amount"]), Is.EqualTo(("2500.00", "72500.00")));
    }

    [Test]
    public async Task Receipts_are_taken_of_the_lines_that_were_asked_for_and_of_no_others()
    {
        var award = await Stating();
        await State(award, ("personnel", 50_000), ("training", 20_000));
        var office = app.As(award.Applicant);
        (await office.Post(award.Report + "/receipts", Batch(Receipt("P-1", 1)))).Refused(409, "wrong-state");
        var examined = await ExamineOn(award, 70_000);
        (await office.Post(award.Report + "/receipts", Batch(Receipt("P-1", 1)))).Refused(400, "receipts-refused");
        var sampled = (await Sample(award, examined, "training")).Succeeded();

        var refused = (await office.Post(award.Report + "/receipts", Batch(Receipt("T-1", 1, "training"), Receipt("P-1", 1))))
            .Refused(400, "receipts-refused");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo(["/receipts/1/category"]));
        Assert.That(await ETag(award), Is.EqualTo(sampled.ETag));

        await Add(award, Receipt("T-1", 20_000, "training"));
        Assert.That(await IsAskedForReceipts(award), Is.False, "they sum to the total");
        // Another sample adds its lines.
        var more = (await Sample(award, (await app.As("finance-1").Get(award.Report)).Succeeded(), "personnel")).Succeeded();
        Assert.That(more.Json.GetProperty("sample").GetArrayLength(), Is.EqualTo(2));
        Assert.That(await IsAskedForReceipts(award), Is.True);
        await Add(award, Receipt("P-1", 1));
    }

    /// <summary>By default the programme's days; the examiner sets another one, also anew, so that nobody waits in vain.</summary>
    [Test]
    public async Task The_office_has_until_a_day_to_hand_the_receipts_in()
    {
        var award = await Stating();
        await State(award, ("personnel", 50_000), ("training", 20_000));
        var examined = await ExamineOn(award, 70_000);
        Task<Answer> Ask(string line, string? replyBy, Answer seen) => app.As("finance-1").Post(
            award.Report + "/sample", new { lines = new[] { line }, reason = "Stichprobe", replyBy }, seen.ETag);
        Assert.That((await Ask("training", "2021-02-28", examined)).Refused(400, "validation-failed")["errors"],
            Does.Contain("/replyBy"));
        var one = (await Ask("training", "2021-03-31", examined)).Succeeded();
        var two = (await Ask("personnel", null, one)).Succeeded();
        Assert.That(two.Json.GetProperty("sample").EnumerateArray().Select(line => line.GetProperty("replyBy").GetString()),
            Is.EqualTo(["2021-03-31", "2021-03-15"]));
        Assert.That(await HandInBy(award), Is.EqualTo("2021-03-31 False"), "the later one");

        await Add(award, Receipt("T-1", 20_000.01m, "training"));
        Assert.That(await HandInBy(award), Is.EqualTo("2021-03-15 False"), "more than the total is shown");
        await app.ItIs("2021-03-16");
        Assert.That(await HandInBy(award), Is.EqualTo("2021-03-15 True"));
        await Add(award, Receipt("P-1", 1));
        var again = (await Ask("personnel", "2021-03-16", (await app.As("finance-1").Get(award.Report)).Succeeded())).Succeeded();
        var found = (await app.As("finance-1").Post(award.Report + "/findings", NoFindings, again.ETag)).Succeeded();
        (await Accept(award, "finance-2", found.ETag)).Refused(409, "receipts-outstanding");
        await app.ItIs("2021-03-17");
        Assert.That((await Accept(award, "finance-2", found.ETag)).Succeeded()["status"], Is.EqualTo("partly-accepted"));
    }

    [Test]
    public async Task What_was_found_before_the_receipts_came_is_not_accepted()
    {
        var award = await Stating();
        await State(award, ("training", 20_000));
        var found = await FoundOn(award, 20_000);
        var sampled = (await Sample(award, found, "training")).Succeeded();
        (await Accept(award, "finance-2", found.ETag)).Refused(412, "stale-version");
        (await Accept(award, "finance-2", sampled.ETag)).Refused(409, "examination-incomplete");

        var again = (await app.As("finance-1").Post(award.Report + "/findings", NoFindings, sampled.ETag)).Succeeded();
        await Add(award, Receipt("T-1", 20_000, "training"));
        (await Accept(award, "finance-2", again.ETag)).Refused(412, "stale-version");
        (await Accept(award, "finance-2", await ETag(award))).Refused(409, "examination-incomplete");
        var last = (await app.As("finance-1").Post(award.Report + "/findings", NoFindings, await ETag(award))).Succeeded();
        (await Accept(award, "finance-2", last.ETag)).Succeeded();
    }

    [Test]
    public async Task Only_the_examiner_asks_and_only_for_lines_on_which_something_is_stated()
    {
        var award = await Stating();
        await State(award, ("personnel", 50_000), ("training", 0));
        var examined = await ExamineOn(award, 50_000);
        Task<Answer> Ask(string person, params string[] lines) =>
            app.As(person).Post(award.Report + "/sample", new { lines, reason = "Zufall" }, examined.ETag);

        (await Ask("finance-2", "personnel")).Refused(403, "not-the-examiner");
        (await Ask(award.Applicant, "personnel")).Refused(403, "forbidden");
        (await Ask("finance-1")).Refused(400, "validation-failed");
        (await Ask("finance-1", "personnel", "personnel")).Refused(400, "validation-failed");
        var refused = (await Ask("finance-1", "personnel", "training", "other")).Refused(400, "validation-failed");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo(["/lines/1", "/lines/2"]));
        Assert.That((await app.As("auditor-1").Get(award.Report)).Succeeded().Text, Is.EqualTo(examined.Text));
        (await Ask("finance-1", "personnel")).Succeeded();
        (await Ask("finance-1", "personnel")).Refused(412, "stale-version");

        var listed = await WithReceipts(Receipt("R-1", 10));
        var other = await Examine(listed, 10);
        (await app.As("finance-1").Post(listed.Report + "/sample", new { lines = new[] { "personnel" }, reason = "Zufall" }, other.ETag))
            .Refused(409, "receipts-listed");
    }

    [Test]
    public async Task Totals_are_of_lines_of_the_award_and_only_where_the_terms_want_them()
    {
        var award = await Stating();
        var before = await State(award, ("personnel", 1));
        async Task<IEnumerable<string>> Refused(SeededAward of, params (string, decimal)[] totals) =>
            (await Put(of, totals)).Refused(400, "validation-failed").Json.GetProperty("errors").EnumerateObject()
                .Select(error => error.Name);

        Assert.That(await Refused(award, ("personnel", 1), ("travel", 2)), Is.EqualTo(["/totals/1/category"]));
        Assert.That(await Refused(award, ("personnel", 1), ("personnel", 2)), Is.EqualTo(["/totals"]));
        Assert.That(await Refused(award, ("personnel", -0.01m)), Is.EqualTo(["/totals/0/amount"]));
        Assert.That(await Refused(award, ("personnel", 999_999_999.99m), ("training", 0.01m)), Is.EqualTo(["/totals"]));
        Assert.That((await app.As(award.Applicant).Get(award.Report)).Text, Is.EqualTo(before.Text));
        Assert.That(await Refused(await Paid(), ("personnel", 1)), Is.EqualTo(["/totals"]));
        (await app.As(award.Applicant).Post(award.Report + "/submit", new { expenditure = Money(2) }, before.ETag))
            .Refused(409, "expenditure-mismatch");
    }

    /// <summary>Each report states its own time; the final statement sums them, and keeps what a sample has shown.</summary>
    [Test]
    public async Task The_final_report_counts_the_totals_of_the_interim_ones()
    {
        var (award, interim) = await Scheduled(changing: terms => terms with { Statement = StatementForm.LineTotals });
        await State(interim, ("personnel", 30_000), ("training", 10_000));
        (await Sample(interim, await ExamineOn(interim, 40_000), "training")).Succeeded();
        await Add(interim, Receipt("T-1", 9_000, "training"));
        var first = (await app.As("finance-1").Post(interim.Report + "/findings", NoFindings, await ETag(interim))).Succeeded();
        await app.ItIs("2021-03-16");
        (await Accept(interim, "finance-2", first.ETag)).Succeeded();

        await State(award, ("personnel", 20_000), ("training", 5_000));
        var found = await FoundOn(award, 25_000);
        (await Accept(award, "finance-2", found.ETag)).Succeeded();

        var statement = (await app.As(award.Applicant).Get(award.Report + "/statement")).Succeeded();
        Assert.That(LinesOf(statement),
            Is.EqualTo(["50000.00 null 0.00 50000.00", "15000.00 9000.00 1000.00 14000.00", "0.00 null 0.00 0.00"]));
        Assert.That(statement["claim.amount"], Is.EqualTo("36000.00"));
    }

    [Test]
    public async Task A_returned_report_keeps_the_receipts_of_its_sample()
    {
        var award = await Stating();
        await State(award, ("training", 20_000));
        (await Sample(award, await ExamineOn(award, 20_000), "training")).Succeeded();
        await Add(award, Receipt("T-1", 19_000, "training"));
        (await app.As("finance-1").Post(award.Report + "/return", new { points = new[] { new { text = "Die Summe stimmt nicht." } } },
            await ETag(award))).Succeeded();
        Assert.That(await IsAskedForReceipts(award), Is.False, "it is to be mended first");

        await State(award, ("training", 19_000));
        var receipt = (await Receipts(award))[0].GetProperty("id").GetString();
        (await app.As(award.Applicant).Put($"{award.Report}/receipts/{receipt}", Receipt("T-1", 18_500, "training"), await ETag(award)))
            .Succeeded();
        var examined = await ExamineOn(award, 19_000);
        Assert.That(examined["expenditure.amount"], Is.EqualTo("19000.00"));
        Assert.That(await IsAskedForReceipts(award), Is.True);
        await Add(award, Receipt("T-2", 500, "training"));
        Assert.That(await IsAskedForReceipts(award), Is.False);
    }

    /// <summary>Receipts that were asked for have come after the submission: what the office has handed in of them stays.</summary>
    [Test]
    public async Task A_returned_report_that_is_taken_up_has_its_totals_back_and_keeps_the_receipts_of_its_sample()
    {
        var award = await Stating();
        await State(award, ("training", 20_000));
        (await Sample(award, await ExamineOn(award, 20_000), "training")).Succeeded();
        await Add(award, Receipt("T-1", 19_000, "training"));
        (await app.As("finance-1").Post(award.Report + "/return",
            new { points = new[] { new { text = "Die Summe stimmt nicht." } }, mendBy = "2021-03-10" }, await ETag(award))).Succeeded();
        await State(award, ("training", 19_000));

        await app.ItIs("2021-03-11");
        var taken = (await app.As("finance-2").Post(award.Report + "/examine", ifMatch: await ETag(award))).Succeeded();

        Assert.That((taken["receiptCount"], taken["expenditure.amount"],
                taken.Json.GetProperty("totals")[0].GetProperty("amount").GetProperty("amount").GetString()),
            Is.EqualTo(("1", "20000.00", "20000.00")));
        Assert.That(await HandInBy(award), Is.EqualTo("2021-03-15 False"), "1,000.00 are not shown");
    }

    /// <summary>Whoever is first: nothing is accepted whose receipts were asked for.</summary>
    [Test]
    public async Task Sampled_and_accepted_at_once_one_of_them_wins()
    {
        for (var i = 0; i < 4; i++)
        {
            var award = await Stating();
            await State(award, ("training", 20_000));
            var found = await FoundOn(award, 20_000);

            var answers = await Task.WhenAll(Sample(award, found, "training"), Accept(award, "finance-2", found.ETag));

            Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1));
            var report = (await app.As("auditor-1").Get(award.Report)).Succeeded();
            Assert.That((report["status"], report.Json.GetProperty("sample").ValueKind), Is.EqualTo(
                answers[0].Code is null ? ("in-examination", JsonValueKind.Array) : ("accepted", JsonValueKind.Null)));
        }
    }

    Task<SeededAward> Stating() => SeededAward.Insert(app.Db, paidCents: 100_000_00, financing: FinancingType.Full,
        changing: terms => terms with { Statement = StatementForm.LineTotals });

    async Task<Answer> State(SeededAward award, params (string, decimal)[] totals) => (await Put(award, totals)).Succeeded();

    async Task<Answer> Put(SeededAward award, params (string Category, decimal Amount)[] totals) => await app.As(award.Applicant).Put(
        award.Report,
        new
        {
            narrative = "We met.",
            ownFunds = Money(0),
            thirdPartyIncome = Money(0),
            totals = totals.Select(total => new { category = total.Category, amount = Money(total.Amount) }),
        },
        await ETag(award));

    async Task<Answer> ExamineOn(SeededAward award, decimal expenditure)
    {
        var submitted = (await app.As(award.Applicant).Post(
            award.Report + "/submit", new { expenditure = Money(expenditure) }, await ETag(award))).Succeeded();
        return (await app.As("finance-1").Post(award.Report + "/examine", ifMatch: submitted.ETag)).Succeeded();
    }

    async Task<Answer> FoundOn(SeededAward award, decimal expenditure) => (await app.As("finance-1").Post(
        award.Report + "/findings", NoFindings, (await ExamineOn(award, expenditure)).ETag)).Succeeded();

    Task<Answer> Sample(SeededAward award, Answer seen, params string[] lines) =>
        app.As("finance-1").Post(award.Report + "/sample", new { lines, reason = "Stichprobe" }, seen.ETag);

    /// <summary>Whether the office is asked for receipts.</summary>
    async Task<bool> IsAskedForReceipts(SeededAward award) =>
        (await app.As(award.Applicant).Get("/tasks?kind=receipts-to-add&limit=200")).Succeeded().Json.GetProperty("items").EnumerateArray()
        .Any(task => task.GetProperty("resource").GetString() == award.Report);

    /// <summary>The last day for the receipts, and whether it has passed.</summary>
    async Task<string> HandInBy(SeededAward award) => (await app.As(award.Applicant).Get("/tasks?kind=receipts-to-add&limit=200"))
        .Succeeded().Json.GetProperty("items").EnumerateArray()
        .Where(task => task.GetProperty("resource").GetString() == award.Report)
        .Select(task => $"{task.GetProperty("dueOn").GetString()} {task.GetProperty("overdue").GetBoolean()}").Single();

    static IEnumerable<string> LinesOf(Answer statement) => statement.Json.GetProperty("lines").EnumerateArray()
        .Select(line => string.Join(' ', new[] { "spent", "evidenced", "disallowed", "recognised" }.Select(name =>
            line.GetProperty(name) is { ValueKind: JsonValueKind.Object } amount ? amount.GetProperty("amount").GetString() : "null")));
}
