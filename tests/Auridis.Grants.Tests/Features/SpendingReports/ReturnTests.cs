using System.Text.Json;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>A report that its office has to mend, and the versions that it becomes.</summary>
public sealed class ReturnTests(DatabaseKind kind) : ReportFixture(kind)
{
    [SetUp]
    public Task On_the_first_of_March() => app.ItIs("2021-03-01");

    [Test]
    public async Task A_returned_report_is_mended_and_becomes_the_next_version()
    {
        var award = await WithReceipts(Receipt("R-1", 100), Receipt("R-2", 50));
        var examined = await Examine(award, 150);
        var receipt = (await Receipts(award))[1].GetProperty("id").GetGuid();

        var returned = (await app.As("finance-1").Post(award.Report + "/return", new
        {
            points = new object[]
            {
                new { text = "Der Sachbericht ist zu kurz." }, new { text = "Es waren 60 Euro.", receiptId = receipt },
            },
        }, examined.ETag)).Succeeded();
        Assert.That((returned["status"], returned["versions"], returned.Json.GetProperty("points")[1].GetProperty("receiptId").GetGuid()),
            Is.EqualTo(("returned", "1", receipt)));
        (await app.As("finance-2").Post(award.Report + "/examine", ifMatch: returned.ETag)).Refused(409, "wrong-state");

        var office = app.As(award.Applicant);
        var edited = (await office.Put($"{award.Report}/receipts/{receipt}", Receipt("R-2", 60), returned.ETag))
            .Succeeded();
        Assert.That((edited["report.expenditure.amount"], edited["receipt.amount.amount"], edited["report.status"]),
            Is.EqualTo(("160.00", "60.00", "returned")));
        var submitted = await Submit(award, 160);
        Assert.That((submitted["status"], submitted["versions"], submitted.Json.GetProperty("points").ValueKind),
            Is.EqualTo(("submitted", "2", JsonValueKind.Null)));

        var versions = (await office.Get(award.Report + "/versions")).Succeeded().Json.GetProperty("items");
        Assert.That(versions.EnumerateArray().Select(version => version.GetProperty("number").GetInt32()), Is.EqualTo(new[] { 1, 2 }));
        var first = (await office.Get(award.Report + "/versions/1")).Succeeded();
        Assert.That((first["submission.expenditure.amount"], first.ETag), Is.EqualTo(("150.00", $"\"{first["contentHash"]}\"")));
        var frozen = (await office.Get(award.Report + "/versions/1/receipts")).Succeeded().Json.GetProperty("items");
        Assert.That(frozen[1].GetProperty("amount").GetProperty("amount").GetString(), Is.EqualTo("50.00"));
        Assert.That((await office.Get(award.Report + "/versions/2")).Succeeded()["submission.expenditure.amount"], Is.EqualTo("160.00"));
        (await office.Get(award.Report + "/versions/3")).Refused(404, "not-found");
        (await app.As((await Paid()).Applicant).Get(award.Report + "/versions/1")).Refused(404, "not-found");
    }

    [Test]
    public async Task Findings_stay_until_their_receipt_is_replaced_and_the_next_examiner_records_anew()
    {
        var award = await WithReceipts(Receipt("R-1", 100), Receipt("R-2", 50));
        var examined = await Examine(award, 150);
        var receipts = (await Receipts(award)).Select(receipt => receipt.GetProperty("id").GetGuid()).ToList();
        var found = (await app.As("finance-1").Post(award.Report + "/findings", new
        {
            findings = receipts.Select(receipt => new { receiptId = receipt, recognised = Money(40), reason = "Kein Nachweis" }),
        }, examined.ETag)).Succeeded();
        var returned = (await app.As("finance-1").Post(award.Report + "/return", Points, found.ETag)).Succeeded();
        var edited = (await app.As(award.Applicant)
            .Put($"{award.Report}/receipts/{receipts[0]}", Receipt("R-1", 90), returned.ETag)).Succeeded();
        Assert.That(edited.Json.GetProperty("receipt").GetProperty("recognised").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That((await Receipts(award))[1].GetProperty("recognised").GetProperty("amount").GetString(), Is.EqualTo("40.00"));

        var submitted = await Submit(award, 140);
        // Of whoever made a finding that stands, none accepts; another one examines and has to record.
        var again = (await app.As("finance-2").Post(award.Report + "/examine", ifMatch: submitted.ETag)).Succeeded();
        (await Accept(award, "finance-3", again.ETag)).Refused(409, "examination-incomplete");
        var confirmed = (await app.As("finance-2").Post(award.Report + "/findings", NoFindings, again.ETag)).Succeeded();
        (await Accept(award, "finance-1", confirmed.ETag)).Refused(403, "four-eyes");
        var accepted = (await Accept(award, "finance-3", confirmed.ETag)).Succeeded();
        Assert.That(accepted["status"], Is.EqualTo("partly-accepted"));
    }

    [Test]
    public async Task Only_the_examiner_returns_what_is_examined_and_nobody_their_own()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        var examined = await Examine(award, 10);

        (await app.As("finance-2").Post(award.Report + "/return", Points, examined.ETag)).Refused(403, "not-the-examiner");
        (await app.As("caseworker-1").Post(award.Report + "/return", Points, examined.ETag)).Refused(403, "forbidden");
        (await app.As(award.Applicant).Post(award.Report + "/return", Points, examined.ETag)).Refused(403, "forbidden");
        (await app.As("finance-1").Post(award.Report + "/return", Points, "\"1\"")).Refused(412, "stale-version");
        (await app.As("finance-1").Post(award.Report + "/return", new { points = Array.Empty<object>() }, examined.ETag))
            .Refused(400, "validation-failed");
        var foreign = (await app.As("finance-1").Post(
            award.Report + "/return", new { points = new[] { new { text = "x", receiptId = Guid.Empty } } }, examined.ETag))
            .Refused(400, "validation-failed");
        Assert.That(foreign.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo("/points/0/receiptId"));
        (await app.As("finance-1").Post(award.Report + "/return", Points, examined.ETag)).Succeeded();
    }

    /// <summary>By default after the programme's days, moved to a working day; one that is set stays as it is.</summary>
    [TestCase("2021-03-01", null, "2021-03-15")]
    [TestCase("2021-03-06", null, "2021-03-22")]
    [TestCase("2021-03-01", "2021-03-20", "2021-03-20")]
    [TestCase("2021-03-01", "2021-03-01", "2021-03-01")]
    public async Task A_return_says_by_when_the_report_is_to_be_mended(string on, string? set, string mendBy)
    {
        await app.ItIs(on);
        var award = await WithReceipts(Receipt("R-1", 10));
        var submitted = await Submit(award, 10);

        Assert.That((await Return(award, submitted, "2021-02-28")).Refused(400, "validation-failed")["errors"], Does.Contain("/mendBy"));
        Assert.That((await Return(award, submitted, set)).Succeeded()["mendBy"], Is.EqualTo(mendBy));
        Assert.That((await Submit(award, 10)).Json.GetProperty("mendBy").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    /// <summary>No money, an event in the audit trail, once for each return; and the office can still mend it.</summary>
    [Test]
    public async Task A_returned_report_that_is_not_mended_in_time_is_overdue()
    {
        var award = await SeededAward.Insert(app.Db);
        (await Add(award, Receipt("R-1", 10))).Succeeded();
        var requested = await app.Requested(award, "10.00");
        await Return(award, await Submit(award, 10), "2021-03-10");

        await app.SetClock("2021-03-10");
        Assert.That((await Overdue(award), (await app.ActorsOf(award.Report, "spending-report.overdue")).Count), Is.EqualTo((false, 0)));
        await app.SetClock("2021-03-11");
        await app.Sweep(atOnce: 4);
        Assert.That((await Overdue(award), await app.ActorsOf(award.Report, "spending-report.overdue")),
            Is.EqualTo((true, new[] { "system" })));
        Assert.That((await app.Step("finance-1", requested, "approve", Payments.Right)).Refused(409, "report-overdue")["dueOn"],
            Is.EqualTo("2021-03-10"));

        var submitted = await Submit(award, 10);
        Assert.That(await Overdue(award), Is.False);
        (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();
        await Return(award, submitted, "2021-03-12");
        await app.SetClock("2021-03-13");
        Assert.That(await app.ActorsOf(award.Report, "spending-report.overdue"), Has.Count.EqualTo(2));
    }

    /// <summary>The silence of an office is no dead end: what it has changed since is undone, and the rest of the way goes on.</summary>
    [Test]
    public async Task What_is_not_mended_in_time_is_examined_as_it_was_submitted()
    {
        var award = await WithReceipts(Receipt("R-1", 100), Receipt("R-2", 50), Receipt("R-3", 30), Receipt("R-4", 20));
        var office = app.As(award.Applicant);
        var file = (await office.Upload(award.Report + "/attachments", SampleFile.Of(SampleFile.Pdf), SampleFile.Pdf, "a.pdf")).Succeeded();
        var examined = await Examine(award, 200);
        var before = await Receipts(award);
        Guid[] ids = [.. before.Select(receipt => receipt.GetProperty("id").GetGuid())];
        var found = (await app.As("finance-1").Post(award.Report + "/findings", new
        {
            findings = ids.Select(receipt => new { receiptId = receipt, recognised = Money(20), reason = "Kein Nachweis" }),
        }, examined.ETag)).Succeeded();
        await Return(award, found, "2021-03-10");

        // The second is another one, the third is gone, the fourth has another case, and one is new.
        (await office.Put($"{award.Report}/receipts/{ids[1]}", Receipt("R-2", 60), await ETag(award))).Succeeded();
        (await office.Delete($"{award.Report}/receipts/{ids[2]}", await ETag(award))).Succeeded();
        (await office.Put($"{award.Report}/receipts/{ids[3]}", Receipt("R-4", 20, payee: "PAYEE OF R-4"), await ETag(award))).Succeeded();
        await Add(award, Receipt("R-5", 5));
        await Write(award, own: 7, thirdParty: 3);
        (await office.Delete(file.Location!, await ETag(award))).Succeeded();
        (await office.Upload(award.Report + "/attachments", SampleFile.Of(SampleFile.Pdf), SampleFile.Pdf, "b.pdf")).Succeeded();
        await app.ItIs("2021-03-10");
        (await app.As("finance-2").Post(award.Report + "/examine", ifMatch: await ETag(award))).Refused(409, "wrong-state");
        await app.ItIs("2021-03-11");
        (await office.Post(award.Report + "/examine", ifMatch: await ETag(award))).Refused(403, "forbidden");
        (await app.As("finance-2").Post(award.Report + "/examine", ifMatch: "\"1\"")).Refused(412, "stale-version");
        var taken = (await app.As("finance-2").Post(award.Report + "/examine", ifMatch: await ETag(award))).Succeeded();

        Assert.That((taken["status"], taken["versions"], taken["receiptCount"], taken["expenditure.amount"], taken["ownFunds.amount"],
                taken["thirdPartyIncome.amount"], taken.Json.GetProperty("points").ValueKind, taken.Json.GetProperty("mendBy").ValueKind),
            Is.EqualTo(("in-examination", "1", "4", "200.00", "0.00", "0.00", JsonValueKind.Null, JsonValueKind.Null)));
        Assert.That((await Receipts(award)).Select(Content).Order(StringComparer.Ordinal), Is.EqualTo(before.Select(Content)));
        Assert.That((await Receipts(award)).Where(receipt => receipt.GetProperty("recognised").ValueKind is not JsonValueKind.Null)
            .Select(receipt => receipt.GetProperty("id").GetGuid()), Is.EqualTo(ids[..1]), "the finding on what was left as it was");
        var files = (await app.As("finance-2").Get(award.Report + "/attachments")).Succeeded().Json.GetProperty("items");
        Assert.That(files.EnumerateArray().Select(item => item.GetProperty("name").GetString()), Is.EqualTo(new[] { "a.pdf" }));
        Assert.That(await app.ActorsOf(award.Report, "spending-report.taken-up"), Has.Count.EqualTo(1));

        (await office.Post(award.Report + "/submit", new { expenditure = Money(200) }, taken.ETag)).Refused(409, "wrong-state");
        var again = (await app.As("finance-2").Post(award.Report + "/findings", NoFindings, taken.ETag)).Succeeded();
        (await Accept(award, "finance-1", again.ETag)).Refused(403, "four-eyes");
        Assert.That((await Accept(award, "finance-3", again.ETag)).Succeeded()["status"], Is.EqualTo("partly-accepted"));
    }

    [Test]
    public async Task A_receipt_that_was_moved_to_another_report_stays_there_when_its_own_is_taken_up()
    {
        var (award, interim) = await Scheduled();
        await Add(interim, Receipt("R-1", 10), Receipt("R-2", 20));
        await Return(interim, await Submit(interim, 30), "2021-03-10");
        var moved = (await Receipts(interim))[0].GetProperty("id").GetGuid();
        (await app.As(award.Applicant).Delete($"{interim.Report}/receipts/{moved}", await ETag(interim))).Succeeded();
        await Add(award, Receipt("R-1", 10));

        await app.ItIs("2021-03-11");
        var taken = (await app.As("finance-1").Post(interim.Report + "/examine", ifMatch: await ETag(interim))).Succeeded();

        Assert.That((taken["receiptCount"], taken["expenditure.amount"]), Is.EqualTo(("1", "20.00")));
        Assert.That(((await Receipts(interim)).Count, (await Receipts(award)).Count), Is.EqualTo((1, 1)));
    }

    /// <summary>The office and the examiner at the same moment after the day: one of them is first.</summary>
    [Test]
    public async Task Mended_and_taken_up_at_once_one_of_them_wins()
    {
        for (var i = 0; i < 4; i++)
        {
            await app.ItIs("2021-03-01");
            var award = await WithReceipts(Receipt("R-1", 10));
            await Return(award, await Submit(award, 10), "2021-03-10");
            await Add(award, Receipt("R-2", 5));
            var tag = (await Write(award)).ETag;
            await app.ItIs("2021-03-11");

            var answers = await Task.WhenAll(
                app.As(award.Applicant).Post(award.Report + "/submit", new { expenditure = Money(15) }, tag),
                app.As("finance-1").Post(award.Report + "/examine", ifMatch: tag));

            Assert.That(answers.Count(answer => answer.Code is null), Is.EqualTo(1));
            var report = (await app.As("auditor-1").Get(award.Report)).Succeeded();
            Assert.That((report["status"], report["receiptCount"], report["expenditure.amount"]), Is.EqualTo(
                answers[0].Code is null ? ("submitted", "2", "15.00") : ("in-examination", "1", "10.00")));
        }
    }

    /// <summary>The return and the acceptance of one examination, at the same moment.</summary>
    [Test]
    public async Task Of_a_return_and_an_acceptance_at_once_one_wins()
    {
        foreach (var _ in Enumerable.Range(0, 8))
        {
            var award = await WithReceipts(Receipt("R-1", 10));
            var found = await Found(award, 10);

            var answers = await Task.WhenAll(
                app.As("finance-1").Post(award.Report + "/return", Points, found.ETag), Accept(award, "finance-2", found.ETag));

            Assert.That(answers.Count(answer => answer.Code is null), Is.EqualTo(1));
            var status = (await app.As("auditor-1").Get(award.Report)).Succeeded()["status"];
            Assert.That(status, Is.EqualTo(answers[0].Code is null ? "returned" : "accepted"));
            Assert.That(await Claims(award), Has.Count.EqualTo(answers[0].Code is null ? 0 : 1));
        }
    }

    Task<Answer> Return(SeededAward award, Answer seen, string? mendBy) => app.As("finance-1").Post(
        award.Report + "/return", new { points = new[] { new { text = "Der Sachbericht fehlt in Teilen." } }, mendBy }, seen.ETag);

    async Task<bool> Overdue(SeededAward award) => (await app.As("auditor-1").Get($"/spending-reports?awardId={award.Id}&overdue=true"))
        .Succeeded().Json.GetProperty("items").GetArrayLength() == 1;

    /// <summary>What an office says of a receipt.</summary>
    static string Content(JsonElement receipt) => string.Join(' ',
        ((string[])["number", "paidOn", "payee", "purpose", "category", "amount"]).Select(name => receipt.GetProperty(name).ToString()));

    static object Points => new { points = new[] { new { text = "Der Sachbericht fehlt in Teilen." } } };
}
