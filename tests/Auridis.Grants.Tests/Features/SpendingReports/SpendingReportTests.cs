using System.Globalization;
using System.Net;
using System.Text.Json;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.SpendingReports;

[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
public sealed class SpendingReportTests(DatabaseKind kind)
{
    GrantsApp app = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        app = await GrantsApp.Start(kind);
        (await app.As("admin-1").Put("/clock", new { now = "2021-03-01T08:00:00Z" })).Succeeded();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    static object Money(decimal euros) => new { amount = euros.ToString("0.00", CultureInfo.InvariantCulture), currency = "EUR" };

    static object Receipt(string number, decimal euros, string category = "personnel", string paidOn = "2019-06-03",
        string? payee = null) =>
        new { number, paidOn, payee = payee ?? $"Payee of {number}", purpose = "Network", category, amount = Money(euros) };

    static object Batch(params object[] receipts) => new { receipts };

    async Task<SeededAward> WithReceipts(params object[] receipts)
    {
        var award = await SeededAward.Insert(app);
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(receipts))).Succeeded();
        return award;
    }

    async Task<string> ETag(SeededAward award) => (await app.As("auditor-1").Get(award.Report)).Succeeded().ETag!;

    async Task<Answer> Write(SeededAward award, decimal own = 0, decimal thirdParty = 0) =>
        (await app.As(award.Applicant)
            .Put(award.Report, new { narrative = "We met.\nWe worked.", ownFunds = Money(own), thirdPartyIncome = Money(thirdParty) },
            await ETag(award))).Succeeded();

    async Task<Answer> Submit(SeededAward award, decimal expenditure) =>
        (await app.As(award.Applicant).Post(award.Report + "/submit", new { expenditure = Money(expenditure) }, (await Write(award)).ETag))
            .Succeeded();

    async Task<Answer> Examine(SeededAward award, decimal expenditure) =>
        (await app.As("finance-1").Post(award.Report + "/examine", ifMatch: (await Submit(award, expenditure)).ETag)).Succeeded();

    /// <summary>Examined, with the findings that there is nothing to find.</summary>
    async Task<Answer> Found(SeededAward award, decimal expenditure) =>
        (await app.As("finance-1").Put(award.Report + "/examination", NoFindings, (await Examine(award, expenditure)).ETag)).Succeeded();

    static object NoFindings => new { findings = Array.Empty<object>() };

    Task<Answer> Accept(SeededAward award, string person, string? ifMatch) =>
        app.As(person).Post(award.Report + "/accept", ifMatch: ifMatch, key: $"accept-{award.ReportId}-{person}");

    async Task<List<JsonElement>> Receipts(SeededAward award) =>
        [.. (await app.As("auditor-1").Get(award.Report + "/receipts?limit=200")).Succeeded().Json.GetProperty("items").EnumerateArray()];

    async Task<List<JsonElement>> Claims(SeededAward award) =>
        [.. (await app.As("auditor-1").Get($"/repayment-claims?awardId={award.Id}")).Succeeded().Json.GetProperty("items")
            .EnumerateArray()];

    Task<List<string>> JournalEvents(SeededAward award) =>
        app.Db.Read(session => session.All<string>("select Event from JournalEntry where AwardId = @Id order by Seq", new { award.Id }),
            CancellationToken.None);

    [Test]
    public async Task A_report_goes_its_whole_way_to_a_claim()
    {
        var award = await WithReceipts(Receipt("P-1", 75_000), Receipt("T-1", 20_000, "training"), Receipt("O-1", 5_000, "other"));
        var examined = await Examine(award, 100_000);
        var receipts = await Receipts(award);

        var found = (await app.As("finance-1").Put(award.Report + "/examination", new
        {
            findings = new[] { new { receiptId = receipts[2].GetProperty("id").GetGuid(), recognised = Money(4_000),
                reason = "A private meal" } },
        }, examined.ETag)).Succeeded();
        Assert.That(found["statement.claim.amount"], Is.EqualTo("4000.00"));
        var accepted = (await Accept(award, "finance-2", found.ETag)).Succeeded();
        Assert.That((accepted["status"], accepted["acceptedOn"]), Is.EqualTo(("partly-accepted", "2021-03-01")));

        // Of the 15,000 beyond the plan of personnel 12,000 are tolerated, and the other lines save 10,000 and 6,000: 3,000 are not
        // covered.
        var statement = (await app.As(award.Applicant).Get(award.Report + "/statement")).Succeeded();
        var lines = statement.Json.GetProperty("lines").EnumerateArray().Select(line => string.Join(' ',
            new[] { "plan", "spent", "deviation", "disallowed", "tolerance", "overrunNotCovered", "recognised" }
                .Select(name => line.GetProperty(name).GetProperty("amount").GetString())));
        var claim = (await Claims(award)).Single();
        var details = (await Receipts(award))[2];
        var events = await JournalEvents(award);
        Assert.Multiple(() =>
        {
            Assert.That(lines, Is.EqualTo(new[]
            {
                "60000.00 75000.00 15000.00 0.00 12000.00 3000.00 72000.00",
                "30000.00 20000.00 -10000.00 0.00 6000.00 0.00 20000.00",
                "10000.00 5000.00 -5000.00 1000.00 2000.00 0.00 4000.00",
            }));
            Assert.That(
                (statement["expenditure.amount"], statement["recognised.amount"], statement["notRecognised.amount"],
                    statement["entitlement.amount"], statement["claim.amount"]),
                Is.EqualTo(("100000.00", "96000.00", "4000.00", "96000.00", "4000.00")));
            Assert.That(
                (claim.GetProperty("reference").GetString(), claim.GetProperty("principal").GetProperty("amount").GetString(),
                    claim.GetProperty("status").GetString()),
                Is.EqualTo((award.Number + "-R1", "4000.00", "claimed")));
            Assert.That((details.GetProperty("recognised").GetProperty("amount").GetString(), details.GetProperty("reason").GetString()),
                Is.EqualTo(("4000.00", "A private meal")));
            Assert.That(events, Is.EqualTo(new[] { "repayment-claim" }));
        });
    }

    [Test]
    public async Task An_accepted_report_without_a_claim_releases_what_is_not_needed()
    {
        var award = await SeededAward.Insert(app, paidCents: 40_000_00, financing: FinancingType.Deficit);
        var applicant = app.As(award.Applicant);
        (await applicant.Post(award.Report + "/receipts", Batch(Receipt("P-1", 50_000)))).Succeeded();
        var written = await Write(award, own: 6_000, thirdParty: 4_000);
        var submitted = (await applicant.Post(award.Report + "/submit", new { expenditure = Money(50_000) }, written.ETag)).Succeeded();
        var examined = (await app.As("finance-1").Post(award.Report + "/examine", ifMatch: submitted.ETag)).Succeeded();
        var found = (await app.As("finance-1").Put(award.Report + "/examination", NoFindings, examined.ETag)).Succeeded();

        Assert.That((await Accept(award, "finance-2", found.ETag)).Succeeded()["status"], Is.EqualTo("accepted"));

        Assert.That(await Claims(award), Is.Empty);
        Assert.That(await JournalEvents(award), Is.EqualTo(new[] { "commitment-release" }));
        Assert.That(await award.Committed(app), Is.EqualTo(40_000_00), "what was not drawn is free for others");
    }

    [Test]
    public async Task Nothing_spent_is_handed_in_only_by_saying_so()
    {
        var award = await SeededAward.Insert(app);
        var applicant = app.As(award.Applicant);
        var draft = (await applicant.Put(award.Report, new { narrative = (string?)null, ownFunds = Money(0), thirdPartyIncome = Money(0) },
            "\"1\"")).Succeeded();
        Assert.That(draft["status"], Is.EqualTo("draft"));
        (await applicant.Post(award.Report + "/submit", new { expenditure = Money(0) }, draft.ETag)).Refused(409, "narrative-missing");

        var written = await Write(award);
        var refused = (await applicant.Post(award.Report + "/submit", new { expenditure = Money(10) }, written.ETag))
            .Refused(409, "expenditure-mismatch");
        Assert.That((refused["declared.amount"], refused["actual.amount"]), Is.EqualTo(("10.00", "0.00")));
        (await applicant.Post(award.Report + "/submit", new { }, written.ETag)).Refused(400, "missing-field");

        var submitted = (await applicant.Post(award.Report + "/submit", new { expenditure = Money(0) }, written.ETag)).Succeeded();
        Assert.That((submitted["status"], submitted["submittedOn"]), Is.EqualTo(("submitted", "2021-03-01")));
    }

    [Test]
    public async Task A_batch_with_three_bad_receipts_names_exactly_those_three()
    {
        var award = await WithReceipts(Receipt("R-1", 100));

        var refused = await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(
            Receipt("R-2", 1), Receipt("R-3", 0), Receipt("R-4", 1, "travel"), Receipt("R-5", 1), Receipt("R-1", 1)));

        refused.Refused(400, "receipts-refused");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name),
            Is.EqualTo(new[] { "/receipts/1/amount", "/receipts/2/category", "/receipts/4/number" }));
        var report = (await app.As(award.Applicant).Get(award.Report)).Succeeded();
        Assert.That((report["receiptCount"], report["expenditure.amount"], report["version"]), Is.EqualTo(("1", "100.00", "2")));
    }

    [Test]
    public async Task An_examination_has_at_most_one_finding_for_each_receipt_that_a_report_takes()
    {
        var findings = Enumerable.Range(0, 5_001)
            .Select(i => new { receiptId = new Guid(i, 0, 0, new byte[8]), recognised = Money(0), reason = (string?)null });
        var refused = (await app.As("finance-1").Put($"/spending-reports/{Guid.Empty}/examination", new { findings }, "\"1\""))
            .Refused(400, "validation-failed");
        Assert.That(refused["errors"], Is.EqualTo("""{"/findings":["At most 5000 items."]}"""));
    }

    [Test]
    public async Task A_batch_has_1_to_200_receipts()
    {
        var award = await SeededAward.Insert(app);
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch())).Refused(400, "validation-failed");
        var large = (await app.As(award.Applicant).Post(award.Report + "/receipts",
            Batch([.. Enumerable.Range(1, 201).Select(i => Receipt($"R-{i}", 1))]))).Refused(400, "validation-failed");
        Assert.That(large["errors"], Is.EqualTo("""{"/receipts":["At most 200 items."]}"""));
        var added = (await app.As(award.Applicant)
            .Post(award.Report + "/receipts", Batch([.. Enumerable.Range(1, 200).Select(i => Receipt($"R-{i}", i))]))).Succeeded();
        Assert.That((added.Status, added["receiptCount"], added["expenditure.amount"], added.ETag),
            Is.EqualTo((HttpStatusCode.Created, "200", "20100.00", "\"2\"")));

        var first = (await app.As(award.Applicant).Get(award.Report + "/receipts?limit=150")).Succeeded();
        var second = (await app.As(award.Applicant).Get($"{award.Report}/receipts?limit=150&cursor={first["nextCursor"]}")).Succeeded();
        var numbers = new[] { first, second }.SelectMany(page => page.Json.GetProperty("items").EnumerateArray())
            .Select(item => item.GetProperty("number").GetString());
        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, 200).Select(i => $"R-{i}")));
    }

    [Test]
    public async Task A_report_has_a_largest_sum()
    {
        var award = await WithReceipts(Receipt("R-1", 999_999_999.98m));
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("R-2", 0.02m)))).Refused(409, "report-full");
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("R-2", 0.01m)))).Succeeded();
    }

    [Test]
    public async Task Parallel_additions_lose_no_receipt()
    {
        var award = await SeededAward.Insert(app);

        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(i =>
            app.As(award.Applicant).Post(award.Report + "/receipts",
                Batch(Receipt($"A-{i}", i), Receipt($"B-{i}", 10 * i), Receipt($"C-{i}", 0.01m)))));

        foreach (var answer in answers)
            answer.Succeeded();
        var report = (await app.As(award.Applicant).Get(award.Report)).Succeeded();
        var receipts = await Receipts(award);
        Assert.Multiple(() =>
        {
            Assert.That((report["receiptCount"], report["expenditure.amount"], report["version"]), Is.EqualTo(("36", "858.12", "13")));
            Assert.That(receipts, Has.Count.EqualTo(36));
            Assert.That(receipts.Sum(receipt => decimal.Parse(receipt.GetProperty("amount").GetProperty("amount").GetString()!,
                CultureInfo.InvariantCulture)), Is.EqualTo(858.12m));
        });
    }

    [Test]
    public async Task The_same_receipt_sent_by_many_at_once_is_there_once()
    {
        var award = await SeededAward.Insert(app);
        var answers = await Task.WhenAll(
            Enumerable.Range(1, 6).Select(_ => app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("R-1", 5)))));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Status != HttpStatusCode.Created).Select(answer => answer.Code),
            Is.All.EqualTo("receipts-refused"));
        Assert.That(await Receipts(award), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Receipts_outside_the_period_or_paid_twice_are_flagged()
    {
        var award = await WithReceipts(
            Receipt("R-1", 10, payee: "Moderation Nord"), Receipt("r-1", 10, payee: "MODERATION  nord"),
            Receipt("R-3", 10, payee: "Moderation Süd"),
            Receipt("R-4", 10, payee: "Moderation Nord", paidOn: "2019-06-04"), Receipt("R-5", 1, paidOn: "2018-12-31"),
            Receipt("R-6", 1, paidOn: "2020-12-31"));
        var later = (await app.As(award.Applicant)
            .Post(award.Report + "/receipts", Batch(Receipt("R-7", 10, payee: "moderation süd", paidOn: "2019-06-03")))).Succeeded();
        Assert.That(later.Json.GetProperty("receipts")[0].GetProperty("flags")[0].GetString(), Is.EqualTo("paid-twice"));

        var flags = (await Receipts(award))
            .Select(receipt => string.Join(' ', receipt.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString())));
        Assert.That(flags, Is.EqualTo(new[] { "paid-twice", "paid-twice", "paid-twice", "", "outside-period", "", "paid-twice" }));
    }

    [Test]
    public async Task A_receipt_is_taken_out_of_a_draft()
    {
        var award = await WithReceipts(Receipt("R-1", 10), Receipt("R-2", 5));
        var other = await WithReceipts(Receipt("R-1", 10));
        var path = $"{award.Report}/receipts/{(await Receipts(award))[0].GetProperty("id").GetString()}";
        var foreign = $"{award.Report}/receipts/{(await Receipts(other))[0].GetProperty("id").GetString()}";

        (await app.As(award.Applicant).Delete(foreign, "\"2\"")).Refused(404, "not-found");
        (await app.As(award.Applicant).Delete(path, "\"1\"")).Refused(412, "stale-version");
        (await app.As(award.Applicant).Delete(path, "\"2\"")).Succeeded();

        var report = (await app.As(award.Applicant).Get(award.Report)).Succeeded();
        Assert.That((report["receiptCount"], report["expenditure.amount"], report.ETag), Is.EqualTo(("1", "5.00", "\"3\"")));
        Assert.That((await Receipts(award)).Single().GetProperty("number").GetString(), Is.EqualTo("R-2"));
    }

    [Test]
    public async Task A_submitted_report_is_frozen()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        var receipt = $"{award.Report}/receipts/{(await Receipts(award))[0].GetProperty("id").GetString()}";
        var submitted = await Submit(award, 10);
        var applicant = app.As(award.Applicant);

        (await applicant.Put(award.Report, new { narrative = "Other", ownFunds = Money(0), thirdPartyIncome = Money(0) }, submitted.ETag))
            .Refused(409, "wrong-state");
        (await applicant.Post(award.Report + "/receipts", Batch(Receipt("R-2", 10)))).Refused(409, "wrong-state");
        (await applicant.Delete(receipt, submitted.ETag)).Refused(409, "wrong-state");
        (await applicant.Post(award.Report + "/submit", new { expenditure = Money(10) }, submitted.ETag)).Refused(409, "wrong-state");
        (await app.As("finance-1").Put(award.Report + "/examination", new { findings = Array.Empty<object>() }, submitted.ETag))
            .Refused(409, "wrong-state");
        Assert.That((await app.As(award.Applicant).Get(award.Report)).ETag, Is.EqualTo(submitted.ETag));
    }

    [Test]
    public async Task Findings_are_the_examiners_and_replace_each_other()
    {
        var award = await WithReceipts(Receipt("R-1", 10), Receipt("R-2", 20));
        var ids = (await Receipts(award)).Select(receipt => receipt.GetProperty("id").GetGuid()).ToList();
        var examined = await Examine(award, 30);
        object Findings(params (Guid Id, decimal Recognised, string? Reason)[] findings) =>
            new { findings = findings.Select(finding =>
                new { receiptId = finding.Id, recognised = Money(finding.Recognised), reason = finding.Reason }) };

        (await app.As("finance-2").Put(award.Report + "/examination", Findings(), examined.ETag)).Refused(403, "not-the-examiner");
        var refused = (await app.As("finance-1").Put(award.Report + "/examination",
            Findings((ids[0], 11, "Too much"), (ids[1], 19, null), (award.Id, 0, "Unknown")), examined.ETag))
            .Refused(400, "findings-refused");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name),
            Is.EqualTo(new[] { "/findings/0/recognised", "/findings/1/reason", "/findings/2/receiptId" }));

        var first = (await app.As("finance-1")
            .Put(award.Report + "/examination", Findings((ids[0], 0, "Private"), (ids[1], 20, null)), examined.ETag)).Succeeded();
        Assert.That(first["statement.recognised.amount"], Is.EqualTo("20.00"));
        var second = (await app.As("finance-1").Put(award.Report + "/examination", Findings((ids[1], 19.99m, "Deposit")), first.ETag))
            .Succeeded();
        Assert.That(second["statement.recognised.amount"], Is.EqualTo("29.99"));
    }

    [Test]
    public async Task The_examiner_does_not_accept_their_own_examination()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        var examined = await Found(award, 10);

        var refused = (await Accept(award, "finance-1", examined.ETag)).Refused(403, "four-eyes");
        Assert.That(refused["earlier"], Is.EqualTo("examiner"));
        (await app.As("finance-2").Post(award.Report + "/accept", ifMatch: examined.ETag)).Refused(400, "idempotency-key-missing");
        (await Accept(award, "finance-2", examined.ETag)).Succeeded();
    }

    [Test]
    public async Task A_subject_in_capitals_is_the_same_examiner()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        var examined = await Examine(award, 10);
        var same = app.With(Tokens.InCapitals(app, "finance-1"));

        var recorded = (await same.Put(award.Report + "/examination", new { findings = Array.Empty<object>() }, examined.ETag)).Succeeded();
        var refused = await same.Post(award.Report + "/accept", ifMatch: recorded.ETag, key: award.ReportId.ToString());

        Assert.That(refused.Refused(403, "four-eyes")["earlier"], Is.EqualTo("examiner"));
    }

    [Test]
    public async Task Nothing_is_accepted_that_nobody_has_examined()
    {
        var award = await WithReceipts(Receipt("R-1", 10, payee: "Same"), Receipt("R-2", 10, payee: "Same"),
            Receipt("R-3", 5, paidOn: "2018-12-31"), Receipt("R-4", 20));
        var ids = (await Receipts(award)).Select(receipt => receipt.GetProperty("id").GetGuid()).ToList();
        object Findings(params int[] receipts) =>
            new { findings = receipts.Select(i => new { receiptId = ids[i], recognised = Money(0), reason = "Looked at" }) };

        var examined = await Examine(award, 45);
        Assert.That((await Accept(award, "finance-2", examined.ETag)).Refused(409, "examination-incomplete")["missing"], Is.EqualTo("3"));
        var some = (await app.As("finance-1").Put(award.Report + "/examination", Findings(0, 3), examined.ETag)).Succeeded();
        Assert.That((await Accept(award, "finance-2", some.ETag)).Refused(409, "examination-incomplete")["missing"], Is.EqualTo("2"));
        var all = (await app.As("finance-1").Put(award.Report + "/examination", Findings(0, 1, 2), some.ETag)).Succeeded();
        (await Accept(award, "finance-2", all.ETag)).Succeeded();

        var plain = await WithReceipts(Receipt("R-1", 10));
        var started = await Examine(plain, 10);
        Assert.That((await Accept(plain, "finance-2", started.ETag)).Refused(409, "examination-incomplete")["missing"], Is.EqualTo("0"));
    }

    [Test]
    public async Task Another_person_takes_an_examination_over()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        var receipt = (await Receipts(award))[0].GetProperty("id").GetGuid();
        object Recognised(decimal euros) =>
            new { findings = new[] { new { receiptId = receipt, recognised = Money(euros), reason = "Looked at" } } };
        var examined = await Examine(award, 10);
        var found = (await app.As("finance-1").Put(award.Report + "/examination", Recognised(4), examined.ETag)).Succeeded();

        (await app.As("finance-1").Post(award.Report + "/examine", ifMatch: found.ETag)).Refused(409, "wrong-state");
        var taken = (await app.As("finance-2").Post(award.Report + "/examine", ifMatch: found.ETag)).Succeeded();

        Assert.That((await app.As("auditor-1").Get(award.Report + "/statement"))["recognised.amount"], Is.EqualTo("4.00"),
            "the findings stay");
        (await app.As("finance-1").Put(award.Report + "/examination", Recognised(5), taken.ETag)).Refused(403, "not-the-examiner");
        (await Accept(award, "finance-1", taken.ETag)).Refused(403, "four-eyes");
        (await Accept(award, "finance-2", taken.ETag)).Refused(403, "four-eyes");
        var again = (await app.As("finance-2").Put(award.Report + "/examination", Recognised(6), taken.ETag)).Succeeded();
        (await Accept(award, "finance-3", again.ETag)).Succeeded();
        var events = await app.Db.Read(session => session.All<string>(
            "select Action from AuditEvent where ResourceId = @ReportId and Action like '%examination%' order by Seq",
            new { award.ReportId }), CancellationToken.None);
        Assert.That(events, Is.EqualTo(new[] { "spending-report.examination-started", "spending-report.examination-taken-over" }));
    }

    [Test]
    public async Task The_audit_trail_says_what_was_found_on_which_receipt()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        var receipt = (await Receipts(award))[0].GetProperty("id").GetString();
        (await app.As("finance-1").Put(award.Report + "/examination",
            new { findings = new[] { new { receiptId = receipt, recognised = Money(4), reason = "Für Frau Müller" } } },
            (await Examine(award, 10)).ETag)).Succeeded();

        var details = await app.Db.Read(session => session.One<string>(
            "select Details from AuditEvent where ResourceId = @ReportId and Action = 'spending-report.findings-recorded'",
            new { award.ReportId }), CancellationToken.None);
        var finding = JsonDocument.Parse(details).RootElement.GetProperty("findings")[0];
        Assert.That((finding.GetProperty("receiptId").GetString(), finding.GetProperty("recognised").GetProperty("amount").GetString()),
            Is.EqualTo((receipt, "4.00")));
        Assert.That(details, Does.Not.Contain("ller"));
    }

    [Test]
    public async Task What_a_site_is_entitled_to_is_paid_after_the_report()
    {
        var award = await SeededAward.Insert(app, paidCents: 40_000_00);
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("P-1", 50_000)))).Succeeded();
        (await Accept(award, "finance-2", (await Found(award, 50_000)).ETag)).Succeeded();

        // Of the 100,000 the site has 40,000 and is entitled to 10,000 more.
        Assert.That(await award.Committed(app), Is.EqualTo(50_000_00));
        Assert.That(await app.Balance(award.Id, "9000"), Is.EqualTo(-50_000_00),
            "of the promise, which no test posted, the other half is void");
        (await Request(award, 10_000.01m)).Refused(409, "final-report-accepted");
        var paid = await app.Settle((await Request(award, 10_000)).Succeeded());
        (await Request(award, 0.01m)).Refused(409, "final-report-accepted");

        // It comes back: the promise stands again, and the site may ask anew.
        await app.Return(paid, "2021-03-01");
        Assert.That(await award.Committed(app), Is.EqualTo(50_000_00));
        Assert.That(await JournalEvents(award),
            Is.EqualTo(new[] { "commitment-release", "payable", "settlement", "commitment-use", "return", "commitment-restore" }));
        (await Request(award, 10_000)).Succeeded();
    }

    [Test]
    public async Task A_return_after_acceptance_reduces_the_claim()
    {
        // Paid 100,000, entitled to 30,000: 70,000 are claimed. Then the bank returns the whole payment.
        var award = await WithReceipts(Receipt("P-1", 30_000));
        (await Accept(award, "finance-2", (await Found(award, 30_000)).ETag)).Succeeded();
        Assert.That(await award.Committed(app), Is.EqualTo(100_000_00));
        await app.Return((await app.As("finance-1").Get($"/disbursements/{award.PaymentId}")).Succeeded(), "2021-02-26");

        var posted = await app.Db.Read(session => session.All<DateOnly>(
            "select PostedOn from JournalEntry where AwardId = @Id and Event in ('repayment-claim-reduction', 'return') order by Event",
            new { award.Id }), CancellationToken.None);
        Assert.That(posted, Is.EqualTo(new[] { new DateOnly(2021, 3, 1), new DateOnly(2021, 2, 26) }),
            "a claim is not reduced before it was made");
        var claim = (await Claims(award)).Single();
        string Of(string name) => claim.GetProperty(name).GetProperty("amount").GetString()!;
        await Assert.MultipleAsync(async () =>
        {
            Assert.That((claim.GetProperty("status").GetString(), Of("principal"), Of("reduced"), Of("open")),
                Is.EqualTo(("cancelled", "70000.00", "70000.00", "0.00")));
            Assert.That(await JournalEvents(award),
                Is.EqualTo(new[] { "repayment-claim", "repayment-claim-reduction", "return", "commitment-restore" }));
            Assert.That((await app.Balance(award.Id, "1400"), await app.Balance(award.Id, "4900"), await app.Balance(award.Id, "9000")),
                Is.EqualTo((0L, 0L, 30_000_00L)));
            Assert.That(await award.Committed(app), Is.EqualTo(30_000_00));
        });
        (await Request(award, 30_000)).Succeeded();
    }

    [Test]
    public async Task A_return_is_refused_when_the_site_has_paid_the_claim_back()
    {
        var award = await WithReceipts(Receipt("P-1", 30_000));
        (await Accept(award, "finance-2", (await Found(award, 30_000)).ETag)).Succeeded();
        var claim = $"/repayment-claims/{(await Claims(award)).Single().GetProperty("id").GetString()}";
        (await app.As("finance-3").Post(claim + "/receipts",
            new { amount = Money(0.01m), receivedOn = "2021-03-01", bankReference = "R-1" }, key: Payments.Key)).Succeeded();
        var payment = (await app.As("finance-1").Get($"/disbursements/{award.PaymentId}")).Succeeded();
        var recorded = (await app.Step("finance-1", payment, "return", Payments.Returned("2021-03-01"))).Succeeded();

        var refused = (await app.Step("finance-2", recorded, "confirm-return")).Refused(409, "claim-paid-already");

        Assert.That((refused["open.amount"], refused["reduction.amount"]), Is.EqualTo(("69999.99", "70000.00")));
        Assert.That((await app.As("finance-1").Get($"/disbursements/{award.PaymentId}"))["status"], Is.EqualTo("settled"));
    }

    [Test]
    public async Task A_return_and_the_repayment_of_the_same_money_meet_and_one_of_them_wins()
    {
        for (var round = 0; round < 4; round++)
        {
            var award = await WithReceipts(Receipt("P-1", 30_000));
            (await Accept(award, "finance-2", (await Found(award, 30_000)).ETag)).Succeeded();
            var claim = $"/repayment-claims/{(await Claims(award)).Single().GetProperty("id").GetString()}";
            var recorded = (await app.Step("finance-1", (await app.As("finance-1").Get($"/disbursements/{award.PaymentId}")).Succeeded(),
                "return", Payments.Returned("2021-03-01"))).Succeeded();

            var answers = await Task.WhenAll(
                app.As("finance-3").Post(claim + "/receipts",
                    new { amount = Money(70_000), receivedOn = "2021-03-01", bankReference = "R-1" }, key: Payments.Key),
                app.Step("finance-2", recorded, "confirm-return"));

            Assert.That(answers.Count(answer => answer.Code is null), Is.EqualTo(1));
            Assert.That(answers.Select(answer => answer.Code), Is.All.AnyOf(null, "wrong-state", "claim-exceeded", "claim-paid-already"));
            Assert.That((await app.As("auditor-1").Get(claim))["open.amount"], Is.EqualTo("0.00"));
            Assert.That(await app.Balance(award.Id, "1400"), Is.Zero);
        }
    }

    Task<Answer> Request(SeededAward award, decimal euros) => app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements",
        new { amount = Money(euros), purpose = "Holdback", unspent = Money(0), bankAccountId = award.BankAccountId }, key: Payments.Key);

    [Test]
    public async Task Acceptance_waits_for_open_payments()
    {
        var award = await SeededAward.Insert(app, paidCents: 50_000_00, drawnCents: 60_000_00);
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("R-1", 50_000)))).Succeeded();
        var examined = await Found(award, 50_000);

        var refused = (await Accept(award, "finance-2", examined.ETag)).Refused(409, "payments-open");
        Assert.That(refused["open.amount"], Is.EqualTo("10000.00"));
        Assert.That((await app.As("auditor-1").Get(award.Report))["status"], Is.EqualTo("in-examination"));
    }

    [Test]
    public async Task Accepting_many_times_at_once_has_one_effect()
    {
        var award = await WithReceipts(Receipt("R-1", 90_000));
        var examined = await Found(award, 90_000);

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i =>
            app.As(i % 2 == 0 ? "finance-2" : "finance-3")
                .Post(award.Report + "/accept", ifMatch: examined.ETag, key: $"{award.ReportId}-{i}")));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Status != HttpStatusCode.OK).Select(answer => answer.Code),
            Is.All.EqualTo("stale-version"));
        Assert.That(await Claims(award), Has.Count.EqualTo(1));
        Assert.That(await JournalEvents(award), Is.EqualTo(new[] { "repayment-claim" }));
    }

    [Test]
    public async Task An_accepted_statement_stays_as_it_was()
    {
        var award = await WithReceipts(Receipt("R-1", 50_000));
        (await Accept(award, "finance-2", (await Found(award, 50_000)).ETag)).Succeeded();
        var before = (await app.As("auditor-1").Get(award.Report + "/statement")).Succeeded().Text;

        await app.Db.Write<bool>(Author.System(TimeProvider.System), async tx =>
            await tx.Execute("update Award set PaidCents = PaidCents - 100 where Id = @Id", new { award.Id }) == 1, CancellationToken.None);

        Assert.That((await app.As("auditor-1").Get(award.Report + "/statement")).Text, Is.EqualTo(before));
    }

    [Test]
    public async Task Another_office_sees_nothing_of_a_report()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        var neighbour = app.As((await SeededAward.Insert(app)).Applicant);

        (await neighbour.Get(award.Report)).Refused(404, "not-found");
        (await neighbour.Get(award.Report + "/receipts")).Refused(404, "not-found");
        (await neighbour.Get(award.Report + "/statement")).Refused(404, "not-found");
        (await neighbour.Post(award.Report + "/receipts", Batch(Receipt("R-2", 10)))).Refused(404, "not-found");
        (await neighbour.Put(award.Report, new { narrative = "x", ownFunds = Money(0), thirdPartyIncome = Money(0) }, "\"2\""))
            .Refused(404, "not-found");
        (await neighbour.Post(award.Report + "/submit", new { expenditure = Money(10) }, "\"2\"")).Refused(404, "not-found");
        Assert.That((await neighbour.Get($"/spending-reports?awardId={award.Id}")).Succeeded().Json.GetProperty("items")
            .GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Only_finance_examines_and_only_the_office_writes()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        (await app.As("caseworker-1").Post(award.Report + "/receipts", Batch(Receipt("R-2", 1)))).Refused(403, "forbidden");
        var submitted = await Submit(award, 10);
        (await app.As("caseworker-1").Post(award.Report + "/examine", ifMatch: submitted.ETag)).Refused(403, "forbidden");
        (await app.As(award.Applicant).Post(award.Report + "/examine", ifMatch: submitted.ETag)).Refused(403, "forbidden");
        (await app.As("funder-1").Get(award.Report)).Refused(403, "forbidden");
    }

    [Test]
    public async Task Reports_are_listed_by_award_status_office_and_overdue()
    {
        var due = await SeededAward.Insert(app, dueOn: new DateOnly(2021, 3, 1));
        var late = await SeededAward.Insert(app, dueOn: new DateOnly(2021, 2, 28));
        var done = await SeededAward.Insert(app, dueOn: new DateOnly(2021, 2, 28));
        await Submit(done, 0);
        async Task<List<string>> Ids(string query) =>
            [.. (await app.As("caseworker-1").Get("/spending-reports?limit=200&" + query)).Succeeded().Json.GetProperty("items")
                .EnumerateArray().Select(item => item.GetProperty("awardId").GetString()!)];

        Assert.That(await Ids("overdue=true"), Is.EqualTo(new[] { late.Id.ToString() }));
        Assert.That(await Ids("overdue=false"),
            Does.Contain(due.Id.ToString()).And.Contains(done.Id.ToString()).And.Not.Contains(late.Id.ToString()));
        Assert.That(await Ids($"officeAgs={done.Ags}&status=submitted"), Is.EqualTo(new[] { done.Id.ToString() }));
        Assert.That(await Ids($"officeAgs={done.Ags}&status=due"), Is.Empty);
        Assert.That(await Ids($"awardId={due.Id}"), Is.EqualTo(new[] { due.Id.ToString() }));
        Assert.That(await Ids($"awardId={due.Id}&overdue=true"), Is.Empty);
    }
}
