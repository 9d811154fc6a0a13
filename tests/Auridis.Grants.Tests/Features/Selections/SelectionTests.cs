using System.Net;
using System.Text.Json;

namespace Auridis.Grants.Tests.Features.Selections;

public sealed class SelectionTests(DatabaseKind kind) : ApiTests(kind)
{
    /// <summary>The n-th application is ranked n-th.</summary>
    static (int Need, int Network) Descending(int index) => (10 - index, 5);

    static List<string> Members(Answer answer, string list, string member) =>
        [.. answer.Json.GetProperty(list).EnumerateArray().Select(item => item.GetProperty(member).ToString())];

    static object Choices(params object[] decisions) => new { decisions };

    /// <summary>Sends a confirmed selection back, has it filled in anew and publishes it.</summary>
    async Task<Answer> WorkedOver(Round round, Answer confirmed)
    {
        var path = $"/selections/{confirmed["id"]}";
        var back = (await app.As("decider-2").Post(path + "/send-back", new { reason = "Neue Lage" }, confirmed.ETag)).Succeeded();
        var edited = (await app.As("decider-1").Put(path + "/decisions", new { }, back.ETag)).Succeeded();
        return (await round.Publish(await round.Confirm(edited))).Succeeded();
    }

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
    public async Task A_selection_is_filled_from_the_ranking_and_shows_its_limits()
    {
        var round = await Round.Play(app, "FILL", 4, terms => terms with { SiteLimit = 2, Budget = new Money(200_000_00) }, Descending);

        var draft = await round.Draft();
        Assert.That(Members(draft, "decisions", "decision"), Is.EqualTo(["select", "select", "waitlist", "waitlist"]));
        Assert.That(Members(draft, "decisions", "waitlistRank"), Is.EqualTo(["", "", "1", "2"]));
        Assert.That((await app.As("decider-1").Get($"/applications/{round.Applications[2].Id}"))["waitlistPlace"], Is.Empty,
            "nothing is published yet");
        Assert.That((draft["limits.sitesLeft"], draft["limits.budgetLeft.amount"], draft["limits.largestAmount.amount"],
            draft["limits.exceeded"]),
            Is.EqualTo(("0", "40000.00", "80000.00", "[]")));

        var publish = (await round.Publish(await round.Confirmed())).Succeeded();
        Assert.That(publish["status"], Is.EqualTo("published"));
        var programme = await round.Now();
        Assert.That((programme["status"], programme["selected"], programme["committed.amount"]), Is.EqualTo(("decided", "2", "160000.00")));
        var states = round.Applications
            .Select(async application => (await app.As("caseworker-1").Get($"/applications/{application.Id}"))["status"]);
        Assert.That(await Task.WhenAll(states), Is.EqualTo(["selected", "selected", "waitlisted", "waitlisted"]));
        var places = round.Applications
            .Select(async application => (await app.Applicant(application.Office).Get($"/applications/{application.Id}"))["waitlistPlace"]);
        Assert.That(await Task.WhenAll(places), Is.EqualTo(["", "", "1", "2"]), "an office reads its own");
    }

    [Test]
    public async Task The_money_ends_a_filled_selection_too()
    {
        var round = await Round.Play(app, "MONEY", 3, terms => terms with { Budget = new Money(159_999_99) }, Descending);

        Assert.That(Members(await round.Draft(), "decisions", "decision"), Is.EqualTo(["select", "waitlist", "waitlist"]));
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
    public async Task A_selection_waits_for_the_lot_when_only_it_can_tell()
    {
        var round = await Round.Play(app, "TIED", 2, drawLot: false);

        var refused = (await app.As("decider-1").Post(round.Programme + "/selections", new { })).Refused(409, "lot-not-drawn");
        Assert.That(refused["tied"], Is.EqualTo("2"));
        await round.DrawLot();
        (await app.As("decider-1").Post(round.Programme + "/selections", new { })).Succeeded();
    }

    [Test]
    public async Task Whoever_proposed_a_selection_cannot_confirm_it()
    {
        var round = await Round.Play(app, "EYES", 1);
        var draft = await round.Draft();
        var proposed = (await app.As("decider-1").Post(draft.Location + "/propose", ifMatch: draft.ETag)).Succeeded();

        (await app.As("decider-1").Post(draft.Location + "/confirm", ifMatch: proposed.ETag)).Refused(403, "four-eyes");
        (await app.As("caseworker-1").Post(draft.Location + "/confirm", ifMatch: proposed.ETag)).Refused(403, "forbidden");
        (await round.Publish(proposed)).Refused(409, "wrong-state");
        (await app.As("decider-2").Post(draft.Location + "/confirm", ifMatch: draft.ETag)).Refused(412, "stale-version");
        (await app.As("decider-2").Post(draft.Location + "/confirm", ifMatch: proposed.ETag)).Succeeded();
    }

    [Test]
    public async Task What_was_sent_back_is_edited_and_proposed_again()
    {
        var round = await Round.Play(app, "BACK", 2, scores: Descending);
        var confirmed = await round.Confirmed();
        var path = $"/selections/{confirmed["id"]}";
        var decider = app.As("decider-1");
        (await decider.Put(path + "/decisions", new { }, confirmed.ETag)).Refused(409, "wrong-state");

        var back = (await decider.Post(path + "/send-back", new { reason = "Zu wenig für den zweiten." }, confirmed.ETag)).Succeeded();
        Assert.That((back["status"], back["sentBackReason"], back["confirmedBy"]),
            Is.EqualTo(("sent-back", "Zu wenig für den zweiten.", "")));
        var edited = (await decider.Put(path + "/decisions",
            Choices(Round.Select(round.Applications[0]),
                new { applicationId = round.Applications[1].Id, decision = "reject", reason = "Doppelstruktur" }), back.ETag)).Succeeded();
        Assert.That(Members(edited, "decisions", "decision"), Is.EqualTo(["select", "reject"]));
        var proposed = (await decider.Post(path + "/propose", ifMatch: edited.ETag)).Succeeded();
        (await app.As("decider-2").Post(path + "/confirm", ifMatch: proposed.ETag)).Succeeded();
    }

    [Test]
    public async Task The_audit_trail_keeps_the_decisions_of_each_moment_without_their_reasons()
    {
        var round = await Round.Play(app, "MOMENTS", 2, scores: Descending);
        var (first, second) = (round.Applications[0], round.Applications[1]);
        var draft = await round.Draft(first);
        (await app.As("decider-1").Put(draft.Location + "/decisions",
            Choices(new { applicationId = first.Id, decision = "waitlist" },
                new { applicationId = second.Id, decision = "reject", reason = "Doppelstruktur" }), draft.ETag)).Succeeded();

        var trail = (await app.As("auditor-1").Get($"/audit-events?resourceId={draft["id"]}")).Succeeded();
        static IEnumerable<string> Moment(JsonElement item) =>
            item.GetProperty("details").GetProperty("decisions").EnumerateArray().Select(decision =>
            $"{item.GetProperty("action")} {decision.GetProperty("applicationId")} {decision.GetProperty("decision")} {decision.GetProperty("amount")}");
        Assert.That(trail.Json.GetProperty("items").EnumerateArray().SelectMany(Moment), Is.EqualTo(
        [
            $$"""selection.created {{first.Id}} select {"amount":"80000.00","currency":"EUR"}""",
            $"selection.edited {first.Id} waitlist ",
            $"selection.edited {second.Id} reject ",
        ]));
        Assert.That(trail.Text, Does.Not.Contain("Doppelstruktur"));
    }

    [Test]
    public async Task Decisions_keep_to_the_ranking()
    {
        var round = await Round.Play(app, "KEEP-TO", 2, terms => terms with { CapPerSite = new Money(80_000_00) }, Descending);
        var (first, second) = (round.Applications[0], round.Applications[1]);
        var decider = app.As("decider-1");
        Task<Answer> Choose(params object[] decisions) => decider.Post(round.Programme + "/selections", Choices(decisions));

        var skip = (await Choose(new { applicationId = second.Id, decision = "select", amount = second.Requested }))
            .Refused(409, "skip-needs-reason");
        Assert.That((skip["reference"], skip["skipped"]), Is.EqualTo((second.Reference, first.Reference)));
        (await Choose(new { applicationId = Guid.Empty, decision = "waitlist" })).Refused(409, "application-not-decidable");
        var over = (await Choose(new { applicationId = first.Id, decision = "select", amount = new Money(80_000_01) }))
            .Refused(409, "cap-exceeded");
        Assert.That(over["cap"], Is.EqualTo("""{"amount":"80000.00","currency":"EUR"}"""));
        (await Choose(new { applicationId = first.Id, decision = "select" })).Refused(400, "validation-failed");
        (await Choose(new { applicationId = first.Id, decision = "reject" })).Refused(400, "validation-failed");
        (await Choose(Round.Select(first), Round.Select(first))).Refused(400, "validation-failed");
        (await Choose()).Refused(400, "validation-failed");
        (await app.As("auditor-1").Post(round.Programme + "/selections", new { })).Refused(403, "forbidden");
    }

    [Test]
    public async Task An_amount_above_the_request_is_refused()
    {
        var round = await Round.Play(app, "ABOVE", 1);

        (await app.As("decider-1").Post(round.Programme + "/selections",
            Choices(new { applicationId = round.Applications[0].Id, decision = "select", amount = new Money(80_000_01) })))
            .Refused(409, "amount-above-request");
    }

    [Test]
    public async Task Below_the_quorum_an_application_can_only_be_rejected()
    {
        var round = await Round.Play(app, "QUORUM", 1, terms => terms with { ReviewQuorum = 2 }, reviews: 1);
        var decider = app.As("decider-1");

        Assert.That(Members((await decider.Get(round.Programme + "/ranking")).Succeeded(), "belowQuorum", "code"),
            Is.EqualTo(["quorum-not-met"]));
        (await decider.Post(round.Programme + "/selections", new { })).Refused(409, "nothing-ranked");
        (await decider.Post(round.Programme + "/selections", Choices(Round.Select(round.Applications[0])))).Refused(409, "quorum-not-met");
        (await decider.Post(round.Programme + "/selections",
            Choices(new { applicationId = round.Applications[0].Id, decision = "reject", reason = "Zu spät" }))).Succeeded();
    }

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
        Assert.That(refused["application"], Is.EqualTo(withdrawn.Id.ToString()));
        var programme = await round.Now();
        Assert.That((programme["status"], programme["selected"], programme["committed.amount"]), Is.EqualTo(("closed", "0", "0.00")));
        Assert.That((await app.As("caseworker-1").Get($"/applications/{round.Applications[0].Id}"))["status"], Is.EqualTo("eligible"));

        var published = await WorkedOver(round, confirmed);
        Assert.That(Members(published, "decisions", "reference"), Is.EqualTo([round.Applications[0].Reference]));
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
        Assert.That((refused["reference"], (await round.Now())["selected"]), Is.EqualTo((first.Reference, "0")));

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

        Assert.That((await round.Publish(confirmed)).Refused(409, "ranking-changed")["reference"],
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

        Assert.That((await round.Publish(confirmed)).Refused(409, "ranking-changed")["reference"], Is.EqualTo(first.Reference));
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

        Assert.That((await round.Publish(confirmed)).Refused(409, "ranking-changed")["reference"],
            Is.EqualTo(round.Applications[overtaken].Reference));
        Assert.That((await round.Now())["selected"], Is.EqualTo("0"));
        RoundApplication[] inTurn = overtaken == 0 ? [late, selected, waiting] : [selected, late, waiting];
        Assert.That(Members(await WorkedOver(round, confirmed), "decisions", "reference"),
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

        Assert.That((await round.Publish(confirmed)).Refused(409, "ranking-changed")["reference"],
            Is.EqualTo(round.Applications[0].Reference));
        await round.DrawLot();
        await WorkedOver(round, confirmed);
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

    [Test]
    public async Task A_place_that_becomes_free_goes_to_the_waiting_list_first()
    {
        // The third has no quorum of reviews yet when the others are decided on.
        var round = await Round.Play(app, "WAITING", 4, terms => terms with { ReviewQuorum = 2, SiteLimit = 1 }, index => (10 - index, 5),
            reviews: 1);
        var (selected, waiting, later, alsoWaiting) =
            (round.Applications[0], round.Applications[1], round.Applications[2], round.Applications[3]);
        await app.Reviewed($"/applications/{selected.Id}", "reviewer-2", 10, 5);
        await app.Reviewed($"/applications/{waiting.Id}", "reviewer-2", 5, 5);
        await app.Reviewed($"/applications/{alsoWaiting.Id}", "reviewer-2", 1, 1);
        (await round.Publish(await round.Confirmed())).Succeeded();
        await app.Reviewed($"/applications/{later.Id}", "reviewer-2", 10, 10);
        var decider = app.As("decider-1");
        Assert.That(Members((await decider.Get(round.Programme + "/ranking")).Succeeded(), "ranked", "reference"),
            Is.EqualTo([later.Reference, waiting.Reference, alsoWaiting.Reference]));
        Assert.That(Members((await decider.Get(round.Programme + "/ranking")).Succeeded(), "ranked", "waitlistPlace"),
            Is.EqualTo(["", "1", "2"]));

        var award = await round.AwardOf(selected);
        (await app.Applicant(selected.Office)
            .Post($"/awards/{award["id"]}/decline", new { reason = "Doch nicht" }, award.ETag, key: "waiting")).Succeeded();

        Task<Answer> Choose(RoundApplication application, string? reason = null) => decider.Post(round.Programme + "/selections",
            Choices(new { applicationId = application.Id, decision = "select", amount = application.Requested, reason }));
        Assert.That((await Choose(later)).Refused(409, "skip-needs-reason")["skipped"], Is.EqualTo(waiting.Reference));
        Assert.That((await Choose(alsoWaiting)).Refused(409, "skip-needs-reason")["skipped"], Is.EqualTo(waiting.Reference));
        (await Choose(later, "Einziger Antrag aus dem Regierungsbezirk")).Succeeded();
        (await Choose(waiting)).Succeeded();

        var promotion = await round.Confirmed();
        Assert.That(Members(promotion, "decisions", "reference"), Is.EqualTo([waiting.Reference, alsoWaiting.Reference, later.Reference]));
        Assert.That(Members(promotion, "decisions", "decision"), Is.EqualTo(["select", "waitlist", "waitlist"]));
        (await round.Publish(promotion)).Succeeded();
        var list = (await decider.Get(round.Programme + "/ranking")).Succeeded();
        Assert.That(Members(list, "ranked", "reference").Zip(Members(list, "ranked", "waitlistPlace")),
            Is.EquivalentTo([(alsoWaiting.Reference, "2"), (later.Reference, "3")]));
        Assert.That((await decider.Get($"/applications/{waiting.Id}"))["waitlistPlace"], Is.Empty, "it has left the list");
    }

    [Test]
    public async Task Selections_are_listed_by_programme()
    {
        var round = await Round.Play(app, "LIST", 3, scores: Descending);
        await round.Draft();
        await round.Draft(round.Applications[0]);

        var items = (await app.As("caseworker-1").Get($"/selections?programmeId={round.ProgrammeId}")).Succeeded().Json.GetProperty("items")
            .EnumerateArray().ToList();
        static string Figures(JsonElement item) =>
            $"{item.GetProperty("selected")} {item.GetProperty("waitlisted")} {item.GetProperty("amount").GetProperty("amount")}";
        Assert.That(items.Select(Figures), Is.EqualTo(["3 0 240000.00", "1 0 80000.00"]));
    }
}
