using Auridis.Grants.Api.Platform.Security.Development;
using Auridis.Grants.Tests.Features.FunderContributions;
using Auridis.Grants.Tests.Features.Repayments;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Features.Tasks;

/// <summary>
/// For each kind and for everybody: a task is shown exactly where its step is not refused for who takes it. The step is asked for with a
/// version that is none, which is refused only after all that depends on the person, and changes nothing.
/// </summary>
public sealed class TaskStepsTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";

    const string Gelsenkirchen = "05513000";

    const string NoVersion = "\"9999\"";

    /// <summary>What is answered to a person who may take the step, or may once they have declared their conflicts of interest.</summary>
    static readonly string[] MayTakeIt =
        ["stale-version", "reviewer-assigned", "conflict-undeclared", "bank-account-unknown", "keeps-out-of-range", "deferral-too-short"];

    /// <summary>What is answered to a person who may not, as they are or after what they have done.</summary>
    static readonly string[] MayNotTakeIt =
        ["forbidden", "not-found", "four-eyes", "decider-conflicted", "person-required"];

    static readonly string[] Demo =
    [
        "caseworker-1", "caseworker-2", "reviewer-1", "reviewer-2", "decider-1", "decider-2", "finance-1", "finance-2", "treasury-1",
        "treasury-2", "accounting-1", "funder-1", "auditor-1", "admin-1", "applicant-" + Bottrop, "applicant-" + Gelsenkirchen,
    ];

    /// <summary>Roles of one person that seldom meet.</summary>
    static readonly string[] Funding = [Role.Caseworker, Role.Reviewer, Role.Decider, Role.Finance];

    int asked;

    [SetUp]
    public Task In_the_window() => app.ItIs("2018-10-15");

    [Test]
    public async Task Application_to_check()
    {
        var programme = await app.OpenProgramme("STEP-CHECK");
        var author = app.Person("author", [Role.Applicant], Bottrop);
        var draft = (await author.Post(programme + "/applications", Sample.Application)).Succeeded();
        var submitted = (await author.Post(draft.Location + "/submit", ifMatch: draft.ETag)).Succeeded();

        await Agrees("application-to-check", programme, submitted.Path(), submitted.Path() + "/formal-check", Sample.Passed);
    }

    [Test]
    public async Task Application_to_mend()
    {
        var programme = await app.OpenProgramme("STEP-MEND");
        var submitted = await app.Submitted(programme, Bottrop);
        (await app.As("caseworker-1").Post(submitted.Path() + "/return",
            new { points = new[] { new { pointer = "/title", text = "Zu lang" } } }, submitted.ETag)).Succeeded();

        await Agrees("application-to-mend", programme, submitted.Path(), submitted.Path() + "/submit");
    }

    [Test]
    public async Task Extension_to_confirm()
    {
        var programme = await app.OpenProgramme("STEP-EXTEND");
        var proposed = (await app.As("caseworker-1").Post(
            programme + "/extensions", new { closesOn = "2018-12-07", reason = "Störung" })).Succeeded();
        var path = "/programme-extensions/" + proposed["id"];

        await Agrees("extension-to-confirm", programme, path, path + "/confirm");
    }

    [Test]
    public async Task Quorum_missing()
    {
        var programme = await app.OpenProgramme("STEP-QUORUM");
        var application = (await app.Eligible(programme, Bottrop)).Path();
        await app.Assigned(application, "reviewer-1");

        await Agrees("quorum-missing", programme, application, application + "/reviews",
            new { subject = "reviewer-1", issuer = DevelopmentIssuer.Issuer });
    }

    [TestCase("STEP-DECLARE", "reviewer-1")]
    [TestCase("STEP-DECLARE-OWN", "colleague")]
    public async Task Review_to_declare(string code, string reviewer)
    {
        var programme = await app.OpenProgramme(code);
        var review = await app.Assigned((await app.Eligible(programme, Bottrop)).Path(), reviewer);

        await Agrees("review-to-declare", programme, review.Location!, review.Location + "/declare", new { conflict = false });
    }

    [TestCase("STEP-SCORE", false)]
    [TestCase("STEP-SCORE-CONFLICT", true)]
    public async Task Review_to_score(string code, bool conflicted)
    {
        var programme = await app.OpenProgramme(code);
        var begun = await app.Begun((await app.Eligible(programme, Bottrop)).Path(), "reviewer-1");
        if (conflicted)
            await app.As("reviewer-1").Declares(programme, Bottrop);
        var path = "/reviews/" + begun["id"];

        await Agrees("review-to-score", programme, path, path + "/submit", nobody: conflicted);
    }

    [Test]
    public async Task Reopening_to_confirm()
    {
        var programme = await app.OpenProgramme("STEP-REOPEN");
        var submitted = await app.Submitted(programme, Bottrop);
        var ineligible = (await app.As("caseworker-1").Post(submitted.Path() + "/formal-check", new
        {
            items = Sample.Terms.Checks.Select(check => new { check = check.Code, met = false }),
            reason = "Nicht vom Jugendamt",
        }, submitted.ETag)).Succeeded();
        (await app.Person("many", Funding).Post(submitted.Path() + "/reopen", new
        {
            remedy = new { kind = "objection", reference = "W 1", filedOn = "2018-10-15" },
            reason = "Begründet",
        }, ineligible.ETag)).Succeeded();

        await Agrees("reopening-to-confirm", programme, submitted.Path(), submitted.Path() + "/reopen/confirm");
    }

    [Test]
    public async Task Lot_to_confirm()
    {
        var round = await Round.Play(app, "STEP-LOT", 1, drawLot: false);
        (await app.As("decider-1").Post(round.Programme + "/lot",
            new { secret = Round.LotSecret, publicValue = Round.LotValue }, (await round.Now()).ETag)).Succeeded();

        await Agrees("lot-to-confirm", round.Programme, round.Programme, round.Programme + "/lot/confirm",
            office: round.Applications[0].Office);
    }

    [Test]
    public async Task Selection_to_confirm_and_to_publish()
    {
        var round = await Round.Play(app, "STEP-DECIDE", 1);
        var draft = await round.Draft();
        var (path, office) = ($"/selections/{draft["id"]}", round.Applications[0].Office);
        var proposed = (await app.As("decider-1").Post(path + "/propose", ifMatch: draft.ETag)).Succeeded();

        await Agrees("selection-to-confirm", round.Programme, path, path + "/confirm", office: office);
        (await app.As("decider-2").Post(path + "/confirm", ifMatch: proposed.ETag)).Succeeded();
        await Agrees("selection-to-publish", round.Programme, path, path + "/publish", office: office);
    }

    [Test]
    public async Task Letter_to_dispatch_and_offer_to_answer()
    {
        var round = await Round.Play(app, "STEP-OFFER", 1);
        var (application, office) = ($"/applications/{round.Applications[0].Id}", round.Applications[0].Office);
        var award = $"/awards/{(await round.Offer(round.Applications[0]))[0]["id"]}";
        var letter = $"/letters/{(await app.LetterOf(application))["id"]}";

        await Agrees("letter-to-dispatch", round.Programme, letter, letter + "/dispatch",
            new { channel = "post", on = app.Today() }, office);
        await Agrees("offer-to-answer", round.Programme, award, award + "/accept", new { waiveRemedies = false }, office);
    }

    [Test]
    public async Task Notice_to_answer_and_amendment_to_endorse_and_to_approve()
    {
        var round = await Round.Play(app, "STEP-AMEND", 1);
        var award = await round.Activate(round.Applications[0]);
        var (path, office) = ($"/awards/{award["id"]}", round.Applications[0].Office);
        var notice = (await app.Applicant(office).Post(path + "/notices", new { kind = "delay", text = "Später" })).Succeeded();
        await Agrees("notice-to-answer", round.Programme, notice.Location!, notice.Location + "/close", new { reason = "x" }, office);

        var author = app.Person("author", [Role.Applicant], office);
        var amendment = (await author.Post(path + "/amendments", new
        {
            kind = "extension",
            endsOn = LetterSteps.Written(DateOnly.Parse(award["endsOn"], null).AddMonths(3)),
            reason = "Später begonnen",
        })).Succeeded();
        await Agrees("amendment-to-endorse", round.Programme, amendment.Location!, amendment.Location + "/endorse", office: office);
        (await app.Person("many", Funding).Post(amendment.Location + "/endorse", ifMatch: amendment.ETag)).Succeeded();
        await Agrees("amendment-to-approve", round.Programme, amendment.Location!, amendment.Location + "/approve", office: office);
    }

    [Test]
    public async Task Rest_to_request_award_to_complete_and_termination_to_confirm()
    {
        await app.ItIs("2021-03-01");
        var seeded = await SeededAward.Insert(app.Db, amountCents: 80_000_00, paidCents: 30_000_00);
        await app.Accepted(seeded, 70_000);
        var (programme, award) = ($"/programmes/{seeded.ProgrammeId}", $"/awards/{seeded.Id}");

        await Agrees("rest-to-request", programme, award, award + "/renounce-rest", office: seeded.Ags);
        (await app.As(seeded.Applicant).Post(award + "/renounce-rest",
            ifMatch: (await app.As("auditor-1").Get(award)).ETag, key: $"step-{++asked}")).Succeeded();
        await Agrees("award-to-complete", programme, award, award + "/complete", office: seeded.Ags);
        var proposed = (await app.Person("many", Funding).Post(award + "/terminations", new
        {
            legalBasis = "§ 47 SGB X",
            effectiveOn = app.Today(),
            knownSince = app.Today(),
            keeps = new { amount = "0.00", currency = "EUR" },
            reason = "Für anderes verwendet.",
        })).Succeeded();
        await Agrees("termination-to-confirm", programme, proposed.Location!, proposed.Location + "/confirm", office: seeded.Ags);
    }

    [Test]
    public async Task Reopening_of_a_report_to_confirm()
    {
        await app.ItIs("2021-03-01");
        var seeded = await SeededAward.Insert(app.Db, amountCents: 80_000_00, paidCents: 80_000_00);
        await app.Accepted(seeded, 70_000);
        var remedy = await app.Upheld(seeded);
        var proposed = (await app.Person("many", Funding).Post(
            seeded.Report + "/reopenings", new { remedyId = remedy["id"], reason = "Die Belege gehören zum Netzwerk." })).Succeeded();

        await Agrees("reopening-to-confirm", $"/programmes/{seeded.ProgrammeId}", proposed.Location!, proposed.Location + "/confirm",
            office: seeded.Ags);
    }

    [Test]
    public async Task Remedy_period_over()
    {
        var round = await Round.Play(app, "STEP-FINAL", 1);
        var offered = (await round.Offer(round.Applications[0]))[0];
        var (award, office) = ($"/awards/{offered["id"]}", round.Applications[0].Office);
        (await app.Applicant(office).Post(award + "/accept", new { waiveRemedies = false }, offered.ETag)).Succeeded();
        var letter = (await app.Dispatch(await app.LetterOf($"/applications/{round.Applications[0].Id}"), "served")).Succeeded();
        Assert.That(await Tasks(app.As("caseworker-1"), "remedy-period-over"), Does.Not.Contain(award));
        await app.ItIs(letter["remedyEndsOn"]);
        Assert.That(await Tasks(app.As("caseworker-1"), "remedy-period-over"), Does.Not.Contain(award), "on its last day");

        await app.ItIs(LetterSteps.Written(DateOnly.Parse(letter["remedyEndsOn"], null).AddDays(1)));
        await Agrees("remedy-period-over", round.Programme, award, award + "/activate", office: office);

        // An objection keeps it waiting, and its rejection begins the period for an action.
        var remedy = (await app.As("caseworker-1").Post(
            award + "/remedies", new { kind = "objection", filedOn = app.Today(), reference = "W 1" })).Succeeded();
        Assert.That(await Tasks(app.As("caseworker-1"), "remedy-period-over"), Does.Not.Contain(award));
        (await app.As("caseworker-1").Post(
            remedy.Location + "/close", new { outcome = "rejected", on = app.Today() }, remedy.ETag)).Succeeded();
        Assert.That(await Tasks(app.As("caseworker-1"), "remedy-period-over"), Does.Not.Contain(award));
        await app.ItIs(LetterSteps.Written(app.Today().AddMonths(1).AddDays(7)));
        Assert.That(await Tasks(app.As("caseworker-1"), "remedy-period-over"), Does.Contain(award));
    }

    [Test]
    public async Task Report_overdue()
    {
        await app.ItIs(LetterSteps.Written(SeededAward.PaidOn));
        var seeded = await SeededAward.Insert(app.Db, dueOn: SeededAward.PaidOn.AddDays(-3));
        await Agrees("report-overdue", $"/programmes/{seeded.ProgrammeId}", seeded.Report, $"/awards/{seeded.Id}/terminations", new
        {
            legalBasis = "§ 47 SGB X",
            effectiveOn = app.Today(),
            knownSince = app.Today(),
            keeps = new { amount = "1.00", currency = "EUR" },
            reason = "Nichts vorgelegt",
        }, seeded.Ags);
    }

    /// <summary>Submitted, and again when it was returned and not mended in time.</summary>
    [Test]
    public async Task Report_to_examine()
    {
        await app.ItIs("2021-09-02");
        var seeded = await SeededAward.Insert(app.Db);
        var (author, programme) = (app.As(seeded.Applicant), $"/programmes/{seeded.ProgrammeId}");
        var written = (await author.Put(seeded.Report,
            new { narrative = "Nichts.", ownFunds = Reports.Euros(0), thirdPartyIncome = Reports.Euros(0) },
            (await author.Get(seeded.Report)).ETag)).Succeeded();
        var submitted = (await author.Post(seeded.Report + "/submit", new { expenditure = Reports.Euros(0) }, written.ETag)).Succeeded();
        await Agrees("report-to-examine", programme, seeded.Report, seeded.Report + "/examine", office: seeded.Ags);

        (await app.As("finance-1").Post(seeded.Report + "/return",
            new { points = new[] { new { text = "Zu kurz" } }, mendBy = "2021-09-02" }, submitted.ETag)).Succeeded();
        Assert.That(await Tasks(app.As("finance-2"), "report-to-examine"), Does.Not.Contain(seeded.Report));
        await app.ItIs("2021-09-03");
        await Agrees("report-to-examine", programme, seeded.Report, seeded.Report + "/examine", office: seeded.Ags);
    }

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
        var proposed = (await many.Post(programme + "/contributions", ContributionSteps.Booking("1.00"), key: $"step-{++asked}"))
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

    /// <param name="resource">What waits.</param>
    /// <param name="step">The path of what is to be done.</param>
    /// <param name="office">The office that it is of, or whose application is decided on.</param>
    /// <param name="nobody">Nobody may take the step.</param>
    async Task Agrees(
        string kind, string programme, string resource, string step, object? body = null, string office = Bottrop, bool nobody = false)
    {
        List<string> shown = [], taken = [];
        foreach (var (name, person) in await Everybody(programme, office))
        {
            if ((await Tasks(person, kind)).Contains(resource))
                shown.Add(name);
            var answer = await person.Post(step, body, NoVersion, key: $"step-{++asked}");
            Assert.That(answer.Code, Is.AnyOf([.. MayTakeIt, .. MayNotTakeIt]), name);
            if (MayTakeIt.Contains(answer.Code, StringComparer.Ordinal))
                taken.Add(name);
        }

        Assert.That(shown, Is.EqualTo(taken), kind);
        Assert.That(taken, nobody ? Is.Empty : Is.Not.Empty, kind);
    }

    /// <summary>The demo persons, persons with roles that seldom meet, with and without a conflict of interest, and machines.</summary>
    async Task<List<(string Name, GrantsClient Person)>> Everybody(string programme, string office)
    {
        var conflicted = app.Person("conflicted", Funding);
        await conflicted.Declares(programme, office);
        var conflictedCashier = app.Person("conflicted-cashier", [Role.Treasury, Role.Decider]);
        await conflictedCashier.Declares(programme, office);
        return
        [
            .. Demo.Select(name => (name, app.As(name))),
            ("applicant of it", app.Applicant(office)),
            ("conflicted", conflicted),
            ("conflicted, of the treasury", conflictedCashier),
            ("of many roles", app.Person("many", Funding)),
            ("author, now a caseworker", app.Person("author", Funding)),
            ("treasurer, now in finance", app.Person("treasurer", Funding)),
            ("of the treasury and the office", app.Person("cashier", [Role.Treasury], office)),
            ("releaser, now of the treasury too", app.With(Tokens.Of(app, "finance-2", Role.Treasury))),
            ("reviewer, now of the office", app.Person("colleague", [Role.Reviewer], office)),
            ("of the office and the funding side", app.Person("both", [Role.Applicant, .. Funding], office)),
            ("of another office and the funding side", app.Person("neighbour", [Role.Applicant, .. Funding], Gelsenkirchen)),
            .. Role.All.Select(role => ("machine of " + role, app.With(
                app.Services.GetRequiredService<DevelopmentIssuer>().TokenFor(new DemoMachine("machine", "", [role]))))),
        ];
    }

    static async Task<List<string>> Tasks(GrantsClient person, string kind) =>
    [
        .. (await person.Get("/tasks?limit=200&kind=" + kind)).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Select(task => task.GetProperty("resource").GetString()!),
    ];
}
