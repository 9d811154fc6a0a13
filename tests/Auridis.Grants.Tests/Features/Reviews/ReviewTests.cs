using System.Net;
using Auridis.Grants.Api.Features.Reviews;
using Auridis.Grants.Api.Platform.Security.Development;

namespace Auridis.Grants.Tests.Features.Reviews;

/// <summary>Reviews: assigned, declared, scored and submitted.</summary>
public sealed class ReviewTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";
    const string Gelsenkirchen = "05513000";

    [TestCase("jürgen", "JÜRGEN")]
    [TestCase("jürgen", "ju\u0308rgen")]
    public async Task A_reviewer_who_is_written_in_two_ways_is_one(string subject, string otherwise)
    {
        var application = await app.InReview($"TWO-WAYS-{otherwise.Length}", Bottrop);
        var assigned = (await app.As("caseworker-1").Post(application + "/reviews", new { subject })).Succeeded();

        (await app.As("caseworker-1").Post(application + "/reviews", new { subject = otherwise }))
            .Refused(409, "reviewer-assigned");
        Assert.That((await app.Person(otherwise, ["reviewer"]).Get(assigned.Location!)).Succeeded().Text, Is.EqualTo(assigned.Text));
    }

    [Test]
    public async Task The_longest_reviewer_fits()
    {
        string Long(int length) => string.Concat(Enumerable.Repeat("𝒳", length));
        var application = await app.InReview("LONGEST", Bottrop);

        var assigned = (await app.As("caseworker-1").Post(application + "/reviews", new { subject = Long(255), issuer = Long(140) }))
            .Succeeded();

        Assert.That(assigned["reviewer"] == $"{Long(140)}#{Long(255)}", Is.True);
    }

    [Test]
    public async Task A_review_is_assigned_declared_scored_and_submitted()
    {
        var application = await app.InReview("REVIEW", Bottrop);
        var reviewer = app.As("reviewer-1");

        var assigned = await app.Assigned(application, "reviewer-1");
        Assert.That((assigned.Status, assigned["status"], assigned["reviewer"], assigned["applicationReference"], assigned["officeAgs"]),
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
        Assert.That((submitted["status"], submitted["total"], submitted["submittedOn"]),
            Is.EqualTo(("submitted", "74", "2018-10-01")));
        (await reviewer.Put(assigned.Location + "/scores", new { scores = all }, submitted.ETag)).Refused(409, "wrong-state");
    }

    [Test]
    public async Task A_reviewer_in_conflict_is_excluded()
    {
        var application = await app.InReview("CONFLICT", Bottrop);
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
        var application = await app.InReview("SAME-OFFICE", Bottrop);
        var assigned = await app.Assigned(application, "reviewer-office");

        var declared = (await app.Person("reviewer-office", [Role.Reviewer], Bottrop)
            .Post(assigned.Location + "/declare", new { conflict = false }, assigned.ETag)).Succeeded();
        Assert.That(declared["status"], Is.EqualTo("conflicted"));
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
        Assert.That(again["reviewId"], Is.EqualTo(assigned["id"]));
        (await app.As("caseworker-1").Post(application + "/reviews", new { subject = "reviewer-1", issuer = "https://login.example" }))
            .Succeeded();
        (await app.As("caseworker-1").Post($"/applications/{Guid.Empty}/reviews", new { subject = "reviewer-1" }))
            .Refused(404, "not-found");
        (await app.As("decider-1").Post(application + "/reviews", new { subject = "reviewer-2" })).Refused(403, "forbidden");
    }

    [Test]
    public async Task A_caseworker_takes_a_review_out_and_it_is_seen_no_more()
    {
        var application = await app.InReview("OUT", Bottrop);
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
        var application = await app.InReview("SCORES", Bottrop);
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
        var application = await app.InReview("ASSIGN-RACE", Bottrop);

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
