using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Awards;

/// <summary>What an office files against its award.</summary>
public sealed class RemedyTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly object Mistake = new { reason = "Falsche Akte" };

    [SetUp]
    public Task At_the_beginning() => app.ItIs("2018-10-15");

    [Test]
    public async Task While_one_is_open_an_award_is_not_activated()
    {
        var (award, path) = await Accepted("REM-OPEN");
        (await Caseworker.Post(path + "/activate", ifMatch: award.ETag)).Refused(409, "letter-not-announced");
        var letter = (await app.Dispatch(await app.LetterOf($"/applications/{award["applicationId"]}"), "served")).Succeeded();
        var remedy = await File(path, "objection");
        Assert.That((remedy["status"], remedy["kind"], remedy["reference"], remedy["officeAgs"], remedy["outcome"]),
            Is.EqualTo(("open", "objection", "W 1", award["officeAgs"], "")));
        Assert.That((await app.Applicant(award["officeAgs"]).Get(remedy.Location!)).Succeeded().Text, Is.EqualTo(remedy.Text));

        var early = (await Activate(path)).Refused(409, "remedy-pending");
        Assert.That(early["kind"], Is.EqualTo("objection"), "before the period is over");
        await app.SetClock(LetterSteps.Written(DateOnly.Parse(letter["remedyEndsOn"], null).AddDays(1)));
        (await Activate(path)).Refused(409, "remedy-pending");
        var closed = (await Close(remedy, "withdrawn")).Succeeded();

        Assert.That((closed["status"], closed["outcome"], closed["closedOn"]),
            Is.EqualTo(("closed", "withdrawn", LetterSteps.Written(app.Today()))));
        Assert.That((await Activate(path)).Succeeded()["status"], Is.EqualTo("active"));
        var listed = (await app.Applicant(award["officeAgs"]).Get(path + "/remedies")).Succeeded().Json.GetProperty("items");
        Assert.That(listed[0].GetProperty("id").GetString(), Is.EqualTo(remedy["id"]));
    }

    [Test]
    public async Task After_an_objection_that_was_rejected_the_period_for_an_action_runs()
    {
        var (award, path) = await Accepted("REM-REJECTED");
        await app.Dispatch(await app.LetterOf($"/applications/{award["applicationId"]}"), "served");
        var remedy = await File(path, "objection");
        await app.SetClock("2019-03-01");
        (await Close(remedy, "rejected")).Succeeded();

        // 1 April 2019 is a Monday.
        Assert.That(await FinalFrom(path), Is.EqualTo("2019-04-02"));
        Assert.That((await Activate(path)).Refused(409, "award-not-final")["finalFrom"], Is.EqualTo("2019-04-02"));
        await app.SetClock("2019-04-01");
        (await Activate(path)).Refused(409, "award-not-final");
        await app.SetClock("2019-04-02");
        (await Activate(path)).Succeeded();
    }

    [TestCase("upheld", "objection")]
    [TestCase("rejected", "action")]
    public async Task What_is_closed_otherwise_begins_no_period(string outcome, string kind)
    {
        var (award, path) = await Accepted($"REM-{outcome}-{kind}".ToUpperInvariant());
        await app.Dispatch(await app.LetterOf($"/applications/{award["applicationId"]}"), "served");
        var remedy = await File(path, kind);
        await app.SetClock("2019-03-01");
        (await Close(remedy, outcome)).Succeeded();

        Assert.That(await FinalFrom(path), Is.EqualTo("2019-03-01"), "it was open until then");
        Assert.That((await Activate(path)).Succeeded()["finalFrom"], Is.EqualTo("2019-03-01"));
    }

    [Test]
    public async Task An_award_says_from_when_it_is_final_after_each_step_of_a_remedy()
    {
        var (award, path) = await Accepted("REM-FINAL-FROM");
        var early = await File(path, "objection");
        var letter = (await app.Dispatch(await app.LetterOf($"/applications/{award["applicationId"]}"), "served")).Succeeded();
        var period = LetterSteps.Written(DateOnly.Parse(letter["remedyEndsOn"], null).AddDays(1));
        Assert.That(await FinalFrom(path), Is.Empty, "filed before it was announced");
        (await Close(early, "withdrawn")).Succeeded();
        Assert.That(await FinalFrom(path), Is.EqualTo(period), "withdrawn before the period is over");

        var objection = await File(path, "objection");
        Assert.That((await Caseworker.Get(path))["finalFrom"], Is.Empty, "open");
        await app.SetClock("2019-03-01");
        var rejected = (await Close(objection, "rejected")).Succeeded();
        Assert.That(await FinalFrom(path), Is.EqualTo("2019-04-02"), "the period for an action");
        var action = await File(path, "action");
        Assert.That(await FinalFrom(path), Is.Empty, "open again");
        (await Close(action, "withdrawn")).Succeeded();
        Assert.That(await FinalFrom(path), Is.EqualTo("2019-04-02"), "another can be filed until then");
        (await Caseworker.Post(objection.Location + "/strike", Mistake, rejected.ETag)).Succeeded();
        Assert.That(await FinalFrom(path), Is.EqualTo("2019-03-01"), "the objection counts no more");

        (await Activate(path)).Succeeded();
        await File(path, "action");
        Assert.That(await FinalFrom(path), Is.EqualTo("2019-03-01"), "what is active stays as it is");
    }

    [Test]
    public async Task A_waiver_ends_the_period_for_an_action()
    {
        var (award, path) = await Accepted("REM-WAIVE-ACTION");
        await app.Dispatch(await app.LetterOf($"/applications/{award["applicationId"]}"), "served");
        var remedy = await File(path, "objection");
        await app.SetClock("2019-03-01");
        (await Close(remedy, "rejected")).Succeeded();
        await app.SetClock("2019-03-08");

        var active = (await app.Applicant(award["officeAgs"]).Post(path + "/waive-remedies", ifMatch: (await Caseworker.Get(path)).ETag))
            .Succeeded();

        Assert.That((active["status"], active["finalFrom"]), Is.EqualTo(("active", "2019-03-08")));
    }

    [Test]
    public async Task Who_has_filed_one_waives_no_remedy()
    {
        var (award, path) = await Offered("REM-WAIVE");
        var office = app.Applicant(award["officeAgs"]);
        var remedy = await File(path, "action");
        var tag = (await office.Get(path)).ETag;
        (await office.Post(path + "/accept", new { waiveRemedies = true }, tag)).Refused(409, "remedy-pending");
        var accepted = (await office.Post(path + "/accept", new { waiveRemedies = false }, tag)).Succeeded();
        (await office.Post(path + "/waive-remedies", ifMatch: accepted.ETag)).Refused(409, "remedy-pending");
        (await Close(remedy, "withdrawn")).Succeeded();

        var active = (await office.Post(path + "/waive-remedies", ifMatch: (await office.Get(path)).ETag)).Succeeded();

        Assert.That(active["status"], Is.EqualTo("active"));
        Assert.That((await File(path, "action"))["status"], Is.EqualTo("open"), "it was filed, whether it is admissible or not");
    }

    [Test]
    public async Task What_was_recorded_by_mistake_is_struck_and_does_not_count()
    {
        var (award, path) = await Accepted("REM-STRUCK");
        await app.Dispatch(await app.LetterOf($"/applications/{award["applicationId"]}"), "served");
        var (open, rejected) = (await File(path, "action"), await File(path, "objection"));
        await app.SetClock("2019-03-01");
        var closed = (await Close(rejected, "rejected")).Succeeded();

        var struck = (await Caseworker.Post(open.Location + "/strike", Mistake, open.ETag)).Succeeded();
        (await Activate(path)).Refused(409, "award-not-final");
        (await Caseworker.Post(rejected.Location + "/strike", Mistake, closed.ETag)).Succeeded();

        Assert.That((struck["status"], struck["strikeReason"]), Is.EqualTo(("struck", "Falsche Akte")));
        Assert.That((await app.As("auditor-1").Get(open.Location!)).Text, Is.EqualTo(struck.Text));
        (await Activate(path)).Succeeded();
    }

    [Test]
    public async Task Its_days_are_after_the_offer_after_its_filing_and_not_in_the_future()
    {
        var (award, path) = await Offered("REM-DAYS");
        foreach (var filedOn in (string[])["2018-10-14", "2030-01-01"])
        {
            var refused = (await Caseworker.Post(path + "/remedies", new { kind = "objection", filedOn, reference = "W 1" }))
                .Refused(400, "validation-failed");
            Assert.That(refused["errors"], Does.Contain("/filedOn"), filedOn);
        }
        var remedy = await File(path, "objection");
        foreach (var on in new[] { app.Today().AddDays(-1), app.Today().AddDays(1) })
        {
            var refused = (await Caseworker.Post(remedy.Location + "/close", new { outcome = "upheld", on }, remedy.ETag))
                .Refused(400, "validation-failed");
            Assert.That(refused["errors"], Does.Contain("/on"));
        }
        Assert.That((await app.As("auditor-1").Get(remedy.Location!)).Text, Is.EqualTo(remedy.Text));
        (await Caseworker.Post(path + "/remedies", new { kind = "appeal", filedOn = app.Today(), reference = "W 1" }))
            .Refused(400, "validation-failed");
        Assert.That((await app.As("auditor-1").Get(path)).Succeeded()["status"], Is.EqualTo(award["status"]));
    }

    [Test]
    public async Task Another_office_sees_none_and_who_acts_for_the_office_records_none()
    {
        var (award, path) = await Offered("REM-WHO");
        var remedy = await File(path, "objection");
        var stranger = app.Person("stranger", [Role.Applicant], "05513000");
        var both = app.Person("both", [Role.Caseworker, Role.Applicant], award["officeAgs"]);

        (await stranger.Get(path + "/remedies")).Refused(404, "not-found");
        (await stranger.Get(remedy.Location!)).Refused(404, "not-found");
        (await both.Post(path + "/remedies", Filed("action"))).Refused(403, "decider-conflicted");
        (await both.Post(remedy.Location + "/close", new { outcome = "upheld", on = app.Today() }, remedy.ETag))
            .Refused(403, "decider-conflicted");
        (await both.Post(remedy.Location + "/strike", Mistake, remedy.ETag)).Refused(403, "decider-conflicted");
        (await Caseworker.Post($"/awards/{Guid.Empty}/remedies", Filed("action"))).Refused(404, "not-found");
        (await Caseworker.Get($"/awards/{Guid.Empty}/remedies")).Refused(404, "not-found");
        (await Caseworker.Get($"/remedies/{Guid.Empty}")).Refused(404, "not-found");
        (await Caseworker.Post($"/remedies/{Guid.Empty}/close", new { outcome = "upheld", on = app.Today() }, "\"1\""))
            .Refused(404, "not-found");
        (await Caseworker.Post($"/remedies/{Guid.Empty}/strike", Mistake, "\"1\"")).Refused(404, "not-found");
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task Of_a_remedy_and_an_activation_at_once_none_is_missed()
    {
        for (var i = 0; i < 5; i++)
        {
            await app.ItIs("2018-10-15");
            var (award, path) = await Accepted($"REM-RACE-{i}");
            await app.Dispatch(await app.LetterOf($"/applications/{award["applicationId"]}"), "served");
            await app.SetClock("2019-03-01");
            var tag = (await Caseworker.Get(path)).ETag;

            var answers = await Task.WhenAll(
                Caseworker.Post(path + "/activate", ifMatch: tag), Caseworker.Post(path + "/remedies", Filed("action")));

            answers[1].Succeeded();
            Assert.That(answers[0].Code, Is.AnyOf(null, "stale-version", "remedy-pending"));
            if (answers[0].Code is not null)
                (await Activate(path)).Refused(409, "remedy-pending");
        }
    }

    GrantsClient Caseworker => app.As("caseworker-1");

    object Filed(string kind) => new { kind, filedOn = app.Today(), reference = "W 1" };

    async Task<Answer> File(string award, string kind) => (await Caseworker.Post(award + "/remedies", Filed(kind))).Succeeded();

    Task<Answer> Close(Answer remedy, string outcome) =>
        Caseworker.Post($"/remedies/{remedy["id"]}/close", new { outcome, on = app.Today() }, remedy.ETag);

    async Task<string> FinalFrom(string award) => (await Caseworker.Get(award)).Succeeded()["finalFrom"];

    async Task<Answer> Activate(string award) =>
        await Caseworker.Post(award + "/activate", ifMatch: (await Caseworker.Get(award)).Succeeded().ETag);

    async Task<(Answer Award, string Path)> Offered(string code)
    {
        var round = await Round.Play(app, code, 1, terms => terms with { LegalForm = LegalForm.ActSocialCode });
        var award = (await round.Offer(round.Applications[0]))[0];
        return (award, $"/awards/{award["id"]}");
    }

    async Task<(Answer Award, string Path)> Accepted(string code)
    {
        var (award, path) = await Offered(code);
        var accepted = await app.Applicant(award["officeAgs"]).Post(path + "/accept", new { waiveRemedies = false }, award.ETag);
        return (accepted.Succeeded(), path);
    }
}
