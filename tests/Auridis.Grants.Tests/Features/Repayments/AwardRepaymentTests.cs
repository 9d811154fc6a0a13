using System.Net;

namespace Auridis.Grants.Tests.Features.Repayments;

public sealed class AwardRepaymentTests(DatabaseKind kind) : ApiTests(kind)
{
    [OneTimeSetUp]
    public async Task SetClock() => (await app.As("admin-1").Put("/clock", new { now = "2021-03-01T08:00:00Z" })).Succeeded();

    Task<SeededAward> Paid(long paidCents = 80_000_00) => SeededAward.Insert(app.Db, amountCents: 80_000_00, paidCents: paidCents);

    [Test]
    public async Task Money_that_comes_back_before_a_claim_can_be_drawn_again_and_a_later_claim_starts_from_it()
    {
        var award = await Paid();

        var receipt = (await app.GiveBack(award, 5_000, "B-1")).Succeeded();

        Assert.That((receipt.Status, receipt.Location, receipt["status"], receipt["repaymentClaimId"], receipt["awardId"]), Is.EqualTo(
            (HttpStatusCode.Created, $"/repayment-receipts/{receipt["id"]}", "recorded", "", award.Id.ToString())));
        var shown = (await app.As(award.Applicant).Get($"/awards/{award.Id}")).Succeeded();
        Assert.That((shown["drawn.amount"], shown["paid.amount"], shown["repaid.amount"], shown["committed.amount"]),
            Is.EqualTo(("75000.00", "75000.00", "0.00", "80000.00")));
        Assert.That((await app.Balance(award.Id, "1200"), await app.Balance(award.Id, "4000"), await app.Balance(award.Id, "9000")),
            Is.EqualTo((5_000_00, -5_000_00, 5_000_00)));
        await app.BooksAgree(award);
        (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("5000.01"), key: Payments.Key))
            .Refused(409, "award-exceeded");
        await app.Settled(award, "2000.00");

        var claim = (await app.Accepted(award, 70_000))!;
        Assert.That((await app.As("finance-1").Get(claim))["principal.amount"], Is.EqualTo("7000.00"), "77,000 less 70,000");
        await app.BooksAgree(award);
        var listed = (await app.As(award.Applicant).Get($"/awards/{award.Id}/repayments")).Succeeded().Json.GetProperty("items");
        Assert.That(listed.EnumerateArray().Select(item => item.GetProperty("bankReference").GetString()), Is.EqualTo(new[] { "B-1" }));
        Assert.That((await app.As("finance-1").Get(claim + "/receipts")).Succeeded().Json.GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task What_cannot_be_is_refused_and_changes_nothing()
    {
        var award = await Paid(20_000_00);
        var path = $"/awards/{award.Id}/repayments";
        Task<Answer> Record(string amount, string bankReference = "B-2", string receivedOn = "2021-03-01", string person = "treasury-1") =>
            app.As(person).Post(path, new { amount = new { amount, currency = "EUR" }, receivedOn, bankReference }, key: Payments.Key);
        (await app.GiveBack(award, 5_000, "B-1")).Succeeded();

        var refused = (await Record("15000.01")).Refused(409, "repayment-exceeds-paid");
        Assert.That((refused["paid.amount"], refused["amount.amount"]), Is.EqualTo(("15000.00", "15000.01")));
        (await Record("1.00", "B-1")).Refused(409, "bank-reference-used");
        (await Record("0.00")).Refused(400, "validation-failed");
        (await Record("1.00", " B-2")).Refused(400, "validation-failed");
        (await Record("1.00", receivedOn: "2021-03-02")).Refused(409, "booking-date-implausible");
        (await Record("1.00", receivedOn: "2019-02-03")).Refused(409, "booking-date-implausible");
        (await Record("1.00", person: "finance-1")).Refused(403, "forbidden");
        (await Record("1.00", person: award.Applicant)).Refused(403, "forbidden");
        (await app.As("treasury-1").Post(path, new { amount = Reports.Euros(1), receivedOn = "2021-03-01", bankReference = "B-2" }))
            .Refused(400, "idempotency-key-missing");
        (await app.As("treasury-1").Post($"/awards/{award.ReportId}/repayments",
            new { amount = Reports.Euros(1), receivedOn = "2021-03-01", bankReference = "B-2" }, key: Payments.Key))
            .Refused(404, "not-found");
        var neighbour = await Paid();
        (await app.As(neighbour.Applicant).Get(path)).Refused(404, "not-found");

        Assert.That((await award.Funds(app)).Paid, Is.EqualTo(15_000_00));
        (await Record("15000.00")).Succeeded();
        Assert.That((await award.Funds(app)).Paid, Is.Zero);
    }

    [Test]
    public async Task While_a_claim_is_open_the_money_belongs_to_it()
    {
        var (award, claim) = await app.Claimed();
        var refused = (await app.GiveBack(award, 1)).Refused(409, "claim-open");
        Assert.That(refused["reference"], Is.EqualTo((await app.As("finance-1").Get(claim))["reference"]));

        (await app.Repay(claim, 10_000)).Succeeded();
        (await app.GiveBack(award, 1_000)).Succeeded();
        Assert.That(await award.Committed(app), Is.EqualTo(70_000_00), "it is entitled to it, and may draw it again");
        await app.BooksAgree(award);
    }

    [Test]
    public async Task Repayments_at_once_never_exceed_what_the_site_has()
    {
        var award = await Paid();

        var answers = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => app.GiveBack(award, 10_000 + i)));

        Assert.That(answers.Count(answer => answer.Code is null), Is.EqualTo(7));
        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code),
            Is.All.EqualTo("repayment-exceeds-paid"));
        await app.BooksAgree(award);
    }

    [Test]
    public async Task What_has_not_come_in_is_paid_still()
    {
        var award = await Paid();
        var receipt = (await app.GiveBack(award, 5_000)).Succeeded();
        var requested = await app.Requested(award, "4000.00");

        var proposed = (await app.Reversal("treasury-1", receipt, "reverse")).Succeeded();
        var refused = (await app.Reversal("treasury-2", proposed, "confirm")).Refused(409, "money-drawn-again");
        Assert.That((refused["amount.amount"], refused["available.amount"]), Is.EqualTo(("5000.00", "1000.00")));
        await app.BooksAgree(award);
        (await app.Step("finance-1", requested, "reject", new { reason = "The money has not come." })).Succeeded();
        var reversed = (await app.Reversal("treasury-2", proposed, "confirm")).Succeeded();

        Assert.That(reversed["status"], Is.EqualTo("reversed"));
        Assert.That((await award.Funds(app)).Paid, Is.EqualTo(80_000_00));
        Assert.That((await app.Balance(award.Id, "1200"), await app.Balance(award.Id, "4000"), await app.Balance(award.Id, "9000")),
            Is.EqualTo((0, 0, 0)));
        await app.BooksAgree(award);
    }

    /// <summary>Drawn again and paid before anybody knew: the site has more than its award, and its report finds that.</summary>
    [Test]
    public async Task What_was_drawn_again_and_paid_is_claimed_with_the_report()
    {
        var award = await Paid();
        var receipt = (await app.GiveBack(award, 5_000)).Succeeded();
        await app.Settled(award, "5000.00");

        (await app.Reverse(receipt)).Succeeded();

        Assert.That(await award.Committed(app), Is.EqualTo(85_000_00));
        var claim = (await app.Accepted(award, 70_000))!;
        Assert.That((await app.As("finance-1").Get(claim))["principal.amount"], Is.EqualTo("15000.00"));
    }
}
