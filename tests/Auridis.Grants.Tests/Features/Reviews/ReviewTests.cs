using System.Net;
using Auridis.Grants.Api.Features.Reviews;
using Auridis.Grants.Api.Platform.Security.Development;

namespace Auridis.Grants.Tests.Features.Reviews;

public sealed class ReviewTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";
    const string Gelsenkirchen = "05513000";

    /// <summary>The path of an application in review, in a programme of its own.</summary>
    async Task<string> InReview(string code) => (await app.Eligible(await app.OpenProgramme(code), Bottrop)).Path();

    static async Task<List<string>> Listed(GrantsClient client, string application) =>
        [.. (await client.Get("/reviews?applicationId=" + application.Split('/')[^1])).Succeeded().Json.GetProperty("items")
            .EnumerateArray()
            .Select(item => item.GetProperty("id").GetString()!)];

    /// <summary>How many applications of a programme the list shows.</summary>
    static async Task<int> Applications(GrantsClient client, string programme) =>
        (await client.Get("/applications?programmeId=" + programme.Split('/')[^1])).Succeeded().Json.GetProperty("items").GetArrayLength();

    /// <summary>What the best ranked application of a programme shows in a member.</summary>
    static async Task<string> Ranked(GrantsClient client, string programme, string member) =>
        (await client.Get(programme + "/ranking")).Succeeded().Json.GetProperty("ranked")[0].GetProperty(member).ToString();

    [Test]
    public async Task A_review_is_assigned_declared_scored_and_submitted()
    {
        var application = await InReview("REVIEW");
        var reviewer = app.As("reviewer-1");

        var assigned = await app.Assigned(application, "reviewer-1");
        Assert.That((assigned.Status, assigned["status"], assigned["reviewer"], assigned["reference"], assigned["officeAgs"]),
            Is.EqualTo((HttpStatusCode.Created, "assigned", DevelopmentIssuer.Issuer + "#reviewer-1", "GA-REVIEW-0001", Bottrop)));
        Assert.That((await reviewer.Get(assigned.Location!)).Succeeded().Text, Is.EqualTo(assigned.Text));
        Assert.That((await app.With(Tokens.InCapitals(app, "reviewer-1")).Get(assigned.Location!)).Succeeded().Text,
            Is.EqualTo(assigned.Text));

        var begun = (await reviewer.Post(assigned.Location + "/declare", new { conflict = false }, assigned.ETag)).Succeeded();
        var part = (await reviewer.Put(assigned.Location + "/scores", new { scores = new[] { new Score("need", 7, "Hoher Bedarf") } },
            begun.ETag)).Succeeded();
        var missing = (await reviewer.Post(assigned.Location + "/submit", ifMatch: part.ETag)).Refused(409, "scores-missing");
        Assert.That(missing["missing"], Is.EqualTo("[\"network\"]"));

        Score[] all = [new("need", 7, "Hoher Bedarf"), new("network", 8, "Tragfähig")];
        var scored = (await reviewer.Put(assigned.Location + "/scores", new { scores = all }, part.ETag)).Succeeded();
        var submitted = (await reviewer.Post(assigned.Location + "/submit", ifMatch: scored.ETag)).Succeeded();
        Assert.That((submitted["status"], submitted["total"], submitted["submittedAt"][..10]),
            Is.EqualTo(("submitted", "74", "2018-10-01")));
        (await reviewer.Put(assigned.Location + "/scores", new { scores = all }, submitted.ETag)).Refused(409, "wrong-state");
    }

    [Test]
    public async Task Nothing_is_seen_or_scored_before_the_declaration()
    {
        var application = await InReview("UNDECLARED");
        var assigned = await app.Assigned(application, "reviewer-1");
        var reviewer = app.As("reviewer-1");

        (await reviewer.Get(application)).Refused(403, "conflict-undeclared");
        (await reviewer.Get(application + "/versions")).Refused(403, "conflict-undeclared");
        (await reviewer.Get(application + "/versions/1")).Refused(403, "conflict-undeclared");
        (await reviewer.Put(assigned.Location + "/scores", new { scores = Array.Empty<Score>() }, assigned.ETag))
            .Refused(403, "conflict-undeclared");
        (await reviewer.Post(assigned.Location + "/submit", ifMatch: assigned.ETag)).Refused(403, "conflict-undeclared");

        (await reviewer.Post(assigned.Location + "/declare", new { conflict = false }, assigned.ETag)).Succeeded();
        Assert.That((await reviewer.Get(application)).Succeeded()["content.title"], Is.EqualTo(Sample.Content.Title));
        Assert.That((await reviewer.Get("/applications")).Succeeded().Text, Does.Contain(application.Split('/')[^1]));
    }

    [Test]
    public async Task A_reviewer_in_conflict_is_excluded()
    {
        var application = await InReview("CONFLICT");
        var assigned = await app.Assigned(application, "reviewer-1");
        var reviewer = app.As("reviewer-1");

        (await reviewer.Post(assigned.Location + "/declare", new { conflict = true }, assigned.ETag)).Refused(400, "validation-failed");
        var conflicted = (await reviewer.Post(assigned.Location + "/declare", new { conflict = true, reason = "Frühere Kollegin" },
            assigned.ETag)).Succeeded();
        Assert.That((conflicted["status"], conflicted["conflictReason"]), Is.EqualTo(("conflicted", "Frühere Kollegin")));
        (await reviewer.Get(application)).Refused(404, "not-found");
        (await reviewer.Put(assigned.Location + "/scores", new { scores = Array.Empty<Score>() }, conflicted.ETag))
            .Refused(409, "wrong-state");
        (await reviewer.Post(assigned.Location + "/declare", new { conflict = false }, conflicted.ETag)).Refused(409, "wrong-state");
    }

    [Test]
    public async Task A_reviewer_of_the_applying_office_is_excluded_whatever_it_declares()
    {
        var application = await InReview("SAME-OFFICE");
        var assigned = await app.Assigned(application, "reviewer-office");

        var declared = (await app.Person("reviewer-office", [Role.Reviewer], Bottrop)
            .Post(assigned.Location + "/declare", new { conflict = false }, assigned.ETag)).Succeeded();
        Assert.That(declared["status"], Is.EqualTo("conflicted"));

        var author = await app.Assigned(application, "applicant-" + Bottrop);
        var excluded = (await app.Person("applicant-" + Bottrop, [Role.Reviewer])
            .Post(author.Location + "/declare", new { conflict = false }, author.ETag)).Succeeded();
        Assert.That(excluded["status"], Is.EqualTo("conflicted"));
    }

    [Test]
    public async Task Reviewers_are_blind_until_they_have_submitted()
    {
        var application = await InReview("BLIND");
        var first = await app.Reviewed(application, "reviewer-1", 7, 8);
        var second = await app.Begun(application, "reviewer-2");
        var third = await app.Assigned(application, "reviewer-3");
        string firstPath = "/reviews/" + first["id"], secondPath = "/reviews/" + second["id"];

        (await app.As("reviewer-2").Get(firstPath)).Refused(404, "not-found");
        Assert.That(await Listed(app.As("reviewer-2"), application), Is.EqualTo([second["id"]]));
        Assert.That(await Listed(app.As("reviewer-1"), application), Is.EqualTo([first["id"]]), "what is not submitted is not there");
        (await app.As("reviewer-2").Post(firstPath + "/declare", new { conflict = false }, first.ETag)).Refused(404, "not-found");

        Score[] scores = [new("need", 1, "Gering"), new("network", 2, "Dünn")];
        var scored = (await app.As("reviewer-2").Put(secondPath + "/scores", new { scores }, second.ETag)).Succeeded();
        (await app.As("reviewer-2").Post(secondPath + "/submit", ifMatch: scored.ETag)).Succeeded();

        var seen = (await app.As("reviewer-2").Get(firstPath)).Succeeded();
        Assert.Multiple(async () =>
        {
            Assert.That((seen["total"], seen["reviewer"], seen.Text.Contains("reviewer-1", StringComparison.Ordinal)),
                Is.EqualTo(("74", "", false)));
            Assert.That(await Listed(app.As("reviewer-2"), application), Is.EqualTo([first["id"], second["id"]]));
            Assert.That(await Listed(app.As("reviewer-3"), application), Is.EqualTo([third["id"]]));
            Assert.That(await Listed(app.As("decider-1"), application), Has.Count.EqualTo(3));
            Assert.That((await app.As("auditor-1").Get(firstPath))["reviewer"], Does.EndWith("#reviewer-1"));
        });
        (await app.As("reviewer-2").Put(firstPath + "/scores", new { scores }, first.ETag)).Refused(403, "forbidden");
        (await app.Applicant(Bottrop).Get(firstPath)).Refused(403, "forbidden");
    }

    [Test]
    public async Task Another_role_does_not_lift_the_blindness()
    {
        var application = await InReview("ROLES");
        var first = await app.Reviewed(application, "reviewer-1", 7, 8);
        var own = await app.Assigned(application, "caseworker-2");
        var both = app.Person("caseworker-2", [Role.Caseworker, Role.Reviewer]);

        Assert.That(await Listed(both, application), Is.EqualTo([own["id"]]));
        (await both.Get("/reviews/" + first["id"])).Refused(404, "not-found");
        (await both.Post("/reviews/" + first["id"] + "/withdraw", new { reason = "Unbequem" }, first.ETag)).Refused(404, "not-found");
    }

    [Test]
    public async Task Another_role_shows_a_reviewer_neither_scores_nor_content_before_its_time()
    {
        var programme = await app.OpenProgramme("BLIND-ROLES");
        var application = (await app.Eligible(programme, Bottrop)).Path();
        await app.Reviewed(application, "reviewer-1", 7, 8);
        await app.Reviewed(application, "reviewer-2", 7, 8);
        var both = app.Person("caseworker-3", [Role.Caseworker, Role.Reviewer]);
        (await both.Get(application)).Succeeded();
        Assert.That(await Applications(both, programme), Is.EqualTo(1));
        var own = await app.Assigned(application, "caseworker-3");

        (await both.Get(application)).Refused(403, "conflict-undeclared");
        Assert.That(await Applications(both, programme), Is.Zero, "the list shows no more than the application itself");
        var begun = (await both.Post(own.Location + "/declare", new { conflict = false }, own.ETag)).Succeeded();
        (await both.Get(application)).Succeeded();
        Assert.That(await Applications(both, programme), Is.EqualTo(1));
        Assert.That((await Ranked(both, programme, "score"), await Ranked(both, programme, "spread"),
            await Ranked(both, programme, "reviews")), Is.EqualTo(("", "", "")));
        Assert.That(await Ranked(app.As("decider-1"), programme, "score"), Is.EqualTo("74"));

        var conflicted = (await both.Post(own.Location + "/declare", new { conflict = true, reason = "Beim Lesen bemerkt" }, begun.ETag))
            .Succeeded();
        Assert.That((conflicted["status"], conflicted["conflictReason"]), Is.EqualTo(("conflicted", "Beim Lesen bemerkt")));
        (await both.Get(application)).Refused(404, "not-found");
        Assert.That(await Applications(both, programme), Is.Zero);
        Assert.That(await Ranked(both, programme, "score"), Is.EqualTo("74"));
    }

    [Test]
    public async Task The_audit_trail_tells_no_scores()
    {
        var review = await app.Reviewed(await InReview("TRAIL"), "reviewer-1", 7, 8);

        var details = await app.Db.Read(session => session.One<string>(
            "select Details from AuditEvent where Action = 'review.submitted' and ResourceId = @id", new { id = Guid.Parse(review["id"]) }),
            CancellationToken.None);
        Assert.That(details, Does.Not.Contain("points").And.Not.Contain("otal"));
    }

    [Test]
    public async Task A_person_reviews_an_application_once_and_only_an_eligible_one()
    {
        var programme = await app.OpenProgramme("ONCE");
        var submitted = await app.Submitted(programme, Gelsenkirchen);
        (await app.As("caseworker-1").Post(submitted.Path() + "/reviews", new { subject = "reviewer-1" }))
            .Refused(409, "application-not-eligible");

        var application = (await app.Eligible(programme, Bottrop)).Path();
        var assigned = await app.Assigned(application, "reviewer-1");
        var again = (await app.As("caseworker-1").Post(application + "/reviews", new { subject = "reviewer-1" }))
            .Refused(409, "reviewer-assigned");
        Assert.That(again["review"], Is.EqualTo(assigned["id"]));
        (await app.As("caseworker-1").Post(application + "/reviews", new { subject = "reviewer-1", issuer = "https://login.example" }))
            .Succeeded();
        (await app.As("caseworker-1").Post($"/applications/{Guid.Empty}/reviews", new { subject = "reviewer-1" }))
            .Refused(404, "not-found");
        (await app.As("decider-1").Post(application + "/reviews", new { subject = "reviewer-2" })).Refused(403, "forbidden");
    }

    [Test]
    public async Task A_caseworker_takes_a_review_out_and_it_is_seen_no_more()
    {
        var application = await InReview("OUT");
        var review = await app.Reviewed(application, "reviewer-1", 7, 8);
        var path = "/reviews/" + review["id"];

        (await app.As("caseworker-1").Post(path + "/withdraw", new { reason = "" }, review.ETag)).Refused(400, "validation-failed");
        var withdrawn = (await app.As("caseworker-1").Post(path + "/withdraw", new { reason = "Nachträglich befangen" }, review.ETag))
            .Succeeded();
        Assert.That((withdrawn["status"], withdrawn["withdrawReason"]), Is.EqualTo(("withdrawn", "Nachträglich befangen")));
        (await app.As("caseworker-1").Post(path + "/withdraw", new { reason = "Noch einmal" }, withdrawn.ETag)).Refused(409, "wrong-state");
        (await app.As("reviewer-1").Get(application)).Refused(404, "not-found");
        (await app.As("reviewer-1").Post(path + "/withdraw", new { reason = "Selbst" }, withdrawn.ETag)).Refused(403, "forbidden");
    }

    [Test]
    public async Task Scores_out_of_shape_or_on_no_criterion_are_refused()
    {
        var application = await InReview("SCORES");
        var begun = await app.Begun(application, "reviewer-1");
        var path = "/reviews/" + begun["id"] + "/scores";
        var reviewer = app.As("reviewer-1");

        (await reviewer.Put(path, new { scores = new[] { new Score("need", 11, "Zu viel") } }, begun.ETag))
            .Refused(400, "validation-failed");
        (await reviewer.Put(path, "{\"scores\":[{\"criterion\":\"need\",\"points\":7.5,\"comment\":\"Halb\"}]}", begun.ETag))
            .Refused(400, "invalid-value");
        (await reviewer.Put(path, new { scores = new[] { new Score("need", 7, "Einmal"), new Score("need", 8, "Zweimal") } }, begun.ETag))
            .Refused(400, "validation-failed");
        var answer = (await reviewer.Put(path, new { scores = new[] { new Score("colour", 7, "Bunt") } }, begun.ETag))
            .Refused(409, "unknown-criterion");
        Assert.That(answer["criterion"], Is.EqualTo("colour"));
        Assert.That((await reviewer.Get("/reviews/" + begun["id"])).ETag, Is.EqualTo(begun.ETag), "a refusal changes nothing");
    }

    [Test]
    public async Task A_review_of_an_application_that_was_taken_back_does_not_count_any_more()
    {
        var eligible = await app.Eligible(await app.OpenProgramme("GONE"), Bottrop);
        var begun = await app.Begun(eligible.Path(), "reviewer-1");
        var scored = (await app.As("reviewer-1").Put("/reviews/" + begun["id"] + "/scores",
            new { scores = new[] { new Score("need", 7, "Hoch"), new Score("network", 8, "Gut") } }, begun.ETag)).Succeeded();
        var assigned = await app.Assigned(eligible.Path(), "reviewer-2");
        (await app.Applicant(Bottrop).Post(eligible.Path() + "/withdraw", new { reason = "Keine Mittel" }, eligible.ETag)).Succeeded();
        (await app.As("reviewer-2").Post(assigned.Location + "/declare", new { conflict = false }, assigned.ETag))
            .Refused(409, "application-not-eligible");
        (await app.As("reviewer-1").Put("/reviews/" + begun["id"] + "/scores", new { scores = Array.Empty<Score>() }, scored.ETag))
            .Refused(409, "application-not-eligible");

        var answer = (await app.As("reviewer-1").Post("/reviews/" + begun["id"] + "/submit", ifMatch: scored.ETag))
            .Refused(409, "application-not-eligible");
        Assert.That(answer["applicationStatus"], Is.EqualTo("withdrawn"));
    }

    [Test]
    public async Task Of_assignments_of_one_reviewer_at_once_one_is_made()
    {
        var application = await InReview("ASSIGN-RACE");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => app.As("caseworker-1").Post(application + "/reviews", new { subject = "reviewer-1" })));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.Code == "reviewer-assigned"), Is.EqualTo(7));
    }

    [Test]
    public async Task Of_a_submission_and_a_withdrawal_at_once_the_second_sees_the_first()
    {
        var programme = await app.OpenProgramme("REVIEW-RACE");
        foreach (var office in await app.Offices(6))
        {
            var application = (await app.Eligible(programme, office)).Path();
            var begun = await app.Begun(application, "reviewer-1");
            var path = "/reviews/" + begun["id"];
            Score[] scores = [new("need", 7, "Hoch"), new("network", 8, "Gut")];
            var scored = (await app.As("reviewer-1").Put(path + "/scores", new { scores }, begun.ETag)).Succeeded();

            var answers = await Task.WhenAll(
                app.As("reviewer-1").Post(path + "/submit", ifMatch: scored.ETag),
                app.As("caseworker-1").Post(path + "/withdraw", new { reason = "Zu spät" }, scored.ETag));

            var winner = answers.Single(answer => answer.Status == HttpStatusCode.OK);
            answers.Single(answer => answer != winner).Refused(412, "stale-version");
        }
    }
}
