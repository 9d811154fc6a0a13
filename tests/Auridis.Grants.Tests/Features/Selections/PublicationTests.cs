using System.Net;

namespace Auridis.Grants.Tests.Features.Selections;

/// <summary>What was confirmed is published only while it still holds.</summary>
public sealed class PublicationTests(DatabaseKind kind) : SelectionFixture(kind)
{
    [Test]
    public async Task An_application_that_was_withdrawn_meanwhile_stops_the_publication_and_changes_nothing()
    {
        var round = await Round.Play(app, "WITHDRAWN", 2, scores: Descending);
        var confirmed = await round.Confirmed();
        var withdrawn = round.Applications[1];
        var applicant = app.Applicant(withdrawn.Office);
        var seen = (await applicant.Get($"/applications/{withdrawn.Id}")).Succeeded();
        (await applicant.Post($"/applications/{withdrawn.Id}/withdraw", new { reason = "Kein Eigenanteil" }, seen.ETag)).Succeeded();

        var refused = (await round.Publish(confirmed)).Refused(409, "application-not-decidable");
        Assert.That(refused["applicationId"], Is.EqualTo(withdrawn.Id.ToString()));
        var programme = await round.Now();
        Assert.That((programme["status"], programme["selected"], programme["committed.amount"]), Is.EqualTo(("closed", "0", "0.00")));
        Assert.That((await app.As("caseworker-1").Get($"/applications/{round.Applications[0].Id}"))["status"], Is.EqualTo("eligible"));

        var published = await WorkedOver(round, confirmed);
        Assert.That(Members(published, "decisions", "applicationReference"), Is.EqualTo([round.Applications[0].Reference]));
        Assert.That((published["status"], (await round.Now())["selected"]), Is.EqualTo(("published", "1")));
    }

    [Test]
    public async Task A_publication_is_answered_the_same_when_it_is_sent_again()
    {
        var round = await Round.Play(app, "AGAIN", 1);
        var confirmed = await round.Confirmed();

        (await app.As("decider-1").Post($"/selections/{confirmed["id"]}/publish", ifMatch: confirmed.ETag))
            .Refused(400, "idempotency-key-missing");
        var first = (await round.Publish(confirmed)).Succeeded();
        var again = (await round.Publish(confirmed)).Succeeded();
        Assert.That((again.Status, again.Text, (await round.Now())["selected"]), Is.EqualTo((HttpStatusCode.OK, first.Text, "1")));
    }

    [Test]
    public async Task A_ranking_whose_reviews_have_changed_is_not_published()
    {
        var round = await Round.Play(app, "CHANGED", 2, terms => terms with { ReviewQuorum = 1 }, Descending);
        var confirmed = await round.Confirmed();
        var first = round.Applications[0];
        await app.Reviewed($"/applications/{first.Id}", "reviewer-2", 0, 0);

        var refused = (await round.Publish(confirmed)).Refused(409, "ranking-changed");
        Assert.That((refused["applicationReference"], (await round.Now())["selected"]), Is.EqualTo((first.Reference, "0")));

        await WorkedOver(round, confirmed);
    }

    [Test]
    public async Task A_review_that_is_taken_out_after_the_confirmation_stops_the_publication()
    {
        var round = await Round.Play(app, "TAKEN-OUT", 2, terms => terms with { ReviewQuorum = 1 }, Descending);
        var confirmed = await round.Confirmed();
        var caseworker = app.As("caseworker-1");
        var review = (await caseworker.Get("/reviews?applicationId=" + round.Applications[1].Id)).Succeeded().Json.GetProperty("items")[0]
            .GetProperty("id").GetString();
        (await caseworker.Post($"/reviews/{review}/withdraw", new { reason = "Nachträglich befangen" },
            (await caseworker.Get($"/reviews/{review}")).ETag)).Succeeded();

        Assert.That((await round.Publish(confirmed)).Refused(409, "ranking-changed")["applicationReference"],
            Is.EqualTo(round.Applications[1].Reference));
    }

    [Test]
    public async Task An_application_that_has_become_the_better_one_is_not_passed_over_in_silence()
    {
        var round = await Round.Play(app, "BETTER", 2, terms => terms with { ReviewQuorum = 1 }, Descending);
        var (first, second) = (round.Applications[0], round.Applications[1]);
        var decider = app.As("decider-1");
        var draft = (await decider.Post(round.Programme + "/selections",
            Choices(new { applicationId = first.Id, decision = "select", amount = first.Requested }))).Succeeded();
        var confirmed = await round.Confirm(draft);
        await app.Reviewed($"/applications/{second.Id}", "reviewer-2", 10, 10);
        await app.Reviewed($"/applications/{second.Id}", "reviewer-3", 10, 10);

        Assert.That((await round.Publish(confirmed)).Refused(409, "ranking-changed")["applicationReference"], Is.EqualTo(first.Reference));
    }

    [TestCase("FRONT", 10, 0)]
    [TestCase("BETWEEN", 5, 1)]
    public async Task An_application_that_is_ranked_only_after_the_decision_is_put_behind_nobody(string code, int points, int overtaken)
    {
        var round = await Round.Play(app, code, 3, terms => terms with { ReviewQuorum = 1, SiteLimit = 1 }, reviews: 0);
        var (selected, waiting, late) = (round.Applications[0], round.Applications[1], round.Applications[2]);
        await app.Reviewed($"/applications/{selected.Id}", "reviewer-1", 8, 8);
        await app.Reviewed($"/applications/{waiting.Id}", "reviewer-1", 2, 2);
        // The reason for the one that is selected was given when nobody knew of the third.
        var draft = (await app.As("decider-1").Post(round.Programme + "/selections",
            Choices(Round.Select(selected), new { applicationId = waiting.Id, decision = "waitlist" }))).Succeeded();
        var confirmed = await round.Confirm(draft);
        await app.Reviewed($"/applications/{late.Id}", "reviewer-1", points, points);

        Assert.That((await round.Publish(confirmed)).Refused(409, "ranking-changed")["applicationReference"],
            Is.EqualTo(round.Applications[overtaken].Reference));
        Assert.That((await round.Now())["selected"], Is.EqualTo("0"));
        RoundApplication[] inTurn = overtaken == 0 ? [late, selected, waiting] : [selected, late, waiting];
        Assert.That(Members(await WorkedOver(round, confirmed), "decisions", "applicationReference"),
            Is.EqualTo(inTurn.Select(application => application.Reference)));
    }

    [Test]
    public async Task An_application_that_is_ranked_behind_all_others_does_not_stop_the_publication()
    {
        var round = await Round.Play(app, "BEHIND", 3, terms => terms with { ReviewQuorum = 1, SiteLimit = 1 }, reviews: 0);
        await app.Reviewed($"/applications/{round.Applications[0].Id}", "reviewer-1", 8, 8);
        await app.Reviewed($"/applications/{round.Applications[1].Id}", "reviewer-1", 2, 2);
        var confirmed = await round.Confirmed();
        await app.Reviewed($"/applications/{round.Applications[2].Id}", "reviewer-1", 1, 1);

        (await round.Publish(confirmed)).Succeeded();
    }

    [Test]
    public async Task An_application_that_has_drawn_level_waits_with_the_other_for_the_lot()
    {
        var round = await Round.Play(app, "LEVEL", 2, terms => terms with { ReviewQuorum = 1 }, reviews: 0, drawLot: false);
        await app.Reviewed($"/applications/{round.Applications[0].Id}", "reviewer-1", 5, 5);
        var confirmed = await round.Confirmed();
        await app.Reviewed($"/applications/{round.Applications[1].Id}", "reviewer-1", 5, 5);

        Assert.That((await round.Publish(confirmed)).Refused(409, "ranking-changed")["applicationReference"],
            Is.EqualTo(round.Applications[0].Reference));
        await round.DrawLot();
        await WorkedOver(round, confirmed);
    }
}
