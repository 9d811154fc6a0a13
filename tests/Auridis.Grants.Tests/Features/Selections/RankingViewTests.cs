namespace Auridis.Grants.Tests.Features.Selections;

/// <summary>Who sees what of a ranking.</summary>
public sealed class RankingViewTests(DatabaseKind kind) : SelectionFixture(kind)
{
    [Test]
    public async Task The_ranking_shows_scores_and_who_may_read_it()
    {
        var round = await Round.Play(app, "RANK", 3, scores: index => (5 + index, 5));

        var ranking = (await app.As("auditor-1").Get(round.Programme + "/ranking")).Succeeded();
        Assert.That(Members(ranking, "ranked", "reference"), Is.EqualTo(["GA-RANK-0003", "GA-RANK-0002", "GA-RANK-0001"]));
        Assert.That(Members(ranking, "ranked", "score"), Is.EqualTo(["62", "56", "50"]));
        Assert.That(ranking.Json.GetProperty("ranked")[0].GetProperty("reviews")[0].GetProperty("total").ToString(), Is.EqualTo("62"),
            "points, as the score and as a review's total");
        (await app.As("reviewer-1").Get(round.Programme + "/ranking")).Refused(403, "forbidden");
        (await app.As("decider-1").Get($"/programmes/{Guid.Empty}/ranking")).Refused(404, "not-found");
    }

    [Test]
    public async Task A_selection_keeps_the_ranking_that_it_was_made_from()
    {
        var round = await Round.Play(app, "KEEPS", 2, scores: Descending);
        var decider = app.As("decider-1");
        var then = (await decider.Get(round.Programme + "/ranking")).Succeeded().Text;

        var confirmed = await round.Confirmed(round.Applications[0]);
        (await round.Publish(confirmed)).Succeeded();

        Assert.That((await decider.Get($"/selections/{confirmed["id"]}/ranking")).Succeeded().Text, Is.EqualTo(then));
        Assert.That(Members((await decider.Get(round.Programme + "/ranking")).Succeeded(), "ranked", "reference"),
            Is.EqualTo(["GA-KEEPS-0002"]));
    }

    [Test]
    public async Task The_ranking_of_a_selection_shows_no_scores_to_whoever_is_still_to_review()
    {
        var round = await Round.Play(app, "HIDDEN", 2, terms => terms with { ReviewQuorum = 2 }, Descending, reviews: 1);
        var (ranked, below) = (round.Applications[0], round.Applications[1]);
        await app.Reviewed($"/applications/{ranked.Id}", "reviewer-2", 10, 5);
        var draft = await round.Draft();
        var path = draft.Location + "/ranking";
        var both = app.Person("caseworker-4", [Role.Caseworker, Role.Reviewer]);
        var whole = (await app.As("decider-1").Get(path)).Succeeded().Text;
        Assert.That((await both.Get(path)).Succeeded().Text, Is.EqualTo(whole));

        await app.Assigned($"/applications/{ranked.Id}", "caseworker-4");
        await app.Assigned($"/applications/{below.Id}", "caseworker-4");

        var hidden = (await both.Get(path)).Succeeded();
        string[] shown =
        [
            .. ((string[])["score", "spread", "reviews"]).SelectMany(member => Members(hidden, "ranked", member)),
            .. Members(hidden, "belowQuorum", "reviews"),
        ];
        Assert.That(shown, Is.EqualTo(["", "", "", ""]));
        Assert.That((await app.As("decider-1").Get(path)).Succeeded().Text, Is.EqualTo(whole));
    }

    [Test]
    public async Task The_ranking_stays_whole_for_whoever_is_in_conflict_and_may_not_read_the_application()
    {
        var round = await Round.Play(app, "WHOLE", 2, terms => terms with { ReviewQuorum = 1 }, Descending);
        var application = $"/applications/{round.Applications[0].Id}";
        var both = app.Person("caseworker-4", [Role.Caseworker, Role.Reviewer]);
        var whole = (await app.As("decider-1").Get(round.Programme + "/ranking")).Succeeded();

        var assigned = await app.Assigned(application, "caseworker-4");
        (await both.Get(application)).Refused(403, "conflict-undeclared");
        var undeclared = (await both.Get(round.Programme + "/ranking")).Succeeded();
        Assert.That(Members(undeclared, "ranked", "requested"), Is.EqualTo(Members(whole, "ranked", "requested")));

        (await both.Post(assigned.Location + "/declare", new { conflict = true, reason = "Frühere Kollegin" }, assigned.ETag)).Succeeded();
        (await both.Get(application)).Refused(404, "not-found");
        Assert.That((await both.Get(round.Programme + "/ranking")).Succeeded().Text, Is.EqualTo(whole.Text));
    }
}
