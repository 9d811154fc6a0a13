namespace Auridis.Grants.Tests.Features.YouthOffices;

/// <summary>
/// Who acts for an office takes no step on it, whatever their roles on the funding side. Each step is tried by such a person, changes
/// nothing, and is then taken by another.
/// </summary>
public sealed class ExcludedPersonsTests(DatabaseKind kind) : ApiTests(kind)
{
    [OneTimeSetUp]
    public async Task SetClock() => (await app.As("admin-1").Put("/clock", new { now = "2021-03-01T08:00:00Z" })).Succeeded();

    [Test]
    public async Task Of_a_bank_account()
    {
        var award = await SeededAward.Insert(app.Db);
        var office = (await app.As("auditor-1").Get("/youth-offices?ags=" + award.Ags)).Succeeded().Json.GetProperty("items")[0];
        var added = (await app.As(award.Applicant).Post($"/youth-offices/{office.GetProperty("id").GetString()}/bank-accounts",
            new { iban = "NL91ABNA0417164300", holder = "Stadtkasse" })).Succeeded();

        await Excluded(award.Ags, Role.Finance, person => person.Post(added.Location + "/verify", ifMatch: added.ETag));
        await Excluded(award.Ags, Role.Finance, person => person.Post(added.Location + "/verify", ifMatch: "\"9\""));
        (await Elsewhere(award.Ags, Role.Finance).Post(added.Location + "/verify", ifMatch: added.ETag)).Succeeded();
    }

    [Test]
    public async Task Of_a_payment()
    {
        var award = await SeededAward.Insert(app.Db);
        var requested = await app.Requested(award);
        var reason = new { reason = "Wrong period" };
        await Excluded(award.Ags, Role.Finance, person => Step(person, requested, "reject", reason));
        await Excluded(award.Ags, Role.Finance, person => Step(person, requested, "approve", Payments.Right));
        var approved = (await Step(Elsewhere(award.Ags, Role.Finance), requested, "approve", Payments.Right)).Succeeded();
        await Excluded(award.Ags, Role.Finance, person => Step(person, requested, "approve", Payments.Right));
        await Excluded(award.Ags, Role.Finance, person => Step(person, approved, "release"));
        var released = (await app.Step("finance-2", approved, "release")).Succeeded();

        await Excluded(award.Ags, Role.Treasury, person => Step(person, released, "stop", reason));
        released = (await app.Step("treasury-1", released, "stop", reason)).Succeeded();
        await Excluded(award.Ags, Role.Treasury, person => Step(person, released, "confirm-stop"));
        await Excluded(award.Ags, Role.Treasury, person => Step(person, released, "withdraw-record", reason));

        var booking = new { bookedOn = released["releasedOn"], bankReference = "KTO-1" };
        await Excluded(award.Ags, Role.Treasury, person => Step(person, released, "settle", booking));
        var recorded = (await app.Step("treasury-1", released, "settle", booking)).Succeeded();
        await Excluded(award.Ags, Role.Treasury, person => Step(person, recorded, "confirm-settlement"));
        var settled = (await app.Step("treasury-2", recorded, "confirm-settlement")).Succeeded();

        var returning = Payments.Returned(settled["bookedOn"]);
        await Excluded(award.Ags, Role.Treasury, person => Step(person, settled, "return", returning));
        var returned = (await app.Step("treasury-1", settled, "return", returning)).Succeeded();
        await Excluded(award.Ags, Role.Treasury, person => Step(person, returned, "confirm-return"));
        (await app.Step("treasury-2", returned, "confirm-return")).Succeeded();
    }

    /// <summary>What a person has declared in the programme excludes them as the claim does.</summary>
    [Test]
    public async Task Of_a_payment_to_an_office_that_a_person_has_declared_a_conflict_on()
    {
        var award = await SeededAward.Insert(app.Db);
        var (finance, treasury) = await Declared(award);
        var reason = new { reason = "Wrong period" };
        var requested = await app.Requested(award);
        await Excluded(award.Ags, person => Step(person, requested, "reject", reason), finance);
        await Excluded(award.Ags, person => Step(person, requested, "approve", Payments.Right), finance);
        var approved = (await Step(app.As("finance-1"), requested, "approve", Payments.Right)).Succeeded();
        await Excluded(award.Ags, person => Step(person, approved, "release"), finance);
        var released = (await app.Step("finance-2", approved, "release")).Succeeded();

        await Excluded(award.Ags, person => Step(person, released, "stop", reason), treasury);
        await Excluded(award.Ags, person => Step(person, released, "withdraw-record", reason), treasury);
        var booking = new { bookedOn = released["releasedOn"], bankReference = "KTO-1" };
        await Excluded(award.Ags, person => Step(person, released, "settle", booking), treasury);
        var recorded = (await app.Step("treasury-1", released, "settle", booking)).Succeeded();
        await Excluded(award.Ags, person => Step(person, recorded, "confirm-settlement"), treasury);
        var settled = (await app.Step("treasury-2", recorded, "confirm-settlement")).Succeeded();
        var returning = Payments.Returned(settled["bookedOn"]);
        await Excluded(award.Ags, person => Step(person, settled, "return", returning), treasury);
        var returned = (await app.Step("treasury-1", settled, "return", returning)).Succeeded();
        await Excluded(award.Ags, person => Step(person, returned, "confirm-return"), treasury);

        // In another programme they have declared nothing.
        var other = await SeededAward.Insert(app.Db);
        (await Step(finance, await app.Requested(other), "approve", Payments.Right)).Succeeded();
    }

    [Test]
    public async Task Of_a_batch_and_of_what_the_bank_rejects()
    {
        var award = await SeededAward.Insert(app.Db);
        var reason = new { reason = "Wrong period" };
        var released = await app.Released(award);
        var declared = (await Declared(award)).Treasury;
        var made = new { executionOn = app.Today(), disbursementIds = new[] { released["id"] } };
        async Task Barred(Func<GrantsClient, Task<Answer>> step)
        {
            await Excluded(award.Ags, Role.Treasury, step);
            await Excluded(award.Ags, step, declared);
        }

        await Barred(person => person.Post("/payment-batches", made, key: Payments.Key));
        (await declared.Post("/payment-batches", new { executionOn = app.Today() }, key: Payments.Key)).Refused(409, "nothing-to-pay");
        var open = await app.Batched(released);
        await Barred(person => person.OnBatch(open, "sign"));
        await Barred(person => person.OnBatch(open, "void", reason));
        Assert.That(await Waits(declared, "batch-to-sign"), Is.False);
        Assert.That(await Waits(app.As("treasury-2"), "batch-to-sign"), Is.True);
        var first = (await Elsewhere(award.Ags, Role.Treasury).OnBatch(open, "sign")).Succeeded();
        await Barred(person => person.OnBatch(first, "sign"));
        var signed = (await app.OnBatch("treasury-2", first, "sign")).Succeeded();
        await Barred(person => person.OnBatch(signed, "hand-over"));
        Assert.That(await Waits(declared, "batch-to-hand-over"), Is.False);
        (await app.OnBatch("treasury-1", signed, "hand-over")).Succeeded();

        var instructed = await app.Again(released);
        var rejection = Batches.Rejected(instructed["instructedOn"]);
        await Excluded(award.Ags, Role.Treasury, person => Step(person, instructed, "bank-rejection", rejection));
        var recorded = (await app.Step("treasury-1", instructed, "bank-rejection", rejection)).Succeeded();
        await Excluded(award.Ags, Role.Treasury, person => Step(person, recorded, "withdraw-record", reason));
        await Excluded(award.Ags, Role.Treasury, person => Step(person, recorded, "confirm-bank-rejection"));
        (await app.Step("treasury-2", recorded, "confirm-bank-rejection")).Succeeded();

        async Task<bool> Waits(GrantsClient person, string kind) => (await person.Get("/tasks?limit=200&kind=" + kind)).Succeeded()
            .Json.GetProperty("items").EnumerateArray()
            .Any(task => task.GetProperty("resource").GetString() == $"/payment-batches/{open["id"]}");
    }

    [Test]
    public async Task Of_a_report_and_of_what_is_paid_back()
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 100_00);
        var office = app.As(award.Applicant);
        var (finance, treasury) = await Declared(award);
        var nothing = new { amount = "0.00", currency = "EUR" };
        var written = (await office.Put(
            award.Report, new { narrative = "We met.", ownFunds = nothing, thirdPartyIncome = nothing }, "\"1\"")).Succeeded();
        var submitted = (await office.Post(award.Report + "/submit", new { expenditure = nothing }, written.ETag)).Succeeded();

        Task<Answer> Examine(GrantsClient person, Answer report) => person.Post(award.Report + "/examine", ifMatch: report.ETag);
        await Excluded(award.Ags, Role.Finance, person => Examine(person, submitted));
        await Excluded(award.Ags, person => Examine(person, submitted), finance);
        var examined = (await Examine(app.As("finance-1"), submitted)).Succeeded();
        await Excluded(award.Ags, Role.Finance, person => Examine(person, examined));
        await Excluded(award.Ags, person => Examine(person, examined), finance);
        var findings = new { findings = Array.Empty<object>() };
        var claimed = new { amount = "100.00", currency = "EUR" };
        var heard = new { sentOn = app.Today(), replyBy = app.Today().AddDays(14), draftClaim = claimed };
        // The examiner has gone to work for the office, or has declared a conflict since.
        var examiner = app.Person("finance-1", [Role.Finance, Role.Decider]);
        await examiner.Declares($"/programmes/{award.ProgrammeId}", award.Ags);
        foreach (var person in new[] { app.Person("finance-1", [Role.Finance], award.Ags), examiner })
        {
            await Excluded(award.Ags, one => one.Post(award.Report + "/findings", findings, examined.ETag), person);
            await Excluded(award.Ags, one => one.Post(award.Report + "/hearing", heard, examined.ETag), person);
        }
        await examiner.Declares($"/programmes/{award.ProgrammeId}");
        var found = (await app.As("finance-1").Post(award.Report + "/findings", findings, examined.ETag)).Succeeded();
        Task<Answer> Accept(GrantsClient person) => person.Post(award.Report + "/accept", ifMatch: found.ETag, key: Payments.Key);
        await Excluded(award.Ags, Role.Finance, Accept);
        await Excluded(award.Ags, Accept, finance);
        (await Accept(app.As("finance-2"))).Succeeded();

        var claims = (await app.As("finance-1").Get("/repayment-claims?awardId=" + award.Id)).Succeeded().Json.GetProperty("items");
        var receipts = $"/repayment-claims/{claims[0].GetProperty("id").GetString()}/receipts";
        var money = new { amount = claimed, receivedOn = "2021-03-01", bankReference = "B-1" };
        Task<Answer> Record(GrantsClient person) => person.Post(receipts, money, key: Payments.Key);
        await Excluded(award.Ags, Role.Treasury, Record);
        await Excluded(award.Ags, Record, treasury);
        (await Record(app.As("treasury-1"))).Succeeded();
        await Excluded(award.Ags, Role.Treasury, Record);
    }

    [Test]
    public async Task Of_a_review()
    {
        var eligible = await InReview("EXCLUDED-REVIEW", "05512000");
        var begun = await app.Begun(eligible, "reviewer-1");
        var path = "/reviews/" + begun["id"];

        await Excluded("05512000", Role.Caseworker, person => person.Post(eligible + "/reviews", new { subject = "reviewer-2" }));
        await Excluded("05512000", Role.Caseworker, person => person.Post(path + "/withdraw", new { reason = "Krank" }, begun.ETag));
        // The reviewer has gone to work for the office, after the declaration.
        var reviewer = app.Person("reviewer-1", [Role.Reviewer], "05512000");
        var scores = new { scores = Sample.Terms.Criteria.Select(item => new { criterion = item.Code, points = 10, comment = "Gut" }) };
        await Excluded("05512000", person => person.Put(path + "/scores", scores, begun.ETag), reviewer);
        await Excluded("05512000", person => person.Put(path + "/scores", scores, "\"9\""), reviewer);
        var scored = (await app.As("reviewer-1").Put(path + "/scores", scores, begun.ETag)).Succeeded();
        await Excluded("05512000", person => person.Post(path + "/submit", ifMatch: scored.ETag), reviewer);
        (await app.As("reviewer-1").Post(path + "/submit", ifMatch: scored.ETag)).Succeeded();
    }

    /// <summary>One office's gain is another's loss: who acts for any of them decides on none.</summary>
    [Test]
    public async Task Of_the_lot_and_the_selection_of_a_programme_in_which_the_office_takes_part()
    {
        var round = await Round.Play(app, "EXCLUDED", 2, drawLot: false);
        var office = round.Applications[1].Office;
        var programme = (await app.As("auditor-1").Get(round.Programme)).Succeeded();
        var lot = new { secret = Round.LotSecret, publicValue = Round.LotValue };
        await Excluded(office, Role.Decider, person => person.Post(round.Programme + "/lot", lot, programme.ETag));
        var entered = (await app.As("decider-1").Post(round.Programme + "/lot", lot, programme.ETag)).Succeeded();
        await Excluded(office, Role.Decider, person => person.Post(round.Programme + "/lot/confirm", ifMatch: entered.ETag));
        (await app.As("decider-2").Post(round.Programme + "/lot/confirm", ifMatch: entered.ETag)).Succeeded();

        await Excluded(office, Role.Caseworker, person => person.Post(round.Programme + "/selections", new { }));
        var draft = await round.Draft(round.Applications[0]);
        var path = draft.Location!;
        await Excluded(office, Role.Caseworker, person => person.Post(path + "/decisions", new { }, draft.ETag));
        await Excluded(office, Role.Decider, person => person.Post(path + "/propose", ifMatch: draft.ETag));
        var proposed = (await app.As("decider-1").Post(path + "/propose", ifMatch: draft.ETag)).Succeeded();
        await Excluded(office, Role.Decider, person => person.Post(path + "/confirm", ifMatch: proposed.ETag));
        await Excluded(office, Role.Decider, person => person.Post(path + "/send-back", new { reason = "Neu" }, proposed.ETag));
        await Elsewhere(office, Role.Decider).Declares(round.Programme);
        var confirmed = (await Elsewhere(office, Role.Decider).Post(path + "/confirm", ifMatch: proposed.ETag)).Succeeded();
        await Excluded(office, Role.Decider, person => person.Post(path + "/publish", ifMatch: confirmed.ETag, key: Payments.Key));
        await Excluded(office, Role.Decider, person => person.Post(path + "/publish", ifMatch: "\"9\"", key: Payments.Key));
        (await round.Publish(confirmed)).Succeeded();
    }

    [Test]
    public async Task Of_an_award_that_is_to_be_activated()
    {
        var round = await Round.Play(app, "EXCLUDED-AWARD", 1);
        var office = round.Applications[0].Office;
        var offered = (await round.Offer(round.Applications[0]))[0];
        var award = (await app.Applicant(office).Post($"/awards/{offered["id"]}/accept", new { waiveRemedies = false }, offered.ETag))
            .Succeeded();
        var letter = await app.LetterOf($"/applications/{award["applicationId"]}");
        var dispatch = new { channel = "handed-over", on = app.Today() };
        await Excluded(office, Role.Caseworker, person => person.Post($"/letters/{letter["id"]}/dispatch", dispatch, letter.ETag));
        letter = (await app.Dispatch(letter, "handed-over")).Succeeded();
        await Excluded(office, Role.Caseworker,
            person => person.Post($"/letters/{letter["id"]}/receipt", new { receivedOn = app.Today() }, letter.ETag));
        award = (await app.As("caseworker-1").Get($"/awards/{award["id"]}")).Succeeded();
        await app.SetClock(award["finalFrom"]);

        await Excluded(office, Role.Caseworker, person => person.Post($"/awards/{award["id"]}/activate", ifMatch: award.ETag));
        (await Elsewhere(office, Role.Caseworker).Post($"/awards/{award["id"]}/activate", ifMatch: award.ETag)).Succeeded();
    }

    /// <summary>An application that is not in the running any more, or not yet, gives its office no part in the selection.</summary>
    [Test]
    public async Task Who_acts_for_an_office_that_has_withdrawn_is_excluded_no_more()
    {
        var round = await Round.Play(app, "EXCLUDED-WITHDRAWN", 2);
        var withdrawn = round.Applications[1];
        var path = $"/applications/{withdrawn.Id}";
        (await app.Applicant(withdrawn.Office).Post(path + "/withdraw", new { reason = "Kein Eigenanteil" },
            (await app.As("auditor-1").Get(path)).ETag)).Succeeded();

        (await app.Person("decider-of-it", [Role.Decider], withdrawn.Office).Post(round.Programme + "/selections", new { })).Succeeded();
    }

    [Test]
    public async Task Who_acts_for_an_office_that_mends_its_application_is_excluded()
    {
        var round = await Round.Play(app, "EXCLUDED-RETURNED", 1);
        const string late = "05915000";
        (await app.As("caseworker-1").Post(round.Programme + "/late-exceptions",
            new { officeAgs = late, until = "2099-12-31", reason = "Das Portal war weg" }, (await round.Now()).ETag)).Succeeded();
        var submitted = await app.Submitted(round.Programme, late);
        var points = new[] { new { pointer = "/title", text = "Welches Netzwerk?" } };
        (await app.As("caseworker-1").Post(submitted.Path() + "/return", new { points }, submitted.ETag)).Succeeded();

        await Excluded(late, Role.Decider, person => person.Post(round.Programme + "/selections", new { }));
    }

    [TestCase("en", "You act for the youth office 05512000, which this step is about, or have declared a conflict of interest on it; "
        + "another person must take it.")]
    [TestCase("de", "Sie handeln für das Jugendamt 05512000, um das es hier geht, oder haben sich dafür befangen erklärt; diesen Schritt "
        + "muss eine andere Person ausführen.")]
    public async Task It_is_explained_in_the_language_of_the_caller(string language, string detail)
    {
        var eligible = await InReview($"EXCLUDED-{language.ToUpperInvariant()}", "05512000");

        var refused = (await app.Person("colleague", [Role.Caseworker], "05512000")
            .Post(eligible + "/reviews", new { subject = "reviewer-1" }, language: language)).Refused(403, "decider-conflicted");

        Assert.That((refused["detail"], refused["office"]), Is.EqualTo((detail, "05512000")));
    }

    Task Excluded(string office, string role, Func<GrantsClient, Task<Answer>> step) =>
        Excluded(office, step, app.Person("colleague", [role], office), app.Person("colleague", [role, Role.Applicant], office));

    /// <summary>The step is refused to each of these persons, and changes nothing.</summary>
    async Task Excluded(string office, Func<GrantsClient, Task<Answer>> step, params GrantsClient[] persons)
    {
        var before = await AuditHead();
        foreach (var person in persons)
            Assert.That((await step(person)).Refused(403, "decider-conflicted")["office"], Is.EqualTo(office));
        Assert.That(await AuditHead(), Is.EqualTo(before));
    }

    /// <summary>Two persons who have declared a conflict of interest on the office of an award, in its programme.</summary>
    async Task<(GrantsClient Finance, GrantsClient Treasury)> Declared(SeededAward award)
    {
        foreach (var person in new[] { "declared", "declared-too" })
            await app.Person(person, [Role.Decider]).Declares($"/programmes/{award.ProgrammeId}", award.Ags);
        return (app.Person("declared", [Role.Finance]), app.Person("declared-too", [Role.Treasury]));
    }

    /// <summary>A person with the same role who acts for another office.</summary>
    GrantsClient Elsewhere(string office, string role) =>
        app.Person("elsewhere", [role], office == "05515000" ? "05513000" : "05515000");

    static Task<Answer> Step(GrantsClient person, Answer payment, string step, object? body = null) =>
        person.Post($"/disbursements/{payment["id"]}/{step}", body, payment.ETag, Payments.Key);

    /// <summary>The path of an eligible application, in a programme that is open today.</summary>
    async Task<string> InReview(string code, string office)
    {
        var terms = Sample.Terms with
        {
            ClosesOn = new DateOnly(2022, 12, 31),
            FundingStartsOn = new DateOnly(2023, 1, 1),
            FundingEndsOn = new DateOnly(2024, 12, 31),
        };
        return (await app.Eligible(await app.OpenProgramme(code, terms), office)).Path();
    }

    Task<long> AuditHead() => app.Db.Read(session => session.One<long>("select Seq from AuditHead"), CancellationToken.None);
}
