using Auridis.Grants.Tests.Features.FunderContributions;

namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>Payments that the bank has, and does not carry out, or brings back before anybody has recorded that they were booked.</summary>
public sealed class BankRejectionTests(DatabaseKind kind) : PaymentFixture(kind)
{
    static readonly object Booking = new { bookedOn = "2018-10-01", bankReference = "KTO-1" };

    [SetUp]
    public Task On_a_working_day() => app.ItIs("2018-10-01");

    [Test]
    public async Task What_the_bank_rejects_is_owed_no_more_and_tried_again_as_a_new_payment()
    {
        var award = await SeededAward.Insert(app.Db);
        var instructed = await app.Instructed(award, "100000.00");

        (await app.Step("treasury-1", instructed, "confirm-bank-rejection")).Refused(409, "bank-rejection-not-recorded");
        foreach (var day in new[] { "2018-09-30", "2018-10-02" })
        {
            (await app.Step("treasury-1", instructed, "bank-rejection", Batches.Rejected(day)))
                .Refused(409, "booking-date-implausible");
        }
        (await app.Step("treasury-1", instructed, "bank-rejection", new { rejectedOn = "2018-10-01", bankReference = "", reason = "x" }))
            .Refused(400, "validation-failed");
        (await app.Step(award.Applicant, instructed, "bank-rejection", Batches.Rejected("2018-10-01"))).Refused(403, "forbidden");
        var recorded = (await app.Step("treasury-1", instructed, "bank-rejection", Batches.Rejected("2018-10-01"))).Succeeded();
        Assert.That((recorded["status"], recorded["bankRejectedOn"], recorded["bankRejectionReference"], recorded["reason"]),
            Is.EqualTo(("instructed", "2018-10-01", "MSG-1", "Account unknown")));
        Assert.That((await app.Step("treasury-1", recorded, "confirm-bank-rejection")).Refused(403, "four-eyes")["earlier"],
            Is.EqualTo("bank-rejection-recorder"));
        (await app.Step("treasury-2", instructed, "confirm-bank-rejection")).Refused(412, "stale-version");
        Assert.That(await award.Funds(app), Is.EqualTo((100_000_00, 0, 100_000_00)));
        var rejected = (await app.Step("treasury-2", recorded, "confirm-bank-rejection")).Succeeded();

        Assert.That(rejected["status"], Is.EqualTo("bank-rejected"));
        Assert.That(await award.Funds(app), Is.EqualTo((0, 0, 100_000_00)));
        Assert.That(await EventsOf(award), Is.EqualTo("payable bank-rejection"));
        Assert.That((await app.Balance(award.Id, "1360"), await app.Balance(award.Id, "4000")), Is.EqualTo((0L, 0L)));
        var again = (await app.As(award.Applicant).Post(
            $"/disbursements/{rejected["id"]}/retry", award.Retry("100000.00"), key: Payments.Key)).Succeeded();
        Assert.That((again["retryOf"], again["status"]), Is.EqualTo((rejected["id"], "requested")));
        await app.Settle(again);
        Assert.That(await award.Funds(app), Is.EqualTo((100_000_00, 100_000_00, 100_000_00)));
    }

    [Test]
    public async Task What_comes_back_before_its_booking_is_recorded_stands_in_the_ledger_both_ways()
    {
        var award = await SeededAward.Insert(app.Db, posted: true);
        var instructed = await app.Instructed(award, "60000.00");
        (await app.Step("treasury-1", instructed, "return", Payments.Returned("2018-09-30"))).Refused(409, "booking-date-implausible");

        var returned = await app.Return(instructed, "2018-10-01");

        Assert.That((returned["status"], returned["bookedOn"], returned["useByOn"]), Is.EqualTo(("returned", "", "")));
        Assert.That(await award.Funds(app), Is.EqualTo((0, 0, 100_000_00)));
        Assert.That(await EventsOf(award), Is.EqualTo("commitment payable settlement return"));
        foreach (var account in new[] { "1200", "1360", "4000" })
            Assert.That(await app.Balance(award.Id, account), Is.Zero, account);
        Assert.That(await app.Balance(award.Id, "9000"), Is.EqualTo(100_000_00), "all of it is promised again");
    }

    [Test]
    public async Task The_last_record_counts_and_a_booking_is_withdrawn_first()
    {
        var award = await SeededAward.Insert(app.Db);
        var payment = await app.Instructed(award);
        payment = (await app.Step("treasury-1", payment, "bank-rejection", Batches.Rejected("2018-10-01"))).Succeeded();
        payment = (await app.Step("treasury-1", payment, "return", Payments.Returned("2018-10-01"))).Succeeded();
        Assert.That((payment["bankRejectedOn"], payment["returnedOn"]), Is.EqualTo(("", "2018-10-01")));
        payment = (await app.Step("treasury-1", payment, "settle", Booking)).Succeeded();
        Assert.That((payment["returnedOn"], payment["bookedOn"], payment["reason"]), Is.EqualTo(("", "2018-10-01", "")));

        (await app.Step("treasury-2", payment, "bank-rejection", Batches.Rejected("2018-10-01"))).Refused(409, "settlement-recorded");
        (await app.Step("treasury-2", payment, "return", Payments.Returned("2018-10-01"))).Refused(409, "settlement-recorded");
        payment = (await app.Step("treasury-2", payment, "withdraw-record", new { reason = "Another payment's" })).Succeeded();
        Assert.That((payment["status"], payment["bookedOn"]), Is.EqualTo(("instructed", "")));
        (await app.Step("treasury-2", payment, "withdraw-record", new { reason = "Again" })).Refused(409, "nothing-recorded");
        Assert.That(await EventsOf(award), Is.EqualTo("payable"));
    }

    [TestCase("finance-1", "approver")]
    [TestCase("finance-2", "releaser")]
    public async Task Who_has_approved_or_released_it_says_nothing_of_the_bank(string person, string earlier)
    {
        var both = app.With(Tokens.Of(app, person, Role.Treasury));
        var instructed = await app.Instructed(await SeededAward.Insert(app.Db));
        Task<Answer> Step(Answer payment, string step, object? body = null) =>
            both.Post($"/disbursements/{payment["id"]}/{step}", body, payment.ETag, Payments.Key);

        Assert.That((await Step(instructed, "bank-rejection", Batches.Rejected("2018-10-01"))).Refused(403, "four-eyes")["earlier"],
            Is.EqualTo(earlier));
        var recorded = (await app.Step("treasury-1", instructed, "bank-rejection", Batches.Rejected("2018-10-01"))).Succeeded();
        Assert.That((await Step(recorded, "confirm-bank-rejection")).Refused(403, "four-eyes")["earlier"], Is.EqualTo(earlier));
    }

    [Test]
    public async Task What_the_bank_has_counts_in_the_award_and_in_the_funders_money_and_keeps_the_award_from_its_end()
    {
        var award = await SeededAward.Insert(app.Db);
        await app.Contributed(award.ProgrammeId, "60000.00");
        await app.Instructed(award, "60000.00");

        (await Request(award, "40000.01")).Refused(409, "award-exceeded");
        var approved = await app.Approved(award, "40000.00");
        Assert.That((await app.Step("finance-2", approved, "release")).Refused(409, "funder-funds-exceeded")["released.amount"],
            Is.EqualTo("100000.00"));
        Assert.That(await award.Funds(app), Is.EqualTo((100_000_00, 0, 100_000_00)));
        await app.ItIs("2019-03-01");
        var proposed = (await app.As("caseworker-1").Post($"/awards/{award.Id}/terminations", new
        {
            legalBasis = "§ 49 (3) VwVfG NRW",
            effectiveOn = "2019-02-04",
            knownSince = "2019-02-04",
            keeps = new { amount = "0.00", currency = "EUR" },
            reason = "Für anderes verwendet.",
        })).Succeeded();
        (await app.As("decider-1").Post($"/terminations/{proposed["id"]}/confirm", ifMatch: proposed.ETag, key: Payments.Key))
            .Refused(409, "payments-open");
    }
}
