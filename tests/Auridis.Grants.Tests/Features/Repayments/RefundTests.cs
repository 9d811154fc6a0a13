using System.Globalization;
using Auridis.Grants.Tests.Features.FunderContributions;

namespace Auridis.Grants.Tests.Features.Repayments;

public sealed class RefundTests(DatabaseKind kind) : ApiTests(kind)
{
    [OneTimeSetUp]
    public async Task SetClock() => (await app.As("admin-1").Put("/clock", new { now = "2021-03-01T08:00:00Z" })).Succeeded();

    Task<Answer> Claim(string claim) => app.As("auditor-1").Get(claim);

    /// <summary>
    /// 80,000 paid, entitled to 70,000, 10,000 repaid, 40,000 returned: at the site 30,000. 10,000 are refunded, 30,000 drawn again, and
    /// 70,000 are committed all the while.
    /// </summary>
    [Test]
    public async Task What_the_bank_returns_after_the_claim_was_paid_goes_back_to_the_site()
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 80_000_00);
        await app.Contributed(award.ProgrammeId, "80000.00");
        await app.Settled(award, "40000.00");
        var second = await app.Settled(award, "40000.00");
        Assert.That(await award.Committed(app), Is.EqualTo(80_000_00));
        var claim = (await app.Accepted(award, 70_000))!;
        (await app.Repay(claim, 10_000)).Succeeded();
        Assert.That((await award.Committed(app), await Promised(award)), Is.EqualTo((70_000_00, 0)));

        await app.Return(second, "2021-03-01");
        Assert.That((await award.Committed(app), await Promised(award)), Is.EqualTo((70_000_00, 40_000_00)));
        Assert.That((await Claim(claim))["credit.amount"], Is.EqualTo("10000.00"));
        await app.BooksAgree(award);

        var refund = (await app.Refund(award, claim)).Succeeded();
        Assert.That((refund["kind"], refund["amount.amount"], refund["repaymentClaimId"], refund["status"], refund["reference"]),
            Is.EqualTo(("refund", "10000.00", claim.Split('/')[^1], "requested", award.Reference + "-P03")));
        var settled = await app.Settle(refund);
        Assert.That((settled["status"], settled["useByOn"]), Is.EqualTo(("settled", "")));
        var paid = (await Claim(claim)).Succeeded();
        Assert.That((paid["status"], paid["refunded.amount"], paid["credit.amount"]), Is.EqualTo(("paid", "10000.00", "0.00")));
        Assert.That((await award.Committed(app), await Promised(award)), Is.EqualTo((70_000_00, 30_000_00)));
        await app.BooksAgree(award);

        (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("30000.01"), key: Payments.Key))
            .Refused(409, "final-report-accepted");
        await app.Settled(award, "30000.00");
        Assert.That((await award.Committed(app), await Promised(award)), Is.EqualTo((70_000_00, 0)));
        await app.BooksAgree(award);
        var shown = (await app.As(award.Applicant).Get($"/awards/{award.Id}")).Succeeded();
        Assert.That((shown["drawn.amount"], shown["paid.amount"], shown["repaid.amount"]), Is.EqualTo(("70000.00", "70000.00", "0.00")));
        var funds = (await app.As("finance-1").Get($"/programmes/{award.ProgrammeId}/funds")).Succeeded();
        Assert.That(
            (funds["released.amount"], funds["paid.amount"], funds["repaid.amount"], funds["refunded.amount"], funds["free.amount"]),
            Is.EqualTo(("80000.00", "70000.00", "10000.00", "10000.00", "10000.00")));
    }

    /// <summary>The memo account, which the seed has posted nothing to.</summary>
    async Task<long> Promised(SeededAward award) => await app.Balance(award.Id, "9000") + 80_000_00;

    [Test]
    public async Task A_refund_takes_the_way_of_a_payment_and_is_not_drawn()
    {
        var (award, claim) = await app.Overpaid();
        Assert.That(await app.Balance(award.Id, "1710"), Is.EqualTo(-500_00));
        var drawn = (await app.As(award.Applicant).Get($"/awards/{award.Id}"))["drawn.amount"];

        var requested = (await app.Refund(award, claim)).Succeeded();
        (await app.Step("treasury-2", requested, "approve", Payments.Right)).Refused(403, "forbidden");
        var approved = (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();
        (await app.Step("finance-1", approved, "release")).Refused(403, "four-eyes");
        var released = (await app.Step("finance-2", approved, "release")).Succeeded();
        Assert.That((await app.Balance(award.Id, "1710"), await app.Balance(award.Id, "1700")), Is.EqualTo((0, -500_00)));
        await app.BooksAgree(award);
        var booked = (await app.Step("treasury-1", released, "settle",
            new { bookedOn = released["releasedOn"], bankReference = "KTO-R" })).Succeeded();
        (await app.Step("treasury-1", booked, "confirm-settlement")).Refused(403, "four-eyes");
        (await app.Step("treasury-2", booked, "confirm-settlement")).Succeeded();

        Assert.That((await app.Balance(award.Id, "1710"), await app.Balance(award.Id, "1700"), await app.Balance(award.Id, "1200")),
            Is.EqualTo((0, 0, 10_000_00)));
        Assert.That((await app.As(award.Applicant).Get($"/awards/{award.Id}"))["drawn.amount"], Is.EqualTo(drawn));
        var seen = (await app.As(award.Applicant).Get($"/disbursements/{requested["id"]}/timeline")).Succeeded();
        Assert.That(seen.Json.GetProperty("items").EnumerateArray().Select(step =>
            (step.GetProperty("action").GetString(), step.GetProperty("takenBy").ValueKind)).First(),
            Is.EqualTo(("disbursement.refund-requested", System.Text.Json.JsonValueKind.Null)),
            "the office sees no person of the funding side");
        await app.BooksAgree(award);
    }

    [Test]
    public async Task What_is_no_credit_is_not_refunded()
    {
        var (award, claim) = await app.Claimed();
        (await app.Refund(award, claim)).Refused(409, "wrong-state");
        (await app.Repay(claim, 10_000)).Succeeded();
        var paid = (await app.Refund(award, claim)).Refused(409, "wrong-state");
        Assert.That((paid["actual"], paid["expected"]), Is.EqualTo(("paid", "overpaid")));
        (await app.Repay(claim, 500)).Succeeded();
        var before = (await Claim(claim)).Text;

        var refused = (await app.Refund(award, claim, 500.01m)).Refused(409, "credit-exceeded");
        Assert.That((refused["available.amount"], refused["requested.amount"]), Is.EqualTo(("500.00", "500.01")));
        (await app.Refund(award, claim, 0)).Refused(400, "validation-failed");
        (await app.Refund(award with { BankAccountId = Guid.Empty }, claim)).Refused(409, "bank-account-unknown");
        var other = await SeededAward.Insert(app.Db);
        (await app.Refund(other, claim)).Refused(409, "bank-account-unknown");
        (await app.Refund(award, claim, person: "finance-1")).Refused(403, "forbidden");
        (await app.Refund(award, claim, person: award.Applicant)).Refused(403, "forbidden");
        (await app.Refund(award, $"/repayment-claims/{award.Id}")).Refused(404, "not-found");
        await Block(award);
        (await app.Refund(award, claim)).Refused(409, "bank-account-unverified");

        Assert.That((await Claim(claim)).Text, Is.EqualTo(before));
        await app.BooksAgree(award);
    }

    async Task Block(SeededAward award)
    {
        var account = (await app.As("finance-1").Get($"/bank-accounts/{award.BankAccountId}")).Succeeded();
        (await app.As("finance-1").Post($"/bank-accounts/{award.BankAccountId}/block", new { reason = "Closed" }, account.ETag))
            .Succeeded();
    }

    [Test]
    public async Task A_refund_that_is_on_its_way_is_no_credit_for_another()
    {
        var (award, claim) = await app.Overpaid();
        var first = (await app.Refund(award, claim, 200)).Succeeded();
        var refused = (await app.Refund(award, claim, 300.01m)).Refused(409, "credit-exceeded");
        Assert.That(refused["available.amount"], Is.EqualTo("300.00"));
        Assert.That((await app.Refund(award, claim)).Succeeded()["amount.amount"], Is.EqualTo("300.00"), "what is left");
        (await app.Refund(award, claim)).Refused(409, "credit-exceeded");

        (await app.Step("finance-1", first, "reject", new { reason = "Another account" })).Succeeded();
        Assert.That((await app.Refund(award, claim)).Succeeded()["amount.amount"], Is.EqualTo("200.00"));
        await app.BooksAgree(award);
    }

    [Test]
    public async Task Refunds_at_once_never_exceed_the_credit()
    {
        var (award, claim) = await app.Overpaid();

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i =>
            app.Refund(award, claim, 100 + i, i % 2 == 0 ? "treasury-1" : "treasury-2")));

        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code), Is.All.EqualTo("credit-exceeded"));
        var requested = answers.Where(answer => answer.Code is null).ToList();
        Assert.That(requested, Has.Count.EqualTo(4));
        foreach (var refund in requested)
            await app.Settle(refund);
        var left = 500m - requested.Sum(refund => decimal.Parse(refund["amount.amount"], CultureInfo.InvariantCulture));
        Assert.That((await Claim(claim))["credit.amount"], Is.EqualTo(left.ToString("0.00", CultureInfo.InvariantCulture)));
        await app.BooksAgree(award);
    }

    [Test]
    public async Task A_refund_and_a_receipt_at_once_leave_the_right_credit()
    {
        var (award, claim) = await app.Overpaid();
        var refund = (await app.Refund(award, claim)).Succeeded();
        var approved = (await app.Step("finance-1", refund, "approve", Payments.Right)).Succeeded();
        var released = (await app.Step("finance-2", approved, "release")).Succeeded();
        var booked = (await app.Step("treasury-1", released, "settle",
            new { bookedOn = released["releasedOn"], bankReference = "KTO-R" })).Succeeded();

        var answers = await Task.WhenAll(app.Step("treasury-2", booked, "confirm-settlement"), app.Repay(claim, 7), app.Repay(claim, 8));

        Assert.That(answers.Select(answer => answer.Code), Is.All.Null);
        Assert.That(((await Claim(claim))["status"], (await Claim(claim))["credit.amount"]), Is.EqualTo(("overpaid", "15.00")));
        await app.BooksAgree(award);
    }

    [Test]
    public async Task A_refund_that_comes_back_is_a_credit_again()
    {
        var (award, claim) = await app.Overpaid();
        var settled = await app.Settle((await app.Refund(award, claim)).Succeeded());
        await app.BooksAgree(award);

        var returned = await app.Return(settled, "2021-03-01");

        Assert.That(returned["status"], Is.EqualTo("returned"));
        var now = (await Claim(claim)).Succeeded();
        Assert.That((now["status"], now["refunded.amount"], now["credit.amount"]), Is.EqualTo(("overpaid", "0.00", "500.00")));
        await app.BooksAgree(award);
        (await app.As(award.Applicant).Post($"/disbursements/{settled["id"]}/retry", award.Retry("500.00"), key: Payments.Key))
            .Refused(409, "refund-not-retried");
        await app.Settle((await app.Refund(award, claim)).Succeeded());
        Assert.That((await Claim(claim))["status"], Is.EqualTo("paid"));
        await app.BooksAgree(award);
    }

    [Test]
    public async Task A_refund_that_is_stopped_is_a_credit_again()
    {
        var (award, claim) = await app.Overpaid();
        var requested = (await app.Refund(award, claim)).Succeeded();
        (await app.Step(award.Applicant, requested, "cancel")).Refused(403, "forbidden");
        var approved = (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();
        var released = (await app.Step("finance-2", approved, "release")).Succeeded();
        var stopping = (await app.Step("treasury-1", released, "stop", new { reason = "Closed" })).Succeeded();

        (await app.Step("treasury-2", stopping, "confirm-stop")).Succeeded();

        Assert.That(await app.Balance(award.Id, "1710"), Is.EqualTo(-500_00));
        await app.BooksAgree(award);
        (await app.Refund(award, claim)).Succeeded();
    }

    /// <summary>A refund is the site's own money: it outlives the award that it was paid for.</summary>
    [Test]
    public async Task A_refund_is_paid_also_when_a_report_is_overdue_and_an_award_is_not_completed_before()
    {
        var (award, claim) = await app.Overpaid();
        var open = (await app.As(award.Applicant).Get($"/awards/{award.Id}")).Succeeded();
        var refused = (await app.As("caseworker-1").Post($"/awards/{award.Id}/complete", ifMatch: open.ETag, key: Payments.Key))
            .Refused(409, "award-not-settled");
        Assert.That(refused.Json.GetProperty("missing").EnumerateArray().Select(item => item.GetString()), Does.Contain("open-claim"));

        await app.Settle((await app.Refund(award, claim)).Succeeded());
        Assert.That((await Claim(claim))["status"], Is.EqualTo("paid"));
        var now = (await app.As(award.Applicant).Get($"/awards/{award.Id}")).Succeeded();
        (await app.As("caseworker-1").Post($"/awards/{award.Id}/complete", ifMatch: now.ETag, key: Payments.Key)).Succeeded();
        await app.BooksAgree(award);

        // A fact of the bank is booked on a completed award as well.
        (await app.Repay(claim, 3)).Succeeded();
        await app.BooksAgree(award);
        await app.Settle((await app.Refund(award, claim)).Succeeded());
        Assert.That(await award.Committed(app), Is.EqualTo(70_000_00));
        await app.BooksAgree(award);
    }

    [Test]
    public async Task A_credit_waits_for_the_treasury_until_all_of_it_is_on_its_way()
    {
        var (award, claim) = await app.Overpaid();
        Assert.That(await Waits(claim), Is.True);
        (await app.Refund(award, claim, 100)).Succeeded();
        Assert.That(await Waits(claim), Is.True);
        var rest = (await app.Refund(award, claim)).Succeeded();
        Assert.That(await Waits(claim), Is.False);
        (await app.Step("finance-1", rest, "reject", new { reason = "Another account" })).Succeeded();
        Assert.That(await Waits(claim), Is.True);
    }

    async Task<bool> Waits(string claim) =>
        (await app.As("treasury-2").Get("/tasks?limit=200&kind=credit-to-refund")).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Any(task => task.GetProperty("resource").GetString() == claim);
}
