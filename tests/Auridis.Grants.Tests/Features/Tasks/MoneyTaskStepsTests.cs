using Auridis.Grants.Tests.Features.FunderContributions;
using Auridis.Grants.Tests.Features.Repayments;

namespace Auridis.Grants.Tests.Features.Tasks;

/// <summary>Of money: claims, contributions, payments, refunds and interest.</summary>
public sealed class MoneyTaskStepsTests(DatabaseKind kind) : TaskStepsFixture(kind)
{
    [Test]
    public async Task Claims()
    {
        await app.ItIs("2021-09-02");
        var (award, claim) = await app.Owing();
        var programme = $"/programmes/{award.ProgrammeId}";

        await Agrees("claim-overdue", programme, claim, claim + "/deferrals", new { until = "2021-09-02", reason = "x" }, award.Ags);
        foreach (var (kind, path) in ((string, string)[])
            [("deferral", "deferrals"), ("waiver", "waivers"), ("write-off", "write-offs")])
        {
            var proposed = (await app.Person("many", Funding).Post($"{claim}/{path}", ReliefSteps.Proposal(path))).Succeeded();
            await Agrees(kind + "-to-confirm", programme, proposed.Location!, proposed.Location + "/confirm", office: award.Ags);
            (await app.As("finance-1").Post(proposed.Location + "/refuse", new { reason = "x" }, proposed.ETag)).Succeeded();
        }
    }

    [Test]
    public async Task Contribution_and_period_to_confirm()
    {
        var programme = await app.OpenProgramme("STEP-FUNDS");
        var many = app.Person("many", Funding);
        var proposed = (await many.Post(programme + "/contributions", ContributionSteps.Booking("1.00"), key: Key))
            .Succeeded();
        await Agrees("contribution-to-confirm", programme, proposed.Location!, proposed.Location + "/confirm");

        await app.ItIs("2030-01-15");
        // The month of the first entry, where another test has posted one.
        var last = await many.Post("/ledger/periods/2029-12/close");
        var month = (last.Code is null ? last : await many.Post($"/ledger/periods/{last["openMonth"]}/close")).Succeeded();
        await Agrees("period-to-confirm", programme, month.Location!, month.Location + "/confirm");
        (await app.As("finance-1").Post(month.Location + "/refuse", new { reason = "x" }, month.ETag)).Succeeded();
    }

    [Test]
    public async Task Payments()
    {
        var seeded = await SeededAward.Insert(app.Db);
        var programme = $"/programmes/{seeded.ProgrammeId}";
        Task Agree(string kind, Answer payment, string step, object? body = null) =>
            Agrees(kind, programme, $"/disbursements/{payment["id"]}", $"/disbursements/{payment["id"]}/{step}", body, seeded.Ags);
        var booking = new { bookedOn = app.Today(), bankReference = "KTO-1" };

        await Agree("payment-to-approve", await app.Requested(seeded), "approve", Playing.Payments.Right);
        await Agree("payment-to-release", await app.Approved(seeded), "release");
        var released = await app.Released(seeded);
        await Agree("payment-to-settle", released, "settle", booking);
        await Agree("payment-to-confirm", (await app.Step("treasury-1", await app.Released(seeded), "settle", booking)).Succeeded(),
            "confirm-settlement");
        await Agree("payment-to-confirm",
            (await app.Step("treasury-1", await app.Released(seeded), "stop", new { reason = "Konto gelöscht" })).Succeeded(),
            "confirm-stop");
        await app.ItIs("2018-10-22");
        await Agree("payment-not-booked", released, "settle", booking);
    }

    [Test]
    public async Task Batches_and_what_the_bank_has()
    {
        var seeded = await SeededAward.Insert(app.Db);
        var programme = $"/programmes/{seeded.ProgrammeId}";
        var booking = new { bookedOn = app.Today(), bankReference = "KTO-1" };
        Task Agree(string kind, Answer payment, string step, object? body = null) =>
            Agrees(kind, programme, $"/disbursements/{payment["id"]}", $"/disbursements/{payment["id"]}/{step}", body, seeded.Ags);
        Task AgreeOnBatch(string kind, Answer batch, string step) =>
            Agrees(kind, programme, $"/payment-batches/{batch["id"]}", $"/payment-batches/{batch["id"]}/{step}", office: seeded.Ags);

        var open = await app.Batched(await app.Released(seeded));
        await AgreeOnBatch("batch-to-sign", open, "sign");
        var first = (await app.OnBatch("treasury-1", open, "sign")).Succeeded();
        await AgreeOnBatch("batch-to-sign", first, "sign");
        var signed = (await app.OnBatch("treasury-2", first, "sign")).Succeeded();
        await AgreeOnBatch("batch-to-hand-over", signed, "hand-over");
        var waiting = (await app.PaymentsOf(signed))[0];
        foreach (var other in new[] { "payment-to-settle", "payment-to-confirm", "payment-not-booked" })
            Assert.That(await Tasks(app.As("treasury-3"), other), Does.Not.Contain($"/disbursements/{waiting}"), other);

        var handedOver = await app.Instructed(seeded);
        await Agree("payment-to-settle", handedOver, "settle", booking);
        await Agree("payment-to-settle", handedOver, "bank-rejection", Batches.Rejected("2018-10-15"));
        var answered = (await app.Step("treasury-1", handedOver, "settle", booking)).Succeeded();
        Assert.That(await Tasks(app.As("treasury-3"), "payment-to-settle"), Does.Not.Contain($"/disbursements/{handedOver["id"]}"));
        await Agree("payment-to-confirm", answered, "confirm-settlement");
        var returning = Playing.Payments.Returned("2018-10-15");
        await Agree("payment-to-confirm",
            (await app.Step("treasury-1", await app.Instructed(seeded), "return", returning)).Succeeded(), "confirm-return");
        await Agree("payment-to-confirm",
            (await app.Step("treasury-1", await app.Instructed(seeded), "bank-rejection", Batches.Rejected("2018-10-15"))).Succeeded(),
            "confirm-bank-rejection");
        await Agree("payment-to-confirm",
            (await app.Step("treasury-1", await app.Settled(seeded), "return", returning)).Succeeded(), "confirm-return");
        var instructed = await app.Instructed(seeded);
        await app.ItIs("2018-10-19");
        Assert.That(await Tasks(app.As("treasury-3"), "payment-not-booked"), Does.Not.Contain($"/disbursements/{instructed["id"]}"));
        await app.ItIs("2018-10-22");
        await Agree("payment-not-booked", instructed, "settle", booking);
        Assert.That(await Tasks(app.As("treasury-3"), "payment-not-booked"), Does.Not.Contain($"/disbursements/{waiting}"));
    }

    [Test]
    public async Task Credit_to_refund()
    {
        await app.ItIs("2021-03-01");
        var (award, claim) = await app.Overpaid();

        await Agrees("credit-to-refund", $"/programmes/{award.ProgrammeId}", claim, claim + "/refund",
            new { bankAccountId = award.ProgrammeId }, award.Ags);
    }

    [Test]
    public async Task Reversal_to_confirm()
    {
        await app.ItIs("2021-03-01");
        var award = await SeededAward.Insert(app.Db, paidCents: 1_000_00);
        var proposed = (await app.Reversal("treasury-1", (await app.GiveBack(award, 1)).Succeeded(), "reverse")).Succeeded();
        var path = "/repayment-receipts/" + proposed["id"];

        await Agrees("reversal-to-confirm", $"/programmes/{award.ProgrammeId}", path, path + "/confirm", office: award.Ags);
    }

    [Test]
    public async Task Rate_to_confirm_and_interest_to_confirm()
    {
        await app.ItIs("2021-03-01");
        var seeded = await SeededAward.Insert(app.Db, paidCents: 1_000_00);
        var programme = $"/programmes/{seeded.ProgrammeId}";
        var many = app.Person("many", [Role.Admin, .. Funding]);
        var rate = (await many.Post("/base-rates", new { validFrom = "2016-07-01", percent = -0.88m })).Succeeded();
        await Agrees("rate-to-confirm", programme, rate.Location!, rate.Location + "/confirm", office: seeded.Ags);
        (await app.As("finance-1").Post(rate.Location + "/confirm", ifMatch: rate.ETag)).Succeeded();

        var interest = (await many.Post($"/awards/{seeded.Id}/interest", new
        {
            disbursementId = seeded.PaymentId,
            amount = Reports.Euros(100),
            usedOn = "2019-05-01",
        })).Succeeded();
        await Agrees("interest-to-confirm", programme, interest.Location!, interest.Location + "/confirm", office: seeded.Ags);
    }

    [Test]
    public async Task Account_to_verify()
    {
        var programme = await app.OpenProgramme("STEP-ACCOUNT");
        var treasurer = app.Person("treasurer", [Role.Applicant], Bottrop);
        var added = (await treasurer.Post(await app.AccountsOf(Bottrop), new { iban = "NL91ABNA0417164300", holder = "Stadtkasse" }))
            .Succeeded();

        await Agrees("account-to-verify", programme, "/bank-accounts/" + added["id"], $"/bank-accounts/{added["id"]}/verify");
    }
}
