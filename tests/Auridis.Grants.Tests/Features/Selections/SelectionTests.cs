using System.Text.Json;

namespace Auridis.Grants.Tests.Features.Selections;

/// <summary>Selections: filled from the ranking, edited, proposed by one person and confirmed by another.</summary>
public sealed class SelectionTests(DatabaseKind kind) : SelectionFixture(kind)
{
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
    public async Task A_selection_waits_for_the_lot_when_only_it_can_tell()
    {
        var round = await Round.Play(app, "TIED", 2, drawLot: false);

        var refused = (await app.As("decider-1").Post(round.Programme + "/selections", new { })).Refused(409, "lot-not-drawn");
        Assert.That(refused["tiedCount"], Is.EqualTo("2"));
        await round.DrawLot();
        Assert.That((await app.As("decider-1").Post(round.Programme + "/selections", new { })).Succeeded()["reference"],
            Is.EqualTo("GA-TIED-S-01"), "a refused selection takes no number");
    }

    [Test]
    public async Task Selections_of_a_programme_are_numbered_without_gaps_also_at_once()
    {
        var round = await Round.Play(app, "NUMBERED", 1);
        var decider = app.As("decider-1");

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => decider.Post(round.Programme + "/selections", new { })));

        Assert.That(made.Select(selection => selection.Succeeded()["reference"]),
            Is.EquivalentTo(Enumerable.Range(1, 8).Select(number => $"GA-NUMBERED-S-0{number}")));
        Assert.That((await decider.Get($"/selections?programmeId={round.ProgrammeId}&limit=1")).Succeeded().Json.GetProperty("items")[0]
            .GetProperty("reference").GetString(), Is.EqualTo("GA-NUMBERED-S-01"), "in the order of creation");
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
        (await decider.Post(path + "/decisions", new { }, confirmed.ETag)).Refused(409, "wrong-state");

        var back = (await decider.Post(path + "/send-back", new { reason = "Zu wenig für den zweiten." }, confirmed.ETag)).Succeeded();
        Assert.That((back["status"], back["sentBackReason"], back["confirmedBy"]),
            Is.EqualTo(("sent-back", "Zu wenig für den zweiten.", "")));
        var edited = (await decider.Post(path + "/decisions",
            Choices(Round.Select(round.Applications[0]),
                new { applicationId = round.Applications[1].Id, decision = "reject", reason = "Doppelstruktur" }), back.ETag)).Succeeded();
        Assert.That(Members(edited, "decisions", "decision"), Is.EqualTo(["select", "reject"]));
        var proposed = (await decider.Post(path + "/propose", ifMatch: edited.ETag)).Succeeded();
        (await app.As("decider-2").Post(path + "/confirm", ifMatch: proposed.ETag)).Succeeded();
    }

    [Test]
    public async Task A_selection_is_edited_in_parts()
    {
        var round = await Round.Play(app, "PARTS", 3, scores: Descending);
        var (first, second, third) = (round.Applications[0], round.Applications[1], round.Applications[2]);
        var decider = app.As("decider-1");
        var draft = await round.Draft(first, second);
        Task<Answer> Edit(object change, Answer seen) => decider.Post(draft.Location + "/decisions", change, seen.ETag);

        var added = (await Edit(Choices(new { applicationId = third.Id, decision = "waitlist" }), draft)).Succeeded();
        Assert.That(Decided(added), Is.EqualTo([(first.Id, "select"), (second.Id, "select"), (third.Id, "waitlist")]));
        Assert.That(Members(added, "decisions", "reason"), Is.EqualTo(["Beschluss der Jury", "Beschluss der Jury", ""]), "the others stay");

        var rejection = new { applicationId = second.Id, decision = "reject", reason = "Doppelstruktur" };
        var replaced = (await Edit(Choices(rejection), added)).Succeeded();
        Assert.That(Decided(replaced), Is.EqualTo([(first.Id, "select"), (third.Id, "waitlist"), (second.Id, "reject")]));

        var without = (await Edit(new { leftOut = new[] { first.Id } }, replaced)).Succeeded();
        Assert.That(Decided(without), Is.EqualTo([(third.Id, "waitlist"), (second.Id, "reject")]));
        (await Edit(new { leftOut = new[] { second.Id, third.Id } }, without)).Refused(409, "nothing-ranked");
        var both = (await Edit(new { decisions = new[] { Round.Select(first) }, leftOut = new[] { first.Id } }, without))
            .Refused(400, "validation-failed");
        Assert.That(both["errors"], Is.EqualTo("""{"/leftOut":["An application cannot be decided on and left out."]}"""));

        var filled = (await Edit(new { }, without)).Succeeded();
        Assert.That(Decided(filled), Is.EqualTo([(first.Id, "select"), (second.Id, "select"), (third.Id, "select")]));
    }

    /// <summary>The whole is judged anew: one that is no longer there must be left out.</summary>
    [Test]
    public async Task A_decision_on_an_application_that_was_withdrawn_is_left_out()
    {
        var round = await Round.Play(app, "GONE", 2, scores: Descending);
        var (first, second) = (round.Applications[0], round.Applications[1]);
        var draft = await round.Draft(first, second);
        var seen = (await app.Applicant(second.Office).Get($"/applications/{second.Id}")).Succeeded();
        (await app.Applicant(second.Office).Post($"/applications/{second.Id}/withdraw", new { reason = "Kein Eigenanteil" }, seen.ETag))
            .Succeeded();
        var change = Choices(Round.Select(first));

        var refused = (await app.As("decider-1").Post(draft.Location + "/decisions", change, draft.ETag))
            .Refused(409, "application-not-decidable");
        Assert.That(refused.Text, Does.Contain(second.Id.ToString()));
        (await app.As("decider-1").Post(draft.Location + "/decisions", new { leftOut = new[] { second.Id } }, draft.ETag)).Succeeded();
    }

    static IEnumerable<(Guid, string)> Decided(Answer selection) => selection.Json.GetProperty("decisions").EnumerateArray()
        .Select(decision => (decision.GetProperty("applicationId").GetGuid(), decision.GetProperty("decision").GetString()!));

    [Test]
    public async Task The_audit_trail_keeps_the_decisions_of_each_moment_without_their_reasons()
    {
        var round = await Round.Play(app, "MOMENTS", 2, scores: Descending);
        var (first, second) = (round.Applications[0], round.Applications[1]);
        var draft = await round.Draft(first);
        (await app.As("decider-1").Post(draft.Location + "/decisions",
            Choices(new { applicationId = first.Id, decision = "waitlist" },
                new { applicationId = second.Id, decision = "reject", reason = "Doppelstruktur" }), draft.ETag)).Succeeded();

        var trail = (await app.As("auditor-1").Get($"/audit-events?resourceId={draft["id"]}")).Succeeded();
        static IEnumerable<string> Moment(JsonElement item) =>
            item.GetProperty("details").GetProperty("decisions").EnumerateArray().Select(decision =>
                string.Join(' ', item.GetProperty("action"), decision.GetProperty("applicationId"), decision.GetProperty("decision"),
                    decision.GetProperty("amount")));
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
        Assert.That((skip["applicationReference"], skip["skippedReference"]), Is.EqualTo((second.Reference, first.Reference)));
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
