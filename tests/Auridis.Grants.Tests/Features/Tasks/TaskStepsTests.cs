using Auridis.Grants.Api.Platform.Security.Development;

namespace Auridis.Grants.Tests.Features.Tasks;

/// <summary>Of applications, reviews, selections, letters, awards and reports.</summary>
public sealed class TaskStepsTests(DatabaseKind kind) : TaskStepsFixture(kind)
{
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
            ifMatch: (await app.As("auditor-1").Get(award)).ETag, key: Payments.Key)).Succeeded();
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
}
