using System.Net;
using System.Text.Json;

namespace Auridis.Grants.Tests.Features.Reviews;

/// <summary>Reviewers for all applications of a programme at once, what they have to do, and another one in the place of one.</summary>
public sealed class DistributionTests(DatabaseKind kind) : ApiTests(kind)
{
    static object Request(int perApplication, bool dryRun = false, params object[] reviewers) =>
        new { perApplication, reviewers, seed = "round-1", dryRun };

    static object Reviewer(int number, string? officeAgs = null) => new { subject = $"reviewer-{number}", officeAgs };

    static List<JsonElement> Items(Answer answer, string list) => [.. answer.Json.GetProperty(list).EnumerateArray()];

    async Task<List<JsonElement>> Reviews(string programme) =>
        Items((await app.As("caseworker-1").Get($"/reviews?limit=200&programmeId={programme.Split('/')[^1]}")).Succeeded(), "items");

    async Task<(string Programme, List<string> Offices)> Eligible(string code, int count)
    {
        var programme = await app.OpenProgramme(code);
        var offices = await app.Offices(count);
        foreach (var office in offices)
            await app.Eligible(programme, office);
        return (programme, offices);
    }

    [Test]
    public async Task A_trial_shows_what_is_then_done_and_changes_nothing()
    {
        var (programme, _) = await Eligible("TRIAL", 4);
        var caseworker = app.As("caseworker-1");

        var trial = (await caseworker.Post(programme + "/review-assignments", Request(2, dryRun: true, Reviewer(1), Reviewer(2),
            Reviewer(3)))).Succeeded();
        Assert.That(await Reviews(programme), Is.Empty);
        Assert.That(Items(trial, "assignments").Select(review => review.GetProperty("reviewId").ValueKind),
            Is.All.EqualTo(JsonValueKind.Null));

        var done = (await caseworker.Post(programme + "/review-assignments", Request(2, dryRun: false, Reviewer(3), Reviewer(2),
            Reviewer(1)))).Succeeded();
        Assert.That(Items(done, "assignments").Select(Pair), Is.EqualTo(Items(trial, "assignments").Select(Pair)));
        Assert.That((await Reviews(programme)).Select(review => (review.GetProperty("applicationReference").GetString(),
            review.GetProperty("reviewer").GetString())), Is.EquivalentTo(Items(done, "assignments").Select(Pair)));
        Assert.That(Items(done, "loads").Select(load => load.GetProperty("added").GetInt32()).Order(), Is.EqualTo([2, 3, 3]));
        Assert.That(Items(done, "unserved"), Is.Empty);

        static (string?, string?) Pair(JsonElement review) =>
            (review.GetProperty("applicationReference").GetString(), review.GetProperty("reviewer").GetString());
    }

    [Test]
    public async Task Who_is_excluded_from_an_application_does_not_get_it_and_what_is_not_served_is_listed_with_the_reason()
    {
        var (programme, offices) = await Eligible("EXCLUSIONS", 3);
        await app.As("reviewer-2").Declares(programme, offices[1]);
        var application = Items((await app.As("caseworker-1").Get($"/applications?programmeId={programme.Split('/')[^1]}")).Succeeded(),
            "items").Single(item => item.GetProperty("officeAgs").GetString() == offices[2]).GetProperty("id").GetString();
        var assigned = await app.Assigned("/applications/" + application, "reviewer-1");
        (await app.As("reviewer-1").Post(assigned.Location + "/declare", new { conflict = true, reason = "Befreundet" }, assigned.ETag))
            .Succeeded();

        var done = (await app.As("caseworker-1").Post(programme + "/review-assignments",
            Request(2, dryRun: false, Reviewer(1, offices[0]), Reviewer(2), Reviewer(3), new { subject = "applicant-" + offices[0] })))
            .Succeeded();

        Assert.That(Items(done, "unserved"), Is.Empty);
        var pairs = Items(done, "assignments").Select(review => (review.GetProperty("applicationReference").GetString()![^1],
            review.GetProperty("reviewer").GetString()!.Split('#')[1])).ToList();
        Assert.That(pairs, Does.Contain(('1', "reviewer-2")).And.Contain(('1', "reviewer-3"))
            .And.Not.Contain(('2', "reviewer-2")).And.Not.Contain(('3', "reviewer-1")));

        var more = (await app.As("caseworker-1").Post(programme + "/review-assignments",
            Request(3, dryRun: true, Reviewer(1, offices[0]), Reviewer(2), new { subject = "applicant-" + offices[0] }))).Succeeded();
        var first = Items(more, "unserved")[0];
        Assert.That((first.GetProperty("missingReviews").GetInt32(), first.GetProperty("reason").GetString()),
            Is.EqualTo((1, "too-few-reviewers")));
        Assert.That(Items(more, "unserved").SelectMany(item => item.GetProperty("excluded").EnumerateArray()
            .Select(reviewer => (item.GetProperty("officeAgs").GetString(), reviewer.GetProperty("reason").GetString()))),
            Does.Contain((offices[0], "same-office")).And.Contain((offices[0], "author")).And.Contain((offices[0], "assigned")));
    }

    [Test]
    public async Task An_office_that_the_caller_is_excluded_from_is_left_to_another_person()
    {
        var (programme, offices) = await Eligible("CALLER", 2);
        await app.As("caseworker-1").Declares(programme, offices[0]);

        var done = (await app.As("caseworker-1").Post(programme + "/review-assignments", Request(1, dryRun: false, Reviewer(1))))
            .Succeeded();
        Assert.That(Items(done, "unserved").Select(item => (item.GetProperty("officeAgs").GetString(),
            item.GetProperty("reason").GetString())), Is.EqualTo([(offices[0], "caller-excluded")]));
        Assert.That(Items(done, "assignments"), Has.Count.EqualTo(1));

        var other = (await app.Person("caseworker-2", ["caseworker"]).Post(programme + "/review-assignments",
            Request(1, dryRun: false, Reviewer(1)))).Succeeded();
        Assert.That(Items(other, "assignments"), Has.Count.EqualTo(1));
    }

    /// <summary>Two callers with other reviewers and seeds, at once: nobody gets a third review.</summary>
    [Test]
    public async Task Of_two_distributions_at_once_one_is_made()
    {
        var (programme, _) = await Eligible("TWICE", 6);

        var answers = await Task.WhenAll(
            app.As("caseworker-1").Post(programme + "/review-assignments",
                new { perApplication = 2, reviewers = new[] { Reviewer(1), Reviewer(2), Reviewer(3) }, seed = "one", dryRun = false }),
            app.Person("caseworker-2", ["caseworker"]).Post(programme + "/review-assignments",
                new { perApplication = 2, reviewers = new[] { Reviewer(4), Reviewer(5) }, seed = "two", dryRun = false }));

        Assert.That(answers.Select(answer => Items(answer.Succeeded(), "assignments").Count), Is.EquivalentTo([0, 12]));
        Assert.That((await Reviews(programme)).CountBy(review => review.GetProperty("applicationId").GetString()!)
            .Select(count => count.Value), Is.EqualTo(Enumerable.Repeat(2, 6)));
    }

    [TestCase("""{"perApplication":0,"reviewers":[{"subject":"a"}],"seed":"s","dryRun":true}""", "/perApplication")]
    [TestCase("""{"perApplication":11,"reviewers":[{"subject":"a"}],"seed":"s","dryRun":true}""", "/perApplication")]
    [TestCase("""{"perApplication":1,"reviewers":[],"seed":"s","dryRun":true}""", "/reviewers")]
    [TestCase("""{"perApplication":1,"reviewers":[{"subject":"a"},{"subject":"A"}],"seed":"s","dryRun":true}""", "/reviewers")]
    [TestCase("""{"perApplication":1,"reviewers":[{"subject":""}],"seed":"s","dryRun":true}""", "/reviewers/0/subject")]
    [TestCase("""{"perApplication":1,"reviewers":[{"subject":"a","issuer":"x#y"}],"seed":"s","dryRun":true}""", "/reviewers/0/issuer")]
    [TestCase("""{"perApplication":1,"reviewers":[{"subject":"a"}],"seed":"Not a code","dryRun":true}""", "/seed")]
    public async Task A_distribution_out_of_shape_is_refused(string body, string place)
    {
        var refused = (await app.As("caseworker-1").Post($"/programmes/{Guid.Empty}/review-assignments", body))
            .Refused(400, "validation-failed");

        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo([place]));
    }

    [Test]
    public async Task A_reviewer_who_is_named_with_and_without_the_issuer_is_named_twice()
    {
        var (programme, _) = await Eligible("NAMED-TWICE", 1);
        var issuer = Auridis.Grants.Api.Platform.Security.Development.DevelopmentIssuer.Issuer;

        (await app.As("caseworker-1").Post(programme + "/review-assignments",
            Request(1, dryRun: false, Reviewer(1), new { subject = "reviewer-1", issuer }))).Refused(409, "reviewer-named-twice");
        (await app.As("caseworker-1").Post($"/programmes/{Guid.Empty}/review-assignments", Request(1, dryRun: false, Reviewer(1))))
            .Refused(404, "not-found");
        Assert.That(await Reviews(programme), Is.Empty);
    }

    [Test]
    public async Task A_review_is_given_to_another_person_and_later_back_to_the_first()
    {
        var application = await app.InReview("REASSIGN", "05512000");
        var begun = await app.Begun(application, "reviewer-1");
        var caseworker = app.As("caseworker-1");
        string Path(Answer review) => $"/reviews/{review["id"]}/reassign";

        var other = (await caseworker.Post(Path(begun), new { subject = "reviewer-2", reason = "Krank" }, begun.ETag)).Succeeded();
        Assert.That((other.Status, other["status"], other["reviewer"].Split('#')[1], other["version"]),
            Is.EqualTo((HttpStatusCode.Created, "assigned", "reviewer-2", "1")));
        var withdrawn = (await caseworker.Get("/reviews/" + begun["id"])).Succeeded();
        Assert.That((withdrawn["status"], withdrawn["withdrawReason"]), Is.EqualTo(("withdrawn", "Krank")));
        (await app.As("reviewer-1").Get(application)).Refused(404, "not-found");

        var back = (await caseworker.Post(Path(other), new { subject = "reviewer-1", reason = "Genesen" }, other.ETag)).Succeeded();
        Assert.That(Items((await app.As("reviewer-1").Get("/reviews?applicationId=" + application.Split('/')[^1])).Succeeded(), "items")
            .Select(review => review.GetProperty("id").GetString()), Is.EqualTo([begun["id"], back["id"]]), "each once");
        (await app.As("reviewer-1").Get(application)).Refused(403, "conflict-undeclared");
        var declared = (await app.As("reviewer-1").Post("/reviews/" + back["id"] + "/declare", new { conflict = false }, back.ETag))
            .Succeeded();
        Assert.That((await app.As("reviewer-1").Get(application)).Succeeded()["reference"], Is.EqualTo(declared["applicationReference"]));
    }

    [Test]
    public async Task A_review_is_not_given_to_who_has_one_or_is_excluded_nor_twice()
    {
        const string office = "05512000";
        var application = await app.InReview("NOT-GIVEN", office);
        var review = await app.Assigned(application, "reviewer-1");
        await app.Assigned(application, "reviewer-2");
        var caseworker = app.As("caseworker-1");
        var path = review.Location + "/reassign";
        var programme = "/programmes/" + review["programmeId"];
        await app.As("reviewer-3").Declares(programme, office);

        Task<Answer> To(string subject, string? officeAgs = null, string? ifMatch = null) =>
            caseworker.Post(path, new { subject, reason = "Krank", officeAgs }, ifMatch ?? review.ETag);
        (await To("reviewer-1")).Refused(409, "reviewer-assigned");
        (await To("reviewer-2")).Refused(409, "reviewer-assigned");
        (await To("reviewer-3")).Refused(403, "reviewer-conflicted");
        (await To("applicant-" + office)).Refused(403, "reviewer-conflicted");
        (await To("reviewer-4", office)).Refused(403, "reviewer-conflicted");
        (await To("reviewer-4", ifMatch: "\"9\"")).Refused(412, "stale-version");
        (await caseworker.Post(path, new { subject = "reviewer-4", reason = "" }, review.ETag)).Refused(400, "validation-failed");
        (await caseworker.Post(path, new { subject = "reviewer-4", reason = "Krank" })).Refused(428, "if-match-missing");
        (await app.Person("colleague", ["caseworker"], office).Post(path, new { subject = "reviewer-4", reason = "Krank" }, review.ETag))
            .Refused(403, "decider-conflicted");
        (await caseworker.Post(application + "/reviews", new { subject = "reviewer-3" })).Refused(403, "reviewer-conflicted");
        (await caseworker.Post(application + "/reviews", new { subject = "reviewer-4", officeAgs = office }))
            .Refused(403, "reviewer-conflicted");
        Assert.That((await caseworker.Get(review.Location!)).ETag, Is.EqualTo(review.ETag), "a refusal changes nothing");

        var answers = await Task.WhenAll(To("reviewer-4"), To("reviewer-5"));
        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(1));
        answers.Single(answer => answer.Status != HttpStatusCode.Created).Refused(412, "stale-version");
        (await To("reviewer-6", ifMatch: "\"2\"")).Refused(409, "wrong-state");
    }

    [Test]
    public async Task What_the_reviewers_have_to_do_is_counted()
    {
        var programme = await app.OpenProgramme("WORK");
        List<string> applications = [];
        foreach (var office in await app.Offices(3))
            applications.Add((await app.Eligible(programme, office)).Path());
        await app.Reviewed(applications[0], "reviewer-1", 7, 8);
        await app.Begun(applications[1], "reviewer-1");
        var assigned = await app.Assigned(applications[2], "reviewer-1");
        var conflicted = await app.Assigned(applications[0], "reviewer-2");
        (await app.As("reviewer-2").Post(conflicted.Location + "/declare", new { conflict = true, reason = "Befreundet" },
            conflicted.ETag)).Succeeded();
        var gone = await app.Assigned(applications[1], "reviewer-3");
        (await app.As("caseworker-1").Post(gone.Location + "/withdraw", new { reason = "Krank" }, gone.ETag)).Succeeded();

        var work = Items((await app.As("auditor-1").Get(programme + "/reviewers")).Succeeded(), "items");

        Assert.That(work.Select(item => (item.GetProperty("reviewer").GetString()!.Split('#')[1], item.GetProperty("assigned").GetInt32(),
            item.GetProperty("inProgress").GetInt32(), item.GetProperty("submitted").GetInt32(),
            item.GetProperty("conflicted").GetInt32(), item.GetProperty("oldestAssignedOn").GetString())), Is.EqualTo([
                ("reviewer-1", 1, 1, 1, 0, assigned["assignedOn"]),
                ("reviewer-2", 0, 0, 0, 1, null),
            ]));
        (await app.As("auditor-1").Get($"/programmes/{Guid.Empty}/reviewers")).Refused(404, "not-found");
    }
}
