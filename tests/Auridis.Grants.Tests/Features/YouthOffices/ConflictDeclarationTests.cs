namespace Auridis.Grants.Tests.Features.YouthOffices;

/// <summary>Who checks, assigns reviews or decides, and the conflicts of interest that they declare.</summary>
public sealed class ConflictDeclarationTests(DatabaseKind kind) : ApiTests(kind)
{
    GrantsClient Decider(string name) => app.Person(name, [Role.Decider]);

    Task<long> AuditHead() => app.Db.Read(session => session.One<long>("select Seq from AuditHead"), CancellationToken.None);

    [Test]
    public async Task A_declaration_is_made_read_by_its_person_and_replaced()
    {
        var programme = await app.OpenProgramme("DECLARE");
        var path = programme + "/conflict-declaration";
        (await app.As("decider-1").Get(path)).Refused(404, "not-found");

        var made = await app.As("decider-1").Declares(programme, "05512000");
        var replaced = await app.As("decider-1").Declares(programme);
        Assert.That((made["version"], replaced["version"], replaced["id"]), Is.EqualTo(("1", "2", made["id"])));
        Assert.That(replaced.Json.GetProperty("offices").GetArrayLength(), Is.Zero);
        Assert.That((await app.As("decider-1").Get(path)).Succeeded().Text, Is.EqualTo(replaced.Text));
        (await app.As("decider-2").Get(path)).Refused(404, "not-found");
        await app.As("caseworker-1").Declares(programme);
    }

    [Test]
    public async Task A_declaration_out_of_shape_or_of_nobody_is_refused_and_changes_nothing()
    {
        var programme = await app.OpenProgramme("DECLARE-BAD");
        var path = programme + "/conflict-declaration";
        var before = await AuditHead();
        var person = app.As("decider-1");

        var empty = (await person.Put(path, new { offices = new[] { new { officeAgs = "05512000", reason = "" } } }))
            .Refused(400, "validation-failed");
        Assert.That(empty.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo("/offices/0/reason"));
        var twice = new { officeAgs = "05512000", reason = "Schwester" };
        (await person.Put(path, new { offices = new[] { twice, twice } })).Refused(400, "validation-failed");
        (await person.Put(path, new { offices = new[] { new { officeAgs = "05999000", reason = "Schwester" } } }))
            .Refused(409, "youth-office-unknown");
        (await person.Put($"/programmes/{Guid.Empty}/conflict-declaration", new { offices = Array.Empty<object>() }))
            .Refused(404, "not-found");
        (await app.As("auditor-1").Put(path, new { offices = Array.Empty<object>() })).Refused(403, "forbidden");

        Assert.That(await AuditHead(), Is.EqualTo(before));
        (await person.Get(path)).Refused(404, "not-found");
    }

    [Test]
    public async Task Who_has_not_declared_does_not_propose_confirm_or_publish()
    {
        var round = await Round.Play(app, "UNDECLARED-DECIDERS", 2);
        var path = (await round.Draft(round.Applications[0])).Location!;
        var before = await AuditHead();
        async Task Refused(string step, string? key = null)
        {
            var seen = (await app.As("decider-1").Get(path)).ETag;
            (await Decider("new").Post(path + step, ifMatch: seen, key: key)).Refused(403, "conflict-undeclared");
            (await Decider("new").Post(path + step, ifMatch: "\"9\"", key: key)).Refused(403, "conflict-undeclared");
            Assert.That(await AuditHead(), Is.EqualTo(before));
        }

        await Refused("/propose");
        var proposed = (await app.As("decider-1").Post(path + "/propose", ifMatch: "\"1\"")).Succeeded();
        before = await AuditHead();
        await Refused("/confirm");
        var confirmed = (await app.As("decider-2").Post(path + "/confirm", ifMatch: proposed.ETag)).Succeeded();
        before = await AuditHead();
        await Refused("/publish", "undeclared");

        await Decider("new").Declares(round.Programme);
        (await Decider("new").Post(path + "/publish", ifMatch: confirmed.ETag, key: "declared")).Succeeded();
    }

    [Test]
    public async Task Who_has_declared_a_conflict_on_an_office_takes_no_step_on_a_selection_that_decides_on_it()
    {
        var round = await Round.Play(app, "DECLARED-DECIDERS", 2);
        var office = round.Applications[0].Office;
        await Decider("sister").Declares(round.Programme, office);
        var path = (await round.Draft(round.Applications[0])).Location!;

        Assert.That((await Decider("sister").Post(path + "/propose", ifMatch: "\"1\"")).Refused(403, "decider-conflicted")["office"],
            Is.EqualTo(office));
        var proposed = (await app.As("decider-1").Post(path + "/propose", ifMatch: "\"1\"")).Succeeded();
        (await Decider("sister").Post(path + "/confirm", ifMatch: proposed.ETag)).Refused(403, "decider-conflicted");
        var confirmed = (await app.As("decider-2").Post(path + "/confirm", ifMatch: proposed.ETag)).Succeeded();
        (await Decider("sister").Post(path + "/publish", ifMatch: confirmed.ETag, key: "sister")).Refused(403, "decider-conflicted");

        // The refused steps did not rest on the declaration: it can still be replaced.
        await Decider("sister").Declares(round.Programme, round.Applications[1].Office);
        (await Decider("sister").Post(path + "/publish", ifMatch: confirmed.ETag, key: "sister")).Succeeded();
    }

    [Test]
    public async Task A_declaration_is_fixed_by_the_first_step_that_rests_on_it()
    {
        var round = await Round.Play(app, "FIXED", 2);
        var draft = await round.Draft(round.Applications[0]);
        var proposed = (await app.As("decider-1").Post(draft.Location + "/propose", ifMatch: draft.ETag)).Succeeded();
        var path = round.Programme + "/conflict-declaration";
        var own = (await app.As("decider-1").Get(path)).Succeeded();
        Assert.That((own["usedOn"], own["version"]), Is.EqualTo((proposed["proposedOn"], "2")));

        var refused = (await app.As("decider-1").Put(path, new { offices = Array.Empty<object>() })).Refused(409, "declaration-used");
        Assert.That(refused["usedOn"], Is.EqualTo(own["usedOn"]));
        await app.As("decider-2").Declares(round.Programme);

        (await app.As("decider-2").Post(draft.Location + "/confirm", ifMatch: proposed.ETag)).Succeeded();
        Assert.That((await app.As("decider-1").Get(path)).Text, Is.EqualTo(own.Text));
    }

    [Test]
    public async Task Who_has_declared_a_conflict_neither_checks_nor_reviews_nor_assigns_reviews()
    {
        const string office = "05512000";
        var programme = await app.OpenProgramme("DECLARED-CHECK");
        var submitted = await app.Submitted(programme, office);
        await app.As("caseworker-1").Declares(programme, office);

        (await app.As("caseworker-1").Post(submitted.Path() + "/formal-check", Sample.Passed, submitted.ETag))
            .Refused(403, "decider-conflicted");
        var colleague = app.Person("caseworker-2", [Role.Caseworker]);
        (await colleague.Post(submitted.Path() + "/formal-check", Sample.Passed, submitted.ETag)).Succeeded();
        (await app.As("caseworker-1").Post(submitted.Path() + "/reviews", new { subject = "reviewer-1" }))
            .Refused(403, "decider-conflicted");
        var assigned = (await colleague.Post(submitted.Path() + "/reviews", new { subject = "reviewer-1" })).Succeeded();
        (await app.As("caseworker-1").Post(assigned.Location + "/withdraw", new { reason = "Krank" }, assigned.ETag))
            .Refused(403, "decider-conflicted");

        // The reviewer declares in the programme what they do not repeat at the review.
        await app.As("reviewer-1").Declares(programme, office);
        var declared = (await app.As("reviewer-1").Post(assigned.Location + "/declare", new { conflict = false }, assigned.ETag))
            .Succeeded();
        Assert.That(declared["status"], Is.EqualTo("conflicted"));
    }

    /// <summary>
    /// Also what is not a decision helps or harms the office: time to mend, a late application, a remedy, the day of an announcement.
    /// </summary>
    [Test]
    public async Task Who_has_declared_a_conflict_takes_no_step_on_the_application_and_its_letters()
    {
        const string office = "05512000";
        var programme = await app.OpenProgramme("DECLARED-STEPS");
        var submitted = await app.Submitted(programme, office);
        var (sister, other) = (app.Person("sister", [Role.Caseworker, Role.Decider]), app.As("caseworker-1"));
        await sister.Declares(programme, office);
        async Task<Answer> Refused(string path, object? body, string resource, GrantsClient? instead = null)
        {
            var before = await AuditHead();
            var seen = (await other.Get(resource)).Succeeded();
            Assert.That((await sister.Post(path, body, seen.ETag)).Refused(403, "decider-conflicted")["office"], Is.EqualTo(office));
            (await sister.Post(path, body, "\"99\"")).Refused(403, "decider-conflicted");
            Assert.That(await AuditHead(), Is.EqualTo(before));
            return (await (instead ?? other).Post(path, body, seen.ETag)).Succeeded();
        }

        await Refused(programme + "/late-exceptions",
            new { officeAgs = office, until = app.Today().AddYears(1), reason = "Das Portal war weg" }, programme);
        await Refused(submitted.Path() + "/return",
            new { points = new[] { new { pointer = "/title", text = "Zu lang." } } }, submitted.Path());
        await Refused(submitted.Path() + "/mending-date", new { mendBy = app.Today(), reason = "Urlaub" }, submitted.Path());
        var letter = "/letters/" + (await app.LetterOf(submitted.Path()))["id"];
        Assert.That(await Waits("letter-to-dispatch", letter), Is.EqualTo((false, true)));
        await Refused(letter + "/dispatch", new { channel = "served", on = app.Today() }, letter);
        await Refused(letter + "/receipt", new { receivedOn = app.Today() }, letter);

        var again = (await app.Applicant(office).Post(submitted.Path() + "/submit",
            ifMatch: (await other.Get(submitted.Path())).ETag)).Succeeded();
        (await other.Post(submitted.Path() + "/formal-check", new
        {
            items = Sample.Terms.Checks.Select(check => new { check = check.Code, met = false }),
            reason = "Nicht vom Jugendamt",
        }, again.ETag)).Succeeded();
        await Refused(submitted.Path() + "/reopen", new
        {
            remedy = new { kind = "objection", reference = "W 1", filedOn = app.Today() },
            reason = "Begründet",
        }, submitted.Path());
        Assert.That(await Waits("reopening-to-confirm", submitted.Path()), Is.EqualTo((false, true)));
        await Refused(submitted.Path() + "/reopen/confirm", null, submitted.Path(), app.As("decider-1"));

        // Whether the sister, and whether her colleague, has the task.
        async Task<(bool, bool)> Waits(string kind, string resource)
        {
            async Task<bool> Has(GrantsClient person) => (await person.Get("/tasks?limit=200&kind=" + kind)).Succeeded()
                .Json.GetProperty("items").EnumerateArray().Any(task => task.GetProperty("resource").GetString() == resource);
            return (await Has(sister), await Has(app.Person("colleague", [Role.Caseworker, Role.Decider])));
        }
    }

    /// <summary>Two replacements and a proposal at once: the proposal rests on a declaration that stays.</summary>
    [Test]
    public async Task Of_a_replacement_and_a_proposal_at_once_no_proposal_rests_on_a_conflict()
    {
        var round = await Round.Play(app, "DECLARE-RACE", 2);
        var office = round.Applications[0].Office;
        for (var i = 0; i < 5; i++)
        {
            var person = Decider($"racing-{i}");
            await person.Declares(round.Programme);
            var draft = await round.Draft(round.Applications[0]);

            var answers = await Task.WhenAll(
                person.Put(round.Programme + "/conflict-declaration",
                    new { offices = new[] { new { officeAgs = office, reason = "Schwester" } } }),
                person.Post(draft.Location + "/propose", ifMatch: draft.ETag));

            if (answers[1].Code is null)
                answers[0].Refused(409, "declaration-used");
            else
                answers[1].Refused(403, "decider-conflicted");
        }
    }
}
