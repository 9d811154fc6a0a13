using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>The way of a report, who sees it and who writes it.</summary>
public sealed class SpendingReportTests(DatabaseKind kind) : ReportFixture(kind)
{
    [Test]
    public async Task A_report_goes_its_whole_way_to_a_claim()
    {
        var award = await WithReceipts(Receipt("P-1", 75_000), Receipt("T-1", 20_000, "training"), Receipt("O-1", 5_000, "other"));
        var examined = await Examine(award, 100_000);
        var receipts = await Receipts(award);

        var found = (await app.As("finance-1").Post(award.Report + "/findings", new
        {
            findings = new[]
            {
                new { receiptId = receipts[2].GetProperty("id").GetGuid(), recognised = Money(4_000), reason = "A private meal" },
            },
        }, examined.ETag)).Succeeded();
        Assert.That(found["statement.claim.amount"], Is.EqualTo("4000.00"));
        var accepted = (await Accept(award, "finance-2", found.ETag)).Succeeded();
        Assert.That((accepted["status"], accepted["acceptedOn"], accepted["reference"]),
            Is.EqualTo(("partly-accepted", "2021-03-01", award.Reference + "-V1")));

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
                Is.EqualTo((award.Reference + "-R1", "4000.00", "claimed")));
            Assert.That((details.GetProperty("recognised").GetProperty("amount").GetString(), details.GetProperty("reason").GetString()),
                Is.EqualTo(("4000.00", "A private meal")));
            Assert.That(events, Is.EqualTo(new[] { "repayment-claim" }));
        });
    }

    /// <summary>Of 104,000.00 spent 4,000.00 are not recognised. 85,000.00 awarded, 10,000.00 own and 5,000.00 of others planned.</summary>
    [Test]
    public async Task The_statement_shows_each_term_of_the_entitlement()
    {
        var award = await SeededAward.Insert(
            app.Db, amountCents: 85_000_00, paidCents: 85_000_00, financing: FinancingType.Deficit, ownCents: 10_000_00,
            thirdPartyCents: 5_000_00);
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(
            Receipt("P-1", 64_000), Receipt("T-1", 30_000, "training"), Receipt("O-1", 10_000, "other")))).Succeeded();
        await Write(award, own: 14_000, thirdParty: 5_000);

        var statement = (await app.As(award.Applicant).Get(award.Report + "/statement")).Succeeded();

        Assert.That(
            string.Join(' ', new[]
            {
                "recognised", "notRecognised", "ownFundsPlanned", "ownFunds", "ownFundsDeducted", "thirdPartyPlanned", "thirdPartyIncome",
                "thirdPartyDeducted", "basis", "borne", "awarded", "entitlement", "claim",
            }.Select(name => statement[name + ".amount"])),
            Is.EqualTo("100000.00 4000.00 10000.00 14000.00 10000.00 5000.00 5000.00 5000.00 85000.00 85000.00 85000.00 85000.00 0.00"));
        Assert.That((statement["financingType"], statement["sharePercent"]), Is.EqualTo(("deficit", "")));
    }

    [Test]
    public async Task Nothing_spent_is_handed_in_only_by_saying_so()
    {
        var award = await Paid();
        var applicant = app.As(award.Applicant);
        var draft = (await applicant.Put(award.Report, new { narrative = (string?)null, ownFunds = Money(0), thirdPartyIncome = Money(0) },
            "\"1\"")).Succeeded();
        Assert.That(draft["status"], Is.EqualTo("draft"));
        (await applicant.Post(award.Report + "/submit", new { expenditure = Money(0) }, draft.ETag)).Refused(409, "narrative-missing");

        var written = await Write(award);
        var refused = (await applicant.Post(award.Report + "/submit", new { expenditure = Money(10) }, written.ETag))
            .Refused(409, "expenditure-mismatch");
        Assert.That((refused["declared.amount"], refused["expenditure.amount"]), Is.EqualTo(("10.00", "0.00")));
        (await applicant.Post(award.Report + "/submit", new { }, written.ETag)).Refused(400, "missing-field");

        var submitted = (await applicant.Post(award.Report + "/submit", new { expenditure = Money(0) }, written.ETag)).Succeeded();
        Assert.That((submitted["status"], submitted["submittedOn"]), Is.EqualTo(("submitted", "2021-03-01")));
    }

    [Test]
    public async Task A_report_before_the_end_of_the_period_says_that_the_project_has_ended()
    {
        var award = await SeededAward.Insert(
            app.Db, paidCents: 100_000_00, changing: terms => terms with { FundingEndsOn = new DateOnly(2021, 3, 2) });
        await Write(award);
        Task<Answer> Submit(object body, string etag) => app.As(award.Applicant).Post(award.Report + "/submit", body, etag);

        var refused = (await Submit(new { expenditure = Money(0) }, await ETag(award))).Refused(409, "report-too-early");
        Assert.That(refused["endsOn"], Is.EqualTo("2021-03-02"));
        (await Submit(new { expenditure = Money(0), finishedEarly = true }, await ETag(award))).Succeeded();
        var version = (await app.As(award.Applicant).Get(award.Report + "/versions/1")).Succeeded();
        Assert.That(version["submission.finishedEarly"], Is.EqualTo("True").IgnoreCase);
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
        (await app.As("finance-1").Post(award.Report + "/findings", new { findings = Array.Empty<object>() }, submitted.ETag))
            .Refused(409, "wrong-state");
        Assert.That((await app.As(award.Applicant).Get(award.Report)).ETag, Is.EqualTo(submitted.ETag));
    }

    [Test]
    public async Task Another_office_sees_nothing_of_a_report()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        var neighbour = app.As((await Paid()).Applicant);

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
    public async Task Reports_are_listed_by_award_status_kind_office_and_overdue()
    {
        var due = await Paid(new DateOnly(2021, 3, 1));
        var late = await Paid(new DateOnly(2021, 2, 28));
        var done = await Paid(new DateOnly(2021, 2, 28));
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
        var (two, _) = await Scheduled();
        Assert.That(await Ids($"officeAgs={two.Ags}"), Has.Count.EqualTo(2));
        Assert.That((await Ids($"officeAgs={two.Ags}&kind=interim")).Concat(await Ids($"officeAgs={two.Ags}&kind=final")),
            Is.EqualTo(new[] { two.Id.ToString(), two.Id.ToString() }));
        Assert.That(await Ids("kind=interim"), Does.Contain(two.Id.ToString()).And.Not.Contains(due.Id.ToString()));
        (await app.As("caseworker-1").Get("/spending-reports?kind=both")).Refused(400, "validation-failed");
    }
}
