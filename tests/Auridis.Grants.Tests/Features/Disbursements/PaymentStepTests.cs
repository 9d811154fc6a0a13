using System.Data.Common;
using System.Net;

namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>The steps from a request to its settlement, each by another person.</summary>
public sealed class PaymentStepTests(DatabaseKind kind) : PaymentFixture(kind)
{
    [Test]
    public async Task Money_goes_from_request_to_settlement_through_four_pairs_of_eyes()
    {
        var award = await SeededAward.Insert(app.Db);

        var requested = await app.Requested(award, "25000.00");
        Assert.That((requested.Status, requested["status"], requested["reference"]),
            Is.EqualTo((HttpStatusCode.Created, "requested", award.Reference + "-P01")));
        var approved = (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();
        var released = (await app.Step("finance-2", approved, "release")).Succeeded();
        var recorded = (await app.Step("treasury-3", released, "settle", new { bookedOn = "2018-10-01", bankReference = "KTO-1" }))
            .Succeeded();
        Assert.That((recorded["status"], recorded["bookedOn"]), Is.EqualTo(("released", "2018-10-01")));
        var settled = (await app.Step("treasury-1", recorded, "confirm-settlement")).Succeeded();

        Assert.That((settled["status"], settled["useByOn"], settled.ETag), Is.EqualTo(("settled", "2018-12-03", "\"5\"")));
        Assert.That(await award.Funds(app), Is.EqualTo((25_000_00, 25_000_00, 100_000_00)));
        Assert.That(await EventsOf(award), Is.EqualTo("payable settlement commitment-use"));
    }

    [TestCase("reject")]
    [TestCase("cancel")]
    public async Task A_request_that_ends_frees_its_amount(string step)
    {
        var award = await SeededAward.Insert(app.Db);
        var requested = await app.Requested(award, "100000.00");

        var ended = await app.Step(step == "cancel" ? award.Applicant : "finance-1", requested, step,
            step == "cancel" ? null : new { reason = "Not needed yet" });

        Assert.That(ended.Succeeded()["status"], Is.EqualTo(step + (step == "cancel" ? "led" : "ed")));
        Assert.That(await award.Funds(app), Is.EqualTo((0, 0, 100_000_00)));
        (await app.Step("finance-1", ended, "approve", Payments.Right)).Refused(409, "wrong-state");
        (await app.Step("finance-1", ended, "reject", new { reason = "Again" })).Refused(409, "wrong-state");
    }

    [Test]
    public async Task An_approved_payment_can_be_rejected_and_a_released_one_cannot()
    {
        var award = await SeededAward.Insert(app.Db);
        var approved = await app.Approved(award);
        (await app.Step(award.Applicant, approved, "cancel")).Refused(409, "wrong-state");
        (await app.Step("finance-1", approved, "reject", new { reason = "Wrong period" })).Succeeded();

        (await app.Step("finance-1", await app.Released(award), "reject", new { reason = "Too late" })).Refused(409, "wrong-state");
    }

    [Test]
    public async Task Requester_approver_and_releaser_are_three_people()
    {
        var award = await SeededAward.Insert(app.Db);
        var requested = await app.Requested(award);
        var applicant = app.With(Tokens.Of(app, award.Applicant, "finance"));

        Assert.That((await Step(applicant, requested, "approve", Payments.Right)).Refused(403, "four-eyes")["earlier"],
            Is.EqualTo("requester"));
        var approved = (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();
        Assert.That((await Step(applicant, approved, "release")).Refused(403, "four-eyes")["earlier"], Is.EqualTo("requester"));
        Assert.That((await app.Step("finance-1", approved, "release")).Refused(403, "four-eyes")["earlier"], Is.EqualTo("approver"));
        (await app.Step("finance-2", approved, "release")).Succeeded();
    }

    [TestCase("en", "You have already acted on this as approver; another person must take this step.")]
    [TestCase("de", "Sie haben hier bereits gehandelt (Feststellung); diesen Schritt muss eine andere Person ausführen.")]
    public async Task Four_eyes_are_explained_in_the_language_of_the_caller_and_coded_in_none(string language, string detail)
    {
        var approved = await app.Approved(await SeededAward.Insert(app.Db));

        var refused = (await app.As("finance-1")
            .Post($"/disbursements/{approved["id"]}/release", ifMatch: approved.ETag, key: Payments.Key, language: language))
            .Refused(403, "four-eyes");

        Assert.That((refused["earlier"], refused["detail"]), Is.EqualTo(("approver", detail)));
    }

    [Test]
    public async Task A_subject_in_capitals_is_the_same_person()
    {
        var approved = await app.Approved(await SeededAward.Insert(app.Db));
        var same = app.With(Tokens.InCapitals(app, "finance-1"));

        var answer = await same.Post($"/disbursements/{approved["id"]}/release", ifMatch: approved.ETag, key: Payments.Key);

        Assert.That(answer.Refused(403, "four-eyes")["earlier"], Is.EqualTo("approver"));
    }

    [Test]
    public async Task The_database_itself_keeps_the_three_people_apart()
    {
        var approved = await app.Approved(await SeededAward.Insert(app.Db));

        string[] changes =
        [
            "ApprovedBy = RequestedBy", "ReleasedBy = RequestedBy", "ReleasedBy = ApprovedBy",
            "SettlementRecordedBy = 'x', SettlementConfirmedBy = 'x'", "ReturnRecordedBy = 'x', ReturnConfirmedBy = 'x'",
        ];
        foreach (var change in changes)
        {
            Assert.That(
                () => Execute($"update Disbursement set {change} where Id = @Id", new { Id = Guid.Parse(approved["id"]) }),
                Throws.InstanceOf<DbException>(), change);
        }
    }

    [Test]
    public async Task Who_records_a_settlement_does_not_confirm_it()
    {
        var award = await SeededAward.Insert(app.Db);
        var released = await app.Released(award);
        (await app.Step("treasury-1", released, "confirm-settlement")).Refused(409, "settlement-not-recorded");
        (await app.Step("treasury-1", released, "settle", new { bookedOn = "2018-10-02", bankReference = "KTO-1" }))
            .Refused(409, "booking-date-implausible");

        var recorded = (await app.Step("treasury-1", released, "settle", new { bookedOn = "2018-10-01", bankReference = "KTO-1" }))
            .Succeeded();

        (await app.Step("treasury-1", recorded, "confirm-settlement")).Refused(403, "four-eyes");
        (await app.Step("treasury-2", released, "confirm-settlement")).Refused(412, "stale-version");
        Assert.That(await award.Funds(app), Is.EqualTo((1_000_00, 0, 100_000_00)));
    }

    [Test]
    public async Task A_payment_is_right_in_fact_and_in_figures_or_not_approved()
    {
        var requested = await app.Requested(await SeededAward.Insert(app.Db));

        (await app.Step("finance-1", requested, "approve", new { factuallyRight = true, arithmeticallyRight = false }))
            .Refused(400, "validation-failed");
    }

    [Test]
    public async Task A_stale_lock_that_is_tried_again_pays_once()
    {
        var award = await SeededAward.Insert(app.Db);
        var requested = await app.Requested(award);
        var approved = (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();
        var key = Payments.Key;

        (await app.Step("finance-2", requested, "release", key: key)).Refused(412, "stale-version");
        var first = (await app.Step("finance-2", approved, "release", key: key)).Succeeded();
        var again = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.Step("finance-2", approved, "release", key: key)));

        Assert.That(again.Select(answer => answer.Succeeded().Text), Is.All.EqualTo(first.Text));
        Assert.That(await EventsOf(award), Is.EqualTo("payable"));
        (await app.As("finance-2").Post($"/disbursements/{approved["id"]}/release", ifMatch: approved.ETag))
            .Refused(400, "idempotency-key-missing");
    }

    static Task<Answer> Step(GrantsClient client, Answer payment, string step, object? body = null) =>
        client.Post($"/disbursements/{payment["id"]}/{step}", body, payment.ETag, Payments.Key);
}
