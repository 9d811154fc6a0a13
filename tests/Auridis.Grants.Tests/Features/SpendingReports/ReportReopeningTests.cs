using System.Globalization;
using System.Net;
using System.Text.Json;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Tests.Features.BaseRates;
using Auridis.Grants.Tests.Features.Interest;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>An accepted report is examined anew after a remedy that was upheld, and its account follows.</summary>
public sealed class ReportReopeningTests(DatabaseKind kind) : ReportFixture(kind)
{
    [SetUp]
    public Task The_day_of_the_report() => app.ItIs("2021-03-01");

    [Test]
    public async Task What_is_open_is_claimed_no_more_and_the_examination_begins_again()
    {
        var award = await Disputed();
        (await app.Repay(await ClaimPath(award), 5_000)).Succeeded();
        var remedy = await app.Upheld(award);
        var proposed = (await app.ProposeReopening(award, remedy)).Succeeded();
        Assert.That((await app.As("auditor-1").Get(award.Report))["status"], Is.EqualTo("partly-accepted"), "nothing has happened yet");

        var confirmed = (await app.ConfirmReopening(proposed)).Succeeded();

        var report = (await app.As(award.Applicant).Get(award.Report)).Succeeded();
        var letters = (await Letters(award)).Where(letter => letter.GetProperty("kind").GetString() == "reexamination").ToList();
        await Assert.MultipleAsync(async () =>
        {
            Assert.That((confirmed["status"], confirmed["acceptedOn"], confirmed["statement.entitlement.amount"], confirmed["remedyId"]),
                Is.EqualTo(("confirmed", "2021-03-01", "80000.00", remedy["id"])));
            Assert.That((report["status"], report["acceptedOn"]), Is.EqualTo(("in-examination", "")));
            Assert.That(await Claim(award, 0), Is.EqualTo(("paid", "20000.00", "15000.00", "5000.00", "0.00", "0.00")));
            Assert.That(await award.Committed(app), Is.EqualTo(95_000_00), "what the site has");
            Assert.That(letters, Has.Count.EqualTo(1));
            Assert.That((await app.As("caseworker-1").Get($"/letters/{letters[0].GetProperty("id").GetString()}/document")).Text,
                Does.Contain("15.000,00").And.Contain("W 17/2021").And.Contain("Die Belege 2 und 3"));
            Assert.That((await app.As(award.Applicant).Get(award.Report + "/reopenings")).Succeeded().Json.GetProperty("items")
                .GetArrayLength(), Is.EqualTo(1));
            Assert.That((await app.As("applicant-05999000").Get($"/report-reopenings/{confirmed["id"]}")).Status,
                Is.EqualTo(HttpStatusCode.NotFound));
        });

        Assert.That((await Accept(award, "finance-2", report.ETag)).Refused(409, "examination-incomplete")["missingCount"], Is.EqualTo("0"),
            "findings are recorded anew");
        var active = (await app.As("auditor-1").Get($"/awards/{award.Id}")).Succeeded();
        var unsettled = (await app.As("caseworker-1").Post($"/awards/{award.Id}/complete", ifMatch: active.ETag, key: Payments.Key))
            .Refused(409, "award-not-settled");
        Assert.That(unsettled.Json.GetProperty("missing")[0].GetString(), Is.EqualTo("final-report"));
        (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("0.01"), key: Payments.Key))
            .Refused(409, "award-exceeded");
    }

    /// <summary>Of 100,000.00 the site has given 5,000.00 back, of the 20,000.00 that were claimed.</summary>
    [TestCase(10_000, 90_000, "5000.00", "0.00", 95_000)]
    [TestCase(3_000, 97_000, "", "2000.00", 97_000)]
    [TestCase(5_000, 95_000, "", "0.00", 95_000)]
    [TestCase(0, 100_000, "", "5000.00", 100_000)]
    [TestCase(20_000, 80_000, "15000.00", "0.00", 95_000)]
    public async Task What_came_in_is_settled_with_the_new_result(
        int disallowed, int entitlement, string claimedAnew, string credit, int committed)
    {
        var award = await Disputed();
        (await app.Repay(await ClaimPath(award), 5_000)).Succeeded();
        await app.Reopened(award);

        var accepted = await ExamineAnew(award, disallowed);

        Assert.That(accepted["status"], Is.EqualTo(disallowed > 0 ? "partly-accepted" : "accepted"));
        var statement = (await app.As("auditor-1").Get(award.Report + "/statement")).Succeeded();
        Assert.That(statement["entitlement.amount"], Is.EqualTo($"{entitlement}.00"));
        var claims = await Claims(award);
        Assert.That(claims, Has.Count.EqualTo(claimedAnew.Length > 0 ? 2 : 1));
        var first = await Claim(award, 0);
        Assert.That((first.Status, first.Open, first.Credit), Is.EqualTo((credit == "0.00" ? "paid" : "overpaid", "0.00", credit)));
        if (claimedAnew.Length > 0)
            Assert.That((await Claim(award, 1)).Open, Is.EqualTo(claimedAnew));
        Assert.That(await award.Committed(app), Is.EqualTo(committed * 100L));
        var last = (await Letters(award))[^1];
        Assert.That(last.GetProperty("kind").GetString(), Is.EqualTo(claimedAnew.Length > 0 ? "claim" : "reexamination"));
        var document = (await app.As("caseworker-1").Get($"/letters/{last.GetProperty("id").GetString()}/document")).Text;
        Assert.That(document.Contains("2.000,00", StringComparison.Ordinal), Is.EqualTo(credit == "2000.00"));
        Assert.That((await app.As("auditor-1").Get("/ledger/verification")).Succeeded()["intact"], Is.EqualTo("True"));
    }

    [Test]
    public async Task A_credit_is_refunded_and_the_award_completed()
    {
        var award = await Disputed();
        var claim = await ClaimPath(award);
        (await app.Repay(claim, 20_000)).Succeeded();
        await app.Reopened(award);
        await ExamineAnew(award, 3_000);
        Assert.That(await Claim(award, 0), Is.EqualTo(("overpaid", "20000.00", "17000.00", "20000.00", "0.00", "17000.00")));

        await app.Settle((await app.Refund(award, claim)).Succeeded());

        Assert.That(await Claim(award, 0), Is.EqualTo(("paid", "20000.00", "17000.00", "20000.00", "0.00", "0.00")));
        Assert.That((await Complete(award)).Succeeded()["committed.amount"], Is.EqualTo("97000.00"));
        Assert.That((await app.As("auditor-1").Get("/ledger/verification")).Succeeded()["intact"], Is.EqualTo("True"));
    }

    [Test]
    public async Task What_the_new_result_leaves_to_draw_can_be_drawn_once_it_is_accepted()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 60_000_00, financing: FinancingType.Full, posted: true);
        await Reported(award, 40_000);
        Assert.That(await award.Committed(app), Is.EqualTo(60_000_00));
        await app.Reopened(award);

        var early = (await Request(award, "1000.00")).Refused(409, "final-report-reopened");
        Assert.That((early["entitlement.amount"], early["available.amount"]), Is.EqualTo(("60000.00", "0.00")));
        Assert.That(await award.Committed(app), Is.EqualTo(60_000_00), "what is promised does not change meanwhile");
        await ExamineAnew(award, 10_000);

        Assert.That(await award.Committed(app), Is.EqualTo(90_000_00));
        (await Request(award, "30000.01")).Refused(409, "final-report-accepted");
        await app.Settle((await Request(award, "30000.00")).Succeeded());
        Assert.That((await Complete(award)).Succeeded()["paid.amount"], Is.EqualTo("90000.00"));
    }

    [Test]
    public async Task What_the_new_result_needs_more_is_taken_of_the_budget_or_not_at_all()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 60_000_00, financing: FinancingType.Full, posted: true);
        await Reported(award, 40_000);
        await app.Reopened(award);
        Task Commit(string cents) => app.Db.Write<bool>(Author.System(TimeProvider.System), async tx => await tx.Execute(
            $"update Programme set CommittedCents = {cents} where Id = @ProgrammeId", new { award.ProgrammeId }) == 1,
            CancellationToken.None);
        await Commit("BudgetCents - 1000000");
        var found = await FindAnew(award, 10_000);

        var refused = (await Accept(award, "finance-3", found.ETag)).Refused(409, "budget-exhausted");

        Assert.That(refused["wantedAmount.amount"], Is.EqualTo("30000.00"));
        Assert.That((await app.As("auditor-1").Get(award.Report))["status"], Is.EqualTo("in-examination"));
        await Commit("6000000");
        (await app.As("finance-2").Post(award.Report + "/accept", ifMatch: found.ETag, key: Payments.Key)).Succeeded();
    }

    [Test]
    public async Task A_completed_award_goes_on_and_so_does_its_programme()
    {
        var award = await Disputed();
        (await app.Repay(await ClaimPath(award), 20_000)).Succeeded();
        (await Complete(award)).Succeeded();
        var programme = $"/programmes/{award.ProgrammeId}";
        (await app.As("caseworker-1").Post(programme + "/complete", ifMatch: (await app.As("caseworker-1").Get(programme)).ETag))
            .Succeeded();

        await app.Reopened(award);

        var seen = (await app.As("auditor-1").Get($"/awards/{award.Id}")).Succeeded();
        Assert.That((seen["status"], seen["completedOn"], seen["committed.amount"]), Is.EqualTo(("active", "", "80000.00")));
        Assert.That((await app.As("auditor-1").Get(programme))["status"], Is.EqualTo("running"));
        await ExamineAnew(award, 20_000);
        Assert.That((await Complete(award)).Succeeded()["status"], Is.EqualTo("completed"));
        (await app.As("caseworker-1").Post(programme + "/complete", ifMatch: (await app.As("caseworker-1").Get(programme)).ETag))
            .Succeeded();
    }

    /// <summary>What was never owed bears no interest, from no day on; what is claimed anew bears it from the payment on.</summary>
    [Test]
    public async Task What_is_claimed_no_more_bears_no_interest()
    {
        await app.KnownRates();
        var award = await Disputed();
        var claim = await ClaimPath(award);
        await app.ItIs("2023-07-14");
        var before = await app.Interest(claim, "2023-07-14");
        Assert.That(before["interest.amount"], Is.Not.EqualTo("0.00"));
        await app.Reopened(award);

        var after = await app.Interest(claim, "2023-07-14");

        Assert.That((after["interest.amount"], after["difference.amount"]), Is.EqualTo(("0.00", $"-{before["interest.amount"]}")));
        await ExamineAnew(award, 20_000);
        var anew = await app.Interest(await ClaimPath(award, 1), "2023-07-14");
        Assert.That(anew["interest.amount"], Is.EqualTo(before["interest.amount"]), "the same money, from the same day on");
    }

    [Test]
    public async Task The_funds_of_a_past_day_keep_what_was_recognised_on_it()
    {
        var award = await Disputed();
        await app.ItIs("2021-03-03");
        await app.Reopened(award);
        await app.ItIs("2021-03-05");
        await ExamineAnew(award, 3_000);

        async Task<string> Recognised(string day) =>
            (await app.As("auditor-1").Get($"/programmes/{award.ProgrammeId}/funds?asOf={day}")).Succeeded()["recognised.amount"];
        Assert.That((await Recognised("2021-02-28"), await Recognised("2021-03-02"), await Recognised("2021-03-04"),
            await Recognised("2021-03-05")), Is.EqualTo(("0.00", "80000.00", "0.00", "97000.00")));
    }

    [Test]
    public async Task Only_a_remedy_against_this_result_that_was_upheld_reopens_it()
    {
        var award = await Disputed();
        var other = await Disputed();
        var open = await app.Objection(award);
        var againstAward = (await app.As("caseworker-1").Post($"/awards/{award.Id}/remedies",
            new { kind = "objection", filedOn = "2021-03-01", reference = "W 1" })).Succeeded();
        Invalid(await app.ProposeReopening(award, await app.Upheld(other)), "/remedyId");
        Invalid(await app.ProposeReopening(award, againstAward), "/remedyId");
        Assert.That((await app.ProposeReopening(award, open)).Refused(409, "remedy-not-upheld")["actual"], Is.EqualTo("open"));
        var rejected = (await app.Close(open, "rejected")).Succeeded();
        Assert.That((await app.ProposeReopening(award, rejected)).Refused(409, "remedy-not-upheld")["actual"], Is.EqualTo("rejected"));
        var upheld = await app.Upheld(award);
        var proposed = (await app.ProposeReopening(award, upheld)).Succeeded();
        Assert.That((await app.ProposeReopening(award, upheld, "finance-3")).Refused(409, "reopening-pending")["reportReopeningId"],
            Is.EqualTo(proposed["id"]));
        (await app.ConfirmReopening(proposed, "finance-1")).Refused(403, "four-eyes");
        var struck = (await app.As("caseworker-1").Post($"/remedies/{upheld["id"]}/strike", new { reason = "Falsche Akte" }, upheld.ETag))
            .Succeeded();
        Assert.That((await app.ConfirmReopening(proposed)).Refused(409, "remedy-not-upheld")["actual"], Is.EqualTo("struck"));
        (await app.As("finance-1").Post($"/report-reopenings/{proposed["id"]}/refuse", new { reason = "Falsche Akte" }, proposed.ETag))
            .Succeeded();
        Assert.That(struck["status"], Is.EqualTo("struck"));

        await app.Reopened(award);
    }

    [Test]
    public async Task A_remedy_reopens_a_report_once()
    {
        var award = await Disputed();
        var remedy = await app.Upheld(award);
        (await app.ConfirmReopening((await app.ProposeReopening(award, remedy)).Succeeded())).Succeeded();
        Assert.That((await app.ProposeReopening(award, remedy)).Refused(409, "wrong-state")["actual"], Is.EqualTo("in-examination"));
        await ExamineAnew(award, 3_000);

        var again = (await app.ProposeReopening(award, remedy)).Refused(409, "remedy-of-earlier-result");

        Assert.That((again["filedOn"], again["acceptedOn"]), Is.EqualTo(("2021-03-01", "2021-03-01")));
        await app.Reopened(award);
    }

    [Test]
    public async Task A_remedy_is_filed_against_a_report_of_the_award_once_it_is_accepted()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 100_000_00, posted: true);
        object Filed(Guid report, string day = "2021-03-01") =>
            new { kind = "objection", filedOn = day, reference = "W 1", spendingReportId = report };
        var path = $"/awards/{award.Id}/remedies";
        Invalid(await app.As("caseworker-1").Post(path, Filed(award.ReportId)), "/spendingReportId");
        var other = await Disputed();
        Invalid(await app.As("caseworker-1").Post(path, Filed(other.ReportId)), "/spendingReportId");
        Invalid(await app.As("caseworker-1").Post($"/awards/{other.Id}/remedies", Filed(other.ReportId, "2021-02-28")), "/filedOn");
        Assert.That((await app.Objection(other))["spendingReportId"], Is.EqualTo($"{other.ReportId}"));
    }

    [Test]
    public async Task Nothing_is_reopened_once_the_award_is_terminated()
    {
        var award = await Disputed();
        var proposed = (await app.ProposeReopening(award, await app.Upheld(award))).Succeeded();
        var termination = (await app.As("caseworker-1").Post($"/awards/{award.Id}/terminations", new
        {
            legalBasis = "§ 47 SGB X",
            effectiveOn = "2021-03-01",
            knownSince = "2021-03-01",
            keeps = Money(50_000),
            reason = "Für anderes verwendet.",
        })).Succeeded();
        (await app.As("decider-1").Post(termination.Location + "/confirm", ifMatch: termination.ETag, key: Payments.Key)).Succeeded();

        Assert.That((await app.ConfirmReopening(proposed)).Refused(409, "wrong-state")["actual"], Is.EqualTo("terminated"));
        (await app.ProposeReopening(award, await app.Upheld(award))).Refused(409, "wrong-state");
    }

    [Test]
    public async Task An_interim_report_is_reopened_after_the_final_one()
    {
        var (award, interim) = await Scheduled(posted: true);
        await Add(interim, Receipt("Z-1", 20_000));
        (await Accept(interim, "finance-2", (await Found(interim, 20_000)).ETag)).Succeeded();
        await Reported(award, 10_000, spent: 80_000, others: 20_000);
        var remedy = await app.Upheld(award);
        var refused = (await app.ProposeReopening(interim, remedy)).Refused(409, "counted-in-final-report");
        Assert.That(refused["finalReport"], Does.EndWith("-V1"));
        (await app.ConfirmReopening((await app.ProposeReopening(award, remedy)).Succeeded())).Succeeded();

        (await app.ConfirmReopening((await app.ProposeReopening(interim, remedy)).Succeeded())).Succeeded();

        Assert.That((await app.As("auditor-1").Get(interim.Report))["status"], Is.EqualTo("in-examination"));
        var found = await FindAnew(award, 10_000);
        (await Accept(award, "finance-3", found.ETag)).Refused(409, "interim-report-open");
        var tag = (await app.As("finance-1").Post(interim.Report + "/findings", NoFindings, await ETag(interim))).Succeeded().ETag;
        (await Accept(interim, "finance-3", tag)).Succeeded();
        (await Accept(award, "finance-3", await ETag(award))).Succeeded();
    }

    [Test]
    [CancelAfter(Limit.OfATest)]
    public async Task Of_a_confirmation_a_refusal_and_a_completion_at_once_each_finds_the_other()
    {
        for (var round = 0; round < 5; round++)
        {
            var award = await Disputed();
            (await app.Repay(await ClaimPath(award), 20_000)).Succeeded();
            var proposed = (await app.ProposeReopening(award, await app.Upheld(award))).Succeeded();
            var active = (await app.As("auditor-1").Get($"/awards/{award.Id}")).Succeeded();

            var answers = await Task.WhenAll(
                app.ConfirmReopening(proposed),
                app.ConfirmReopening(proposed, "finance-3"),
                app.As("finance-1").Post($"/report-reopenings/{proposed["id"]}/refuse", new { reason = "Nein" }, proposed.ETag),
                app.As("caseworker-1").Post($"/awards/{award.Id}/complete", ifMatch: active.ETag, key: Payments.Key));

            Assert.That(answers[..3].Count(answer => answer.Code is null), Is.EqualTo(1));
            var (report, after) = ((await app.As("auditor-1").Get(award.Report)).Succeeded()["status"],
                (await app.As("auditor-1").Get($"/awards/{award.Id}")).Succeeded()["status"]);
            Assert.That((report, after), Is.EqualTo(answers[2].Code is not null
                ? ("in-examination", "active")
                : ("partly-accepted", answers[3].Code is null ? "completed" : "active")));
            Assert.That((await app.As("auditor-1").Get("/ledger/verification")).Succeeded()["intact"], Is.EqualTo("True"));
        }
    }

    static void Invalid(Answer refused, string pointer) => Assert.That(
        refused.Refused(400, "validation-failed").Json.GetProperty("errors").EnumerateObject().Select(error => error.Name),
        Is.EqualTo([pointer]), refused.Text);

    /// <summary>
    /// A report on 100,000.00 that were paid and spent, of which 20,000.00 are not recognised and claimed back; all of it stands in the
    /// ledger.
    /// </summary>
    async Task<SeededAward> Disputed()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 100_000_00, financing: FinancingType.Full, posted: true);
        await Reported(award, 20_000);
        return award;
    }

    /// <summary>Hands in and accepts what was spent, all as planned, and disallows a part of it.</summary>
    /// <param name="others">What other reports of the award have of it.</param>
    async Task Reported(SeededAward award, int disallowed, int spent = 100_000, int others = 0)
    {
        await Add(award, Receipt("R-1", spent - 40_000), Receipt("R-2", 30_000, "training"), Receipt("R-3", 10_000, "other"));
        var examined = await Examine(award, spent);
        Assert.That(spent + others, Is.EqualTo(100_000));
        var found = await Find(award, disallowed, examined.ETag);
        (await Accept(award, "finance-2", found.ETag)).Succeeded();
    }

    async Task<Answer> Find(SeededAward award, int disallowed, string? tag)
    {
        var receipts = await Receipts(award);
        return (await app.As("finance-1").Post(award.Report + "/findings", new
        {
            findings = receipts.Select(receipt =>
            {
                var amount = decimal.Parse(receipt.GetProperty("amount").GetProperty("amount").GetString()!,
                    CultureInfo.InvariantCulture);
                var taken = receipt.GetProperty("number").GetString() == "R-1" ? disallowed : 0;
                return new { receiptId = receipt.GetProperty("id").GetString(), recognised = Money(amount - taken), reason = "Geprüft" };
            }),
        }, tag)).Succeeded();
    }

    async Task<Answer> FindAnew(SeededAward award, int disallowed) => await Find(award, disallowed, await ETag(award));

    async Task<Answer> ExamineAnew(SeededAward award, int disallowed) =>
        (await Accept(award, "finance-3", (await FindAnew(award, disallowed)).ETag)).Succeeded();

    async Task<string> ClaimPath(SeededAward award, int index = 0) =>
        $"/repayment-claims/{(await OfReport(award))[index].GetProperty("id").GetString()}";

    /// <summary>What is claimed of what was paid, in the order in which it was claimed.</summary>
    async Task<List<JsonElement>> OfReport(SeededAward award) =>
        [.. (await Claims(award)).Where(claim => claim.GetProperty("kind").GetString() != "interest")];

    async Task<(string Status, string Principal, string Reduced, string Paid, string Open, string Credit)> Claim(
        SeededAward award, int index)
    {
        var claim = (await OfReport(award))[index];
        string Of(string name) => claim.GetProperty(name).GetProperty("amount").GetString()!;
        return (claim.GetProperty("status").GetString()!, Of("principal"), Of("reduced"), Of("paid"), Of("open"), Of("credit"));
    }

    async Task<List<JsonElement>> Letters(SeededAward award)
    {
        var application = (await app.As("auditor-1").Get($"/awards/{award.Id}")).Succeeded()["applicationId"];
        return [.. (await app.As("caseworker-1").Get($"/applications/{application}/letters")).Succeeded().Json.GetProperty("items")
            .EnumerateArray()];
    }

    Task<Answer> Request(SeededAward award, string amount) =>
        app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request(amount), key: Payments.Key);

    async Task<Answer> Complete(SeededAward award) => await app.As("caseworker-1").Post(
        $"/awards/{award.Id}/complete", ifMatch: (await app.As("caseworker-1").Get($"/awards/{award.Id}")).ETag, key: Payments.Key);
}
