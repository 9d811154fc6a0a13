using Auridis.Grants.Api.Features.Reviews;

namespace Auridis.Grants.Tests.Features.Reviews;

/// <summary>What a reviewer sees of the application and of other reviews, and when.</summary>
public sealed class ReviewBlindnessTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";

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
    public async Task Nothing_is_seen_or_scored_before_the_declaration()
    {
        var application = await app.InReview("UNDECLARED", Bottrop);
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
    public async Task Reviewers_are_blind_until_they_have_submitted()
    {
        var application = await app.InReview("BLIND", Bottrop);
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
        var application = await app.InReview("ROLES", Bottrop);
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
        var review = await app.Reviewed(await app.InReview("TRAIL", Bottrop), "reviewer-1", 7, 8);

        var details = await app.Db.Read(session => session.One<string>(
            "select Details from AuditEvent where Action = 'review.submitted' and ResourceId = @id", new { id = Guid.Parse(review["id"]) }),
            CancellationToken.None);
        Assert.That(details, Does.Not.Contain("points").And.Not.Contain("otal"));
    }
}
