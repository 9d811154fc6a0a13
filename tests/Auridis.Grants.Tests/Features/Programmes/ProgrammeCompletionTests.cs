namespace Auridis.Grants.Tests.Features.Programmes;

/// <summary>The end of a programme all of whose awards have ended.</summary>
public sealed class ProgrammeCompletionTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly object Reason = new { reason = "Kein Eigenanteil" };

    [SetUp]
    public Task In_the_window() => app.ItIs("2018-10-15");

    [Test]
    public async Task Who_still_waits_is_rejected_with_it_and_gets_a_letter()
    {
        var round = await Round.Play(app, "COMPLETE", 2, terms => terms with { SiteLimit = 1 }, i => (8 - i, 7));
        (await round.Publish(await round.Confirmed())).Succeeded();
        var waiting = $"/applications/{round.Applications[1].Id}";
        var award = await round.AwardOf(round.Applications[0]);
        var office = app.Applicant(round.Applications[0].Office);
        Assert.That(Open(await Complete(round), "openAwards"), Is.EqualTo([award["reference"]]));
        award = (await office.Post($"/awards/{award["id"]}/accept", new { waiveRemedies = true }, award.ETag)).Succeeded();
        Assert.That(Open(await Complete(round), "openAwards"), Is.EqualTo([award["reference"]]));
        award = (await office.Post($"/awards/{award["id"]}/renounce-rest", ifMatch: award.ETag, key: Payments.Key)).Succeeded();
        (await app.As("caseworker-1").Post($"/awards/{award["id"]}/complete", ifMatch: award.ETag, key: Payments.Key)).Succeeded();
        var colleague = app.Person("colleague", [Role.Caseworker], round.Applications[1].Office);
        (await colleague.Post(round.Programme + "/complete", ifMatch: (await round.Now()).ETag)).Refused(403, "decider-conflicted");

        var completed = (await Complete(round)).Succeeded();

        Assert.That((completed["status"], completed["selected"], completed["committed.amount"]), Is.EqualTo(("completed", "1", "0.00")));
        Assert.That((await Application(waiting))["status"], Is.EqualTo("rejected"));
        var letter = await app.LetterOf(waiting);
        Assert.That((letter["kind"], letter["remedy"]), Is.EqualTo(("rejection", "objection")));
        (await app.As("decider-1").Post(round.Programme + "/selections", new { })).Refused(409, "wrong-state");
        (await app.As("caseworker-1").Post(waiting + "/reopen",
            new { remedy = new { kind = "objection", reference = "W 1", filedOn = "2018-10-15" }, reason = "Begründet" },
            (await Application(waiting)).ETag)).Refused(409, "programme-completed");
        (await Complete(round)).Refused(409, "wrong-state");
    }

    [Test]
    public async Task Nobody_is_rejected_whose_application_was_not_looked_at()
    {
        const string late = "05915000";
        var round = await Round.Play(app, "COMPLETE-LATE", 1);
        (await app.As("caseworker-1").Post(round.Programme + "/late-exceptions",
            new { officeAgs = late, until = app.Today().AddDays(9), reason = "Das Portal war weg" }, (await round.Now()).ETag)).Succeeded();
        var submitted = await app.Submitted(round.Programme, late);
        var award = (await round.Offer(round.Applications[0]))[0];
        (await app.Applicant(award["officeAgs"]).Post($"/awards/{award["id"]}/decline", Reason, award.ETag, Payments.Key)).Succeeded();

        Assert.That(Open(await Complete(round), "openApplications"), Is.EqualTo([submitted["reference"]]));
        (await app.As("caseworker-1").Post(submitted.Path() + "/formal-check", Sample.Passed, submitted.ETag)).Succeeded();
        Assert.That((await Complete(round)).Succeeded()["status"], Is.EqualTo("completed"));
        Assert.That((await Application(submitted.Path()))["status"], Is.EqualTo("rejected"));
    }

    /// <summary>Of the end and a promotion from the waiting list at once one counts.</summary>
    [Test]
    public async Task Who_moves_up_at_the_same_moment_has_an_award_or_is_rejected()
    {
        var round = await Round.Play(app, "COMPLETE-RACE", 2, terms => terms with { SiteLimit = 1 }, i => (8 - i, 7));
        (await round.Publish(await round.Confirmed())).Succeeded();
        var award = await round.AwardOf(round.Applications[0]);
        (await app.Applicant(award["officeAgs"]).Post($"/awards/{award["id"]}/decline", Reason, award.ETag, Payments.Key)).Succeeded();
        var promotion = await round.Confirmed();

        var answers = await Task.WhenAll(Task.Run(() => round.Publish(promotion)), Task.Run(() => Complete(round)));

        var (programme, application) = (await round.Now(), await Application($"/applications/{round.Applications[1].Id}"));
        Assert.That((answers[0].Code, answers[1].Code, programme["status"], application["status"]), Is.AnyOf(
            ((string?)null, "stale-version", "decided", "selected"), ((string?)null, "programme-not-settled", "decided", "selected"),
            ("wrong-state", (string?)null, "completed", "rejected")));
    }

    async Task<Answer> Complete(Round round) =>
        await app.As("caseworker-1").Post(round.Programme + "/complete", ifMatch: (await round.Now()).ETag);

    async Task<Answer> Application(string path) => (await app.As("auditor-1").Get(path)).Succeeded();

    static IEnumerable<string?> Open(Answer answer, string member) =>
        answer.Refused(409, "programme-not-settled").Json.GetProperty(member).EnumerateArray().Select(item => item.GetString());
}
