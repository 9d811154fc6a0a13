using System.Net;
using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>Released payments are handed to the bank together, when two people have signed.</summary>
public sealed class PaymentBatchTests(DatabaseKind kind) : PaymentFixture(kind)
{
    static readonly object Booking = new { bookedOn = "2018-10-01", bankReference = "KTO-1" };

    static readonly object Why = new { reason = "One of them is to be stopped." };

    [SetUp]
    public Task On_a_working_day() => app.ItIs("2018-10-01");

    [Test]
    public async Task Two_people_sign_it_the_bank_gets_it_and_its_last_answer_closes_it()
    {
        var award = await SeededAward.Insert(app.Db);
        var (one, other) = (await app.Released(award, "1000.00"), await app.Released(award, "2500.00"));

        var open = await app.Batched(one, other);
        Assert.That((open.Status, open["status"], open["paymentCount"], open["sum.amount"], open["executionOn"]),
            Is.EqualTo((HttpStatusCode.Created, "open", "2", "3500.00", "2018-10-01")));
        Assert.That((await app.Again(one))["batchId"], Is.EqualTo(open["id"]));
        (await app.OnBatch("treasury-1", open, "hand-over")).Refused(409, "wrong-state");
        var first = (await app.OnBatch("treasury-1", open, "sign")).Succeeded();
        Assert.That((first["status"], first["firstSignedOn"]), Is.EqualTo(("open", "2018-10-01")));
        Assert.That((await app.OnBatch("treasury-1", first, "sign")).Refused(403, "four-eyes")["earlier"], Is.EqualTo("signer"));
        (await app.OnBatch("treasury-2", open, "sign")).Refused(412, "stale-version");
        var signed = (await app.OnBatch("treasury-2", first, "sign")).Succeeded();
        Assert.That((signed["status"], signed["secondSignedOn"]), Is.EqualTo(("signed", "2018-10-01")));
        var handedOver = (await app.OnBatch("treasury-3", signed, "hand-over")).Succeeded();
        Assert.That((handedOver["status"], handedOver["handedOverOn"]), Is.EqualTo(("handed-over", "2018-10-01")));

        (one, other) = (await app.Again(one), await app.Again(other));
        Assert.That((one["status"], one["instructedOn"], one.ETag), Is.EqualTo(("instructed", "2018-10-01", "\"5\"")));
        Assert.That(await award.Funds(app), Is.EqualTo((3_500_00, 0, 100_000_00)));
        (await app.Step("treasury-1", one, "stop", Why)).Refused(409, "wrong-state");
        var booked = (await app.Step("treasury-1", one, "settle", Booking)).Succeeded();
        Assert.That((await app.Step("treasury-2", booked, "confirm-settlement")).Succeeded()["status"], Is.EqualTo("settled"));
        Assert.That((await app.BatchAgain(open))["status"], Is.EqualTo("handed-over"), "one is still under way");
        var rejected = (await app.Step("treasury-1", other, "bank-rejection", Batches.Rejected("2018-10-01"))).Succeeded();
        (await app.Step("treasury-2", rejected, "confirm-bank-rejection")).Succeeded();

        Assert.That((await app.BatchAgain(open))["status"], Is.EqualTo("closed"));
        Assert.That(await award.Funds(app), Is.EqualTo((1_000_00, 1_000_00, 100_000_00)));
        Assert.That(await EventsOf(award), Is.EqualTo("payable payable settlement commitment-use bank-rejection"));
        var returning = (await app.Step("treasury-1", await app.Again(one), "return", Payments.Returned("2018-10-01"))).Succeeded();
        Assert.That((await app.Step("treasury-2", returning, "confirm-return")).Succeeded()["status"], Is.EqualTo("returned"));
        Assert.That((await app.BatchAgain(open))["status"], Is.EqualTo("closed"));
    }

    [Test]
    public async Task Of_all_that_is_released_a_batch_takes_what_can_be_paid()
    {
        await Everything("treasury-1");
        var award = await SeededAward.Insert(app.Db);
        var (free, toStop) = (await app.Released(award), await app.Released(award));
        (await app.Step("treasury-1", toStop, "stop", Why)).Succeeded();
        var booked = (await app.Step("treasury-1", await app.Released(award), "settle", Booking)).Succeeded();
        await app.Approved(award);
        var blocked = await SeededAward.Insert(app.Db);
        await app.Released(blocked);
        await Block(blocked);
        var own = await SeededAward.Insert(app.Db);
        var ownPayment = await app.Released(own);
        var cashier = app.Person("cashier", [Role.Treasury], own.Ags);

        var batch = (await Everything(cashier)).Succeeded();

        Assert.That(await app.PaymentsOf(batch), Is.EqualTo(new[] { free["id"] }));
        Assert.That(await app.PaymentsOf((await Everything("treasury-1")).Succeeded()), Is.EqualTo(new[] { ownPayment["id"] }));
        (await Everything("treasury-1")).Refused(409, "nothing-to-pay");
        Assert.That((await app.Again(booked)).Text, Is.EqualTo(booked.Text));
    }

    [Test]
    public async Task What_cannot_go_into_a_batch_is_named_and_changes_nothing()
    {
        var award = await SeededAward.Insert(app.Db);
        var free = await app.Released(award);
        var taken = await app.Released(award);
        var batch = await app.Batched(taken);
        var pending = (await app.Step("treasury-1", await app.Released(award), "settle", Booking)).Succeeded();
        var approved = await app.Approved(award);
        var settled = await app.Settled(award);
        var unverified = await SeededAward.Insert(app.Db);
        var blocked = await app.Released(unverified);
        await Block(unverified);
        var head = await AuditHead();

        var refused = (await app.Collect([free, taken])).Refused(409, "in-another-batch");
        Assert.That((refused["payment"], refused["batch"]), Is.EqualTo((taken["reference"], batch["reference"])));
        refused = (await app.Collect([approved, free])).Refused(409, "payment-not-released");
        Assert.That((refused["payment"], refused["actual"]), Is.EqualTo((approved["reference"], "approved")));
        (await app.Collect([settled])).Refused(409, "payment-not-released");
        Assert.That((await app.Collect([free, pending])).Refused(409, "record-pending")["payment"], Is.EqualTo(pending["reference"]));
        Assert.That((await app.Collect([free, blocked])).Refused(409, "bank-account-unverified")["actual"], Is.EqualTo("blocked"));
        var unknown = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        Assert.That((await Named("2018-10-01", free["id"], $"{unknown}")).Refused(409, "disbursement-unknown")["disbursementId"],
            Is.EqualTo($"{unknown}"));
        (await Named("2018-10-01")).Refused(400, "validation-failed");
        (await Named("2018-10-01", free["id"], free["id"])).Refused(400, "validation-failed");
        (await Named("2018-10-01", [.. Enumerable.Range(0, 501).Select(_ => $"{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}")]))
            .Refused(400, "validation-failed");
        Assert.That(await AuditHead(), Is.EqualTo(head));
        Assert.That((await app.Again(free)).Text, Is.EqualTo(free.Text));
    }

    [TestCase("2018-09-28", Description = "before today")]
    [TestCase("2018-10-03", Description = "German Unity Day")]
    [TestCase("2018-10-06", Description = "a Saturday")]
    [TestCase("2018-11-01", Description = "31 days ahead")]
    [TestCase("0001-01-01")]
    public async Task The_bank_pays_on_a_working_day_of_the_next_thirty_days(string executionOn)
    {
        var released = await app.Released(await SeededAward.Insert(app.Db));

        Assert.That((await Named(executionOn, released["id"])).Refused(400, "validation-failed")
            .Json.GetProperty("errors").TryGetProperty("/executionOn", out _), Is.True);

        Assert.That((await Named("2018-10-31", released["id"])).Succeeded()["executionOn"], Is.EqualTo("2018-10-31"));
    }

    [Test]
    public async Task A_payment_in_a_batch_is_settled_and_stopped_by_nobody_until_the_batch_is_void()
    {
        var award = await SeededAward.Insert(app.Db);
        var released = await app.Released(award);
        var signed = await app.Signed(released);
        var inBatch = await app.Again(released);
        (await app.Step("treasury-1", released, "settle", Booking)).Refused(412, "stale-version");

        Assert.That((await app.Step("treasury-1", inBatch, "settle", Booking)).Refused(409, "in-batch")["batch"],
            Is.EqualTo(signed["reference"]));
        Assert.That((await app.Step("treasury-1", inBatch, "stop", Why)).Refused(409, "in-batch")["batch"],
            Is.EqualTo(signed["reference"]));
        (await app.Step("treasury-1", inBatch, "confirm-settlement")).Refused(409, "settlement-not-recorded");
        (await app.OnBatch("treasury-1", signed, "void", new { reason = " " })).Refused(400, "validation-failed");
        var voided = (await app.OnBatch("treasury-1", signed, "void", Why)).Succeeded();

        Assert.That((voided["status"], voided["voidReason"]), Is.EqualTo(("voided", "One of them is to be stopped.")));
        var free = await app.Again(released);
        Assert.That((free["status"], free["batchId"]), Is.EqualTo(("released", "")));
        var next = await app.Batched(free);
        Assert.That((await app.PaymentsOf(voided), await app.PaymentsOf(next)),
            Is.EqualTo((new[] { released["id"] }, new[] { released["id"] })), "what a voided batch was made of is still told");
        await app.OnBatch("treasury-1", next, "void", Why);
        (await app.Step("treasury-1", await app.Again(released), "stop", Why)).Succeeded();
    }

    [Test]
    public async Task Who_has_approved_or_released_one_of_its_payments_neither_signs_it_nor_hands_it_over()
    {
        var batch = await app.Batched(await app.Released(await SeededAward.Insert(app.Db)));
        foreach (var (person, earlier) in new[] { ("finance-1", "approver"), ("finance-2", "releaser") })
        {
            var both = app.With(Tokens.Of(app, person, Role.Treasury));
            Assert.That((await both.OnBatch(batch, "sign")).Refused(403, "four-eyes")["earlier"], Is.EqualTo(earlier));
        }
        var signed = (await app.OnBatch("treasury-2", (await app.OnBatch("treasury-1", batch, "sign")).Succeeded(), "sign")).Succeeded();
        foreach (var (person, earlier) in new[] { ("finance-1", "approver"), ("finance-2", "releaser") })
        {
            var both = app.With(Tokens.Of(app, person, Role.Treasury));
            Assert.That((await both.OnBatch(signed, "hand-over")).Refused(403, "four-eyes")["earlier"], Is.EqualTo(earlier));
        }
        Assert.That((await app.BatchAgain(batch)).Text, Is.EqualTo(signed.Text));
        (await app.With(Tokens.Of(app, "finance-3", Role.Treasury)).OnBatch(signed, "hand-over")).Succeeded();
    }

    [Test]
    public async Task Only_the_treasury_makes_batches_only_persons_sign_them_and_offices_see_none()
    {
        var award = await SeededAward.Insert(app.Db);
        var released = await app.Released(award);
        var day = new { executionOn = "2018-10-01", disbursementIds = new[] { released["id"] } };
        foreach (var person in new[] { "finance-3", "admin-1", "caseworker-1", "decider-1", award.Applicant })
            (await app.As(person).Post("/payment-batches", day, key: Payments.Key)).Refused(403, "forbidden");
        var machine = app.With(app.Services.GetRequiredService<DevelopmentIssuer>().TokenFor(
            new DemoMachine("treasury-job", "", [Role.Treasury])));

        var batch = (await machine.Post("/payment-batches", day, key: Payments.Key)).Succeeded();
        (await machine.OnBatch(batch, "sign")).Refused(403, "person-required");

        (await app.As(award.Applicant).Get("/payment-batches")).Refused(403, "forbidden");
        (await app.As(award.Applicant).Get($"/payment-batches/{batch["id"]}")).Refused(403, "forbidden");
        var seen = (await app.As(award.Applicant).Get($"/disbursements/{released["id"]}")).Succeeded();
        Assert.That((seen["status"], seen["batchId"]), Is.EqualTo(("released", "")));
        (await app.As("caseworker-1").Get($"/payment-batches/{batch["id"]}")).Succeeded();
        var nowhere = $"/payment-batches/{Guid.Empty}";
        (await app.As("treasury-1").Get(nowhere)).Refused(404, "not-found");
        (await app.As("treasury-1").Get(nowhere + "/disbursements")).Refused(404, "not-found");
        foreach (var (step, body) in new[] { ("sign", null), ("hand-over", null), ("void", Why) })
            (await app.As("treasury-1").Post($"{nowhere}/{step}", body, "\"1\"", Payments.Key)).Refused(404, "not-found");
    }

    [Test]
    public async Task A_batch_whose_day_has_passed_or_whose_account_is_blocked_does_not_go_to_the_bank()
    {
        var award = await SeededAward.Insert(app.Db);
        var (late, stolen) = (await app.Signed(await app.Released(award)), await app.Signed(await app.Released(award)));
        await Block(award);
        Assert.That((await app.OnBatch("treasury-1", stolen, "hand-over")).Refused(409, "bank-account-unverified")["actual"],
            Is.EqualTo("blocked"));
        await app.ItIs("2018-10-02");

        var refused = (await app.OnBatch("treasury-1", late, "hand-over")).Refused(409, "execution-day-passed");

        Assert.That((refused["executionOn"], refused["today"]), Is.EqualTo(("2018-10-01", "2018-10-02")));
        Assert.That((await app.BatchAgain(late)).Text, Is.EqualTo(late.Text));
        (await app.OnBatch("treasury-1", late, "void", Why)).Succeeded();
    }

    [Test]
    public async Task Batches_are_numbered_in_their_year_without_gaps_and_listed_by_state()
    {
        var award = await SeededAward.Insert(app.Db);
        await app.ItIs("2019-01-02");
        var first = await app.Batched(await app.Released(award));
        (await app.Collect([await app.Approved(award)])).Refused(409, "payment-not-released");
        var second = await app.Batched(await app.Released(award));

        Assert.That((first["reference"], second["reference"]), Is.EqualTo(("ZL-2019-0001", "ZL-2019-0002")));
        (await app.OnBatch("treasury-1", first, "void", Why)).Succeeded();
        var open = await Listed("?status=open&limit=200");
        Assert.That(open, Does.Contain(second["id"]).And.Not.Contain(first["id"]));
        Assert.That(await Listed("?status=voided&limit=200"), Does.Contain(first["id"]));
        (await app.As("treasury-1").Get("/payment-batches?status=released")).Refused(400, "validation-failed");
    }

    [Test]
    public async Task The_steps_of_a_payment_tell_of_its_batch()
    {
        var award = await SeededAward.Insert(app.Db);
        var released = await app.Released(award);
        (await app.OnBatch("treasury-1", await app.Batched(released), "void", Why)).Succeeded();
        await app.HandedOver(await app.Again(released));

        var steps = (await app.As(award.Applicant).Get($"/disbursements/{released["id"]}/timeline")).Succeeded()
            .Json.GetProperty("items").EnumerateArray().Skip(3)
            .Select(step => (step.GetProperty("action").GetString(), step.GetProperty("takenBy").GetString()));
        Assert.That(steps, Is.EqualTo(new (string, string?)[]
        {
            ("disbursement.batched", null), ("disbursement.unbatched", null), ("disbursement.batched", null),
            ("disbursement.instructed", null),
        }));
    }

    [Test]
    public async Task A_batch_is_made_once_for_one_key()
    {
        var released = await app.Released(await SeededAward.Insert(app.Db));
        var key = Payments.Key;

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.Collect([released], key: key)));

        Assert.That(answers.Where(answer => answer.Code is null).Select(answer => answer["id"]).ToHashSet(StringComparer.Ordinal),
            Has.Count.EqualTo(1));
        Assert.That(answers.Select(answer => answer.Code), Is.All.AnyOf(null, "idempotency-key-in-progress"));
        (await app.As("treasury-1").Post("/payment-batches", new { executionOn = "2018-10-01" })).Refused(400, "idempotency-key-missing");
    }

    Task<Answer> Everything(string person) => Everything(app.As(person));

    static Task<Answer> Everything(GrantsClient person) =>
        person.Post("/payment-batches", new { executionOn = "2018-10-01" }, key: Payments.Key);

    Task<Answer> Named(string executionOn, params string[] disbursementIds) =>
        app.As("treasury-1").Post("/payment-batches", new { executionOn, disbursementIds }, key: Payments.Key);

    async Task<List<string>> Listed(string query) =>
    [
        .. (await app.As("auditor-1").Get("/payment-batches" + query)).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Select(batch => batch.GetProperty("id").GetString()!),
    ];

    async Task Block(SeededAward award)
    {
        var account = (await app.As("finance-3").Get($"/bank-accounts/{award.BankAccountId}")).Succeeded();
        (await app.As("finance-3").Post(
            $"/bank-accounts/{award.BankAccountId}/block", new { reason = "Gefälschter Brief" }, account.ETag)).Succeeded();
    }

    Task<long> AuditHead() => app.Db.Read(session => session.One<long>("select Seq from AuditHead"), CancellationToken.None);
}
