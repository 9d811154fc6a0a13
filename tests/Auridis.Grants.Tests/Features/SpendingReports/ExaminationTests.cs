using System.Text.Json;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Findings on receipts, and the person who answers for them.</summary>
public sealed class ExaminationTests(DatabaseKind kind) : ReportFixture(kind)
{
    [Test]
    public async Task A_request_has_at_most_200_findings()
    {
        var findings = Enumerable.Range(0, 201)
            .Select(i => new { receiptId = new Guid(i, 0, 0, new byte[8]), recognised = Money(0), reason = (string?)null });
        var refused = (await app.As("finance-1").Post($"/spending-reports/{Guid.Empty}/findings", new { findings }, "\"1\""))
            .Refused(400, "validation-failed");
        Assert.That(refused["errors"], Is.EqualTo("""{"/findings":["At most 200 items."]}"""));
    }

    [Test]
    public async Task Findings_are_the_examiners_and_each_replaces_the_one_on_its_receipt()
    {
        var award = await WithReceipts(Receipt("R-1", 10), Receipt("R-2", 20));
        var ids = await Ids(award);
        var examined = await Examine(award, 30);

        (await Record("finance-2", award, Findings(), examined.ETag)).Refused(403, "not-the-examiner");
        var refused = (await Record(
            "finance-1", award, Findings((ids[0], 11, "Too much"), (ids[1], 19, null), (award.Id, 0, "Unknown")), examined.ETag))
            .Refused(400, "findings-refused");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name),
            Is.EqualTo(new[] { "/findings/0/recognised", "/findings/1/reason", "/findings/2/receiptId" }));

        var first = (await Record("finance-1", award, Findings((ids[0], 0, "Private"), (ids[1], 20, null)), examined.ETag)).Succeeded();
        Assert.That(first["statement.recognised.amount"], Is.EqualTo("20.00"));
        var second = (await Record("finance-1", award, Findings((ids[1], 19.99m, "Deposit")), first.ETag)).Succeeded();
        Assert.That(second["statement.recognised.amount"], Is.EqualTo("19.99"), "the finding on the first receipt stays");
    }

    [Test]
    public async Task A_finding_is_taken_back()
    {
        var award = await WithReceipts(Receipt("R-1", 10), Receipt("R-2", 20));
        var ids = await Ids(award);
        var found = (await Record(
            "finance-1", award, Findings((ids[0], 1, "Private"), (ids[1], 2, "Private")), (await Examine(award, 30)).ETag)).Succeeded();
        object TakeBack(params Guid[] takenBack) => new { findings = Array.Empty<object>(), takenBack };

        var refused = (await Record("finance-1", award, TakeBack(ids[0], award.Id), found.ETag)).Refused(400, "findings-refused");
        Assert.That(refused["errors"], Is.EqualTo("""{"/takenBack/1":["The report has no such receipt."]}"""));
        var finding = new { receiptId = ids[0], recognised = Money(10), reason = (string?)null };
        var both = (await Record("finance-1", award, new { findings = new[] { finding }, takenBack = ids }, found.ETag))
            .Refused(400, "validation-failed");
        Assert.That(both["errors"], Is.EqualTo("""{"/takenBack":["A receipt cannot get a finding and lose it."]}"""));

        var back = (await Record("finance-1", award, TakeBack(ids[0]), found.ETag)).Succeeded();
        Assert.That(back["statement.recognised.amount"], Is.EqualTo("12.00"));
        var receipt = (await Receipts(award))[0];
        Assert.That((receipt.GetProperty("recognised").ValueKind, receipt.GetProperty("reason").ValueKind),
            Is.EqualTo((JsonValueKind.Null, JsonValueKind.Null)));
    }

    /// <summary>Personnel spends 80,000.00 of 60,000.00, and the other lines save 25,000.00: 8,000.00 are beyond the tolerance.</summary>
    [Test]
    public async Task The_tolerance_of_a_line_is_lifted_for_official_conditions()
    {
        var award = await WithReceipts(Receipt("P-1", 80_000), Receipt("T-1", 15_000, "training"));
        var examined = await Examine(award, 95_000);
        object Lift(params (string Category, string Reason)[] lines) => new
        {
            findings = Array.Empty<object>(),
            lifted = lines.Select(line => new { category = line.Category, reason = line.Reason }),
        };

        var refused = (await Record("finance-1", award, Lift(("personnel", "Auflage des Landes"), ("rent", "Keine")), examined.ETag))
            .Refused(400, "findings-refused");
        Assert.That(refused["errors"], Is.EqualTo("""{"/lifted/1/category":["The award has no such line."]}"""));
        var twice = (await Record("finance-1", award, Lift(("training", "A"), ("training", "B")), examined.ETag))
            .Refused(400, "validation-failed");
        Assert.That(twice["errors"], Does.Contain("/lifted"));
        (await Record("finance-1", award, Lift(("training", "")), examined.ETag)).Refused(400, "validation-failed");

        var strict = (await Record("finance-1", award, Findings(), examined.ETag)).Succeeded();
        Assert.That((strict["statement.recognised.amount"], Personnel(strict)),
            Is.EqualTo(("87000.00", ("12000.00", (string?)null, "8000.00"))));
        var lifted = (await Record("finance-1", award, Lift(("personnel", "Auflage des Landes")), strict.ETag)).Succeeded();
        Assert.That((lifted["statement.recognised.amount"], Personnel(lifted)),
            Is.EqualTo(("95000.00", ((string?)null, "Auflage des Landes", "0.00"))));
        var kept = (await Record("finance-1", award, Findings(), lifted.ETag)).Succeeded();
        Assert.That(kept["statement.recognised.amount"], Is.EqualTo("95000.00"), "what is not named stays");
        var back = (await Record("finance-1", award, Lift(), kept.ETag)).Succeeded();
        Assert.That(back["statement.recognised.amount"], Is.EqualTo("87000.00"));

        static (string? Tolerance, string? Reason, string? NotCovered) Personnel(Answer recorded)
        {
            var line = recorded.Json.GetProperty("statement").GetProperty("lines")[0];
            var tolerance = line.GetProperty("tolerance");
            return (tolerance.ValueKind is JsonValueKind.Null ? null : tolerance.GetProperty("amount").GetString(),
                line.GetProperty("liftedReason").GetString(), line.GetProperty("overrunNotCovered").GetProperty("amount").GetString());
        }
    }

    /// <summary>Personnel spends 80,000.00 of 60,000.00, and the other lines save 15,000.00.</summary>
    [Test]
    public async Task What_is_lifted_needs_savings_all_the_same()
    {
        var award = await WithReceipts(Receipt("P-1", 80_000), Receipt("T-1", 25_000, "training"));
        var lifted = (await Record("finance-1", award, new
        {
            findings = Array.Empty<object>(),
            lifted = new[] { new { category = "personnel", reason = "Auflage des Landes" } },
        }, (await Examine(award, 105_000)).ETag)).Succeeded();

        Assert.That((lifted["statement.recognised.amount"], lifted["statement.notRecognised.amount"]),
            Is.EqualTo(("100000.00", "5000.00")));
    }

    [Test]
    public async Task Whose_lifting_stands_does_not_accept_the_report()
    {
        var award = await WithReceipts(Receipt("P-1", 70_000));
        var lifted = (await Record("finance-1", award, new
        {
            findings = Array.Empty<object>(),
            lifted = new[] { new { category = "personnel", reason = "Auflage des Landes" } },
        }, (await Examine(award, 70_000)).ETag)).Succeeded();
        var taken = (await app.As("finance-2").Post(award.Report + "/examine", ifMatch: lifted.ETag)).Succeeded();
        var recorded = (await Record("finance-2", award, Findings(), taken.ETag)).Succeeded();

        Assert.That((await Accept(award, "finance-1", recorded.ETag)).Refused(403, "four-eyes")["earlier"], Is.EqualTo("examiner"));
        (await Accept(award, "finance-3", recorded.ETag)).Succeeded();
    }

    [Test]
    public async Task With_a_fixed_amount_there_is_no_tolerance_to_lift()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 100_000_00);
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("P-1", 90_000)))).Succeeded();
        var examined = await Examine(award, 90_000);

        var refused = (await Record("finance-1", award, new
        {
            findings = Array.Empty<object>(),
            lifted = new[] { new { category = "personnel", reason = "Auflage des Landes" } },
        }, examined.ETag)).Refused(400, "findings-refused");
        Assert.That(refused["errors"], Is.EqualTo("""{"/lifted/0/category":["With a fixed amount the plan limits no line."]}"""));
        var statement = (await app.As("auditor-1").Get(award.Report + "/statement")).Succeeded();
        Assert.That((statement["recognised.amount"], statement.Json.GetProperty("lines")[0].GetProperty("tolerance").ValueKind),
            Is.EqualTo(("90000.00", JsonValueKind.Null)));
    }

    /// <summary>More receipts than a request has findings, with the longest reasons: what one request for all could not carry.</summary>
    [Test]
    public async Task A_large_report_is_examined_in_parts()
    {
        var award = await WithReceipts([.. Enumerable.Range(1, 200).Select(i => Receipt($"R-{i}", 1))]);
        var more = Batch([.. Enumerable.Range(201, 50).Select(i => Receipt($"R-{i}", 1))]);
        (await app.As(award.Applicant).Post(award.Report + "/receipts", more)).Succeeded();
        var ids = await Ids(award);
        var examined = await Examine(award, 250);
        var reason = new string('ß', 2000);

        var tag = examined.ETag;
        foreach (var part in ids.Chunk(200))
            tag = (await Record("finance-1", award, Findings([.. part.Select(id => (id, 0.50m, (string?)reason))]), tag)).Succeeded().ETag;

        Assert.That((await app.As("auditor-1").Get(award.Report + "/statement"))["recognised.amount"], Is.EqualTo("125.00"));
        (await Accept(award, "finance-2", tag)).Succeeded();
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

        var recorded = (await same.Post(award.Report + "/findings", new { findings = Array.Empty<object>() }, examined.ETag)).Succeeded();
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
        Assert.That(
            (await Accept(award, "finance-2", examined.ETag)).Refused(409, "examination-incomplete")["missingCount"], Is.EqualTo("3"));
        var some = (await app.As("finance-1").Post(award.Report + "/findings", Findings(0, 3), examined.ETag)).Succeeded();
        Assert.That(some.Json.GetProperty("missingFindings").EnumerateArray().Select(receipt => receipt.GetGuid()),
            Is.EqualTo([ids[1], ids[2]]), "the answer says what the next step will ask for");
        Assert.That((await app.As("finance-1").Get(award.Report)).Succeeded().Text,
            Is.EqualTo(some.Json.GetProperty("report").GetRawText()));
        Assert.That(
            (await Accept(award, "finance-2", some.ETag)).Refused(409, "examination-incomplete")["missingCount"], Is.EqualTo("2"));
        var all = (await app.As("finance-1").Post(award.Report + "/findings", Findings(0, 1, 2), some.ETag)).Succeeded();
        Assert.That(all["missingFindings"], Is.EqualTo("[]"));
        (await Accept(award, "finance-2", all.ETag)).Succeeded();

        var plain = await WithReceipts(Receipt("R-1", 10));
        var started = await Examine(plain, 10);
        Assert.That(
            (await Accept(plain, "finance-2", started.ETag)).Refused(409, "examination-incomplete")["missingCount"], Is.EqualTo("0"));
    }

    [Test]
    public async Task Another_person_takes_an_examination_over()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        var receipt = (await Receipts(award))[0].GetProperty("id").GetGuid();
        object Recognised(decimal euros) =>
            new { findings = new[] { new { receiptId = receipt, recognised = Money(euros), reason = "Looked at" } } };
        var examined = await Examine(award, 10);
        var found = (await app.As("finance-1").Post(award.Report + "/findings", Recognised(4), examined.ETag)).Succeeded();

        (await app.As("finance-1").Post(award.Report + "/examine", ifMatch: found.ETag)).Refused(409, "wrong-state");
        var taken = (await app.As("finance-2").Post(award.Report + "/examine", ifMatch: found.ETag)).Succeeded();

        Assert.That((await app.As("auditor-1").Get(award.Report + "/statement"))["recognised.amount"], Is.EqualTo("4.00"),
            "the findings stay");
        (await app.As("finance-1").Post(award.Report + "/findings", Recognised(5), taken.ETag)).Refused(403, "not-the-examiner");
        (await Accept(award, "finance-1", taken.ETag)).Refused(403, "four-eyes");
        (await Accept(award, "finance-2", taken.ETag)).Refused(403, "four-eyes");
        var again = (await app.As("finance-2").Post(award.Report + "/findings", Recognised(6), taken.ETag)).Succeeded();
        (await Accept(award, "finance-3", again.ETag)).Succeeded();
        var events = await app.Db.Read(session => session.All<string>(
            "select Action from AuditEvent where ResourceId = @ReportId and Action like '%examination%' order by Seq",
            new { award.ReportId }), CancellationToken.None);
        Assert.That(events, Is.EqualTo(new[] { "spending-report.examination-started", "spending-report.examination-taken-over" }));
    }

    /// <summary>What the first examiner found stands until the second replaces it: nobody accepts what comes from themselves.</summary>
    [Test]
    public async Task Whose_finding_stands_does_not_accept_the_report()
    {
        var award = await WithReceipts(Receipt("R-1", 10), Receipt("R-2", 20));
        var ids = await Ids(award);
        var found = (await Record("finance-1", award, Findings((ids[0], 4, "Private")), (await Examine(award, 30)).ETag)).Succeeded();
        var taken = (await app.As("finance-2").Post(award.Report + "/examine", ifMatch: found.ETag)).Succeeded();
        var other = (await Record("finance-2", award, Findings((ids[1], 5, "Private")), taken.ETag)).Succeeded();

        Assert.That((await Accept(award, "finance-1", other.ETag)).Refused(403, "four-eyes")["earlier"], Is.EqualTo("examiner"));
        (await Accept(award, "finance-1", found.ETag)).Refused(403, "four-eyes");

        var replaced = (await Record("finance-2", award, Findings((ids[0], 6, "Private")), other.ETag)).Succeeded();
        (await Accept(award, "finance-1", replaced.ETag)).Succeeded();
    }

    [Test]
    public async Task The_audit_trail_says_what_was_found_on_which_receipt()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        var receipt = (await Receipts(award))[0].GetProperty("id").GetString();
        (await app.As("finance-1").Post(award.Report + "/findings",
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

    async Task<List<Guid>> Ids(SeededAward award)
    {
        List<Guid> ids = [];
        for (var path = award.Report + "/receipts?limit=200"; path is not null;)
        {
            var page = (await app.As("auditor-1").Get(path)).Succeeded();
            ids.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(receipt => receipt.GetProperty("id").GetGuid()));
            path = page.Headers.TryGetValue("Link", out var link) ? link[1..link.IndexOf('>', StringComparison.Ordinal)] : null;
        }
        return ids;
    }

    Task<Answer> Record(string person, SeededAward award, object findings, string? ifMatch) =>
        app.As(person).Post(award.Report + "/findings", findings, ifMatch);

    static object Findings(params (Guid Id, decimal Recognised, string? Reason)[] findings) =>
        new
        {
            findings = findings.Select(finding => new
            {
                receiptId = finding.Id,
                recognised = Money(finding.Recognised),
                reason = finding.Reason,
            }),
        };
}
