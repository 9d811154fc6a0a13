using System.Globalization;
using System.Net;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>What an accepted report leads to: a claim, money that is free again, payments that may still come or come back.</summary>
public sealed class AcceptanceTests(DatabaseKind kind) : ReportFixture(kind)
{
    [Test]
    public async Task An_accepted_report_without_a_claim_releases_what_is_not_needed()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 40_000_00, financing: FinancingType.Deficit);
        var applicant = app.As(award.Applicant);
        (await applicant.Post(award.Report + "/receipts", Batch(Receipt("P-1", 50_000)))).Succeeded();
        var written = await Write(award, own: 6_000, thirdParty: 4_000);
        var submitted = (await applicant.Post(award.Report + "/submit", new { expenditure = Money(50_000) }, written.ETag)).Succeeded();
        var examined = (await app.As("finance-1").Post(award.Report + "/examine", ifMatch: submitted.ETag)).Succeeded();
        var found = (await app.As("finance-1").Post(award.Report + "/findings", NoFindings, examined.ETag)).Succeeded();

        Assert.That((await Accept(award, "finance-2", found.ETag)).Succeeded()["status"], Is.EqualTo("accepted"));

        Assert.That(await Claims(award), Is.Empty);
        Assert.That(await JournalEvents(award), Is.EqualTo(new[] { "commitment-release" }));
        Assert.That(await award.Committed(app), Is.EqualTo(40_000_00), "what was not drawn is free for others");
    }

    [Test]
    public async Task Acceptance_waits_for_open_payments()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 50_000_00, drawnCents: 60_000_00);
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
        Assert.That((await Claims(award)).Single().GetProperty("kind").GetString(), Is.EqualTo("disallowed"));
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
    public async Task What_a_site_is_entitled_to_is_paid_after_the_report()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 40_000_00);
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("P-1", 50_000)))).Succeeded();
        (await Accept(award, "finance-2", (await Found(award, 50_000)).ETag)).Succeeded();

        // Of the 100,000 the site has 40,000 and is entitled to 10,000 more.
        Assert.That(await award.Committed(app), Is.EqualTo(50_000_00));
        Assert.That(await app.Balance(award.Id, "9000"), Is.EqualTo(-50_000_00),
            "of the promise, which no test posted, the other half is void");
        (await Request(award, 10_000.01m)).Refused(409, "final-report-accepted");
        var paid = await app.Settle((await Request(award, 10_000)).Succeeded());
        (await Request(award, 0.01m)).Refused(409, "final-report-accepted");

        // It comes back: the promise stands again, and the site may request it again.
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
    public async Task A_return_of_what_the_site_has_paid_back_leaves_a_credit()
    {
        var award = await WithReceipts(Receipt("P-1", 30_000));
        (await Accept(award, "finance-2", (await Found(award, 30_000)).ETag)).Succeeded();
        var claim = $"/repayment-claims/{(await Claims(award)).Single().GetProperty("id").GetString()}";
        (await app.Repay(claim, 0.01m)).Succeeded();

        await app.Return((await app.As("finance-1").Get($"/disbursements/{award.PaymentId}")).Succeeded(), "2021-03-01");

        var now = (await app.As("auditor-1").Get(claim)).Succeeded();
        Assert.That((now["status"], now["reduced.amount"], now["paid.amount"], now["credit.amount"]),
            Is.EqualTo(("overpaid", "70000.00", "0.01", "0.01")));
        Assert.That((await app.Balance(award.Id, "1400"), await app.Balance(award.Id, "1710")), Is.EqualTo((0, -1)));
    }

    [Test]
    public async Task A_return_and_the_repayment_of_the_same_money_are_both_booked()
    {
        for (var round = 0; round < 4; round++)
        {
            var award = await WithReceipts(Receipt("P-1", 30_000));
            (await Accept(award, "finance-2", (await Found(award, 30_000)).ETag)).Succeeded();
            var claim = $"/repayment-claims/{(await Claims(award)).Single().GetProperty("id").GetString()}";
            var recorded = (await app.Step("treasury-1", (await app.As("finance-1").Get($"/disbursements/{award.PaymentId}")).Succeeded(),
                "return", Payments.Returned("2021-03-01"))).Succeeded();

            var answers = await Task.WhenAll(app.Repay(claim, 70_000), app.Step("treasury-2", recorded, "confirm-return"));

            Assert.That(answers.Select(answer => answer.Code), Is.All.Null);
            var now = (await app.As("auditor-1").Get(claim)).Succeeded();
            Assert.That((now["status"], now["open.amount"], now["credit.amount"]), Is.EqualTo(("overpaid", "0.00", "70000.00")));
            Assert.That((await app.Balance(award.Id, "1400"), await app.Balance(award.Id, "1710")), Is.EqualTo((0, -70_000_00)));
            Assert.That(await award.Committed(app), Is.EqualTo(30_000_00));
        }
    }

    Task<Answer> Request(SeededAward award, decimal euros) => app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements",
        award.Request(euros.ToString("0.00", CultureInfo.InvariantCulture)), key: Payments.Key);
}
