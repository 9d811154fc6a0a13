namespace Auridis.Grants.Tests.Features.YouthOffices;

/// <summary>Of reviews, selections and awards; and whom the rule does not mean.</summary>
public sealed class ExcludedPersonsTests(DatabaseKind kind) : ExcludedPersonsFixture(kind)
{
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
}
