namespace Auridis.Grants.Tests.Features.Programmes;

public sealed class CancelledProgrammeTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly object Reason = new { reason = "The funder has withdrawn." };

    [Test]
    public async Task Everything_in_it_stays_as_it_is_and_takes_no_command()
    {
        var programme = await app.OpenProgramme("CANCEL-1");
        var draft = await app.Draft(programme, "05512000");
        var submitted = await app.Submitted(programme, "05513000");
        var eligible = await app.Eligible(programme, "05515000");
        var assigned = await app.Assigned(eligible.Path(), "reviewer-1");
        var begun = await app.Begun(eligible.Path(), "reviewer-2");
        var cancelled = (await app.As("decider-1").Post(programme + "/cancel", Reason, await Tag(programme))).Succeeded();

        Assert.That((cancelled["status"], cancelled["cancelReason"]), Is.EqualTo(("cancelled", "The funder has withdrawn.")));
        var office = app.Applicant("05512000");
        var (caseworker, reviewer) = (app.As("caseworker-1"), app.As("reviewer-2"));
        await Refused(office.Put(draft.Path(), Sample.Application, draft.ETag));
        await Refused(office.Post(draft.Path() + "/submit", ifMatch: draft.ETag));
        await Refused(office.Post(draft.Path() + "/withdraw", Reason, draft.ETag));
        await Refused(app.Applicant("05515000").Post(programme + "/applications", Sample.Application));
        await Refused(caseworker.Post(submitted.Path() + "/formal-check", Sample.Passed, submitted.ETag));
        await Refused(caseworker.Post(eligible.Path() + "/reviews", new { subject = "reviewer-3" }));
        await Refused(app.As("reviewer-1").Post($"/reviews/{assigned["id"]}/declare", new { conflict = false }, assigned.ETag));
        await Refused(reviewer.Put($"/reviews/{begun["id"]}/scores", new { scores = Array.Empty<object>() }, begun.ETag));
        await Refused(reviewer.Post($"/reviews/{begun["id"]}/submit", ifMatch: begun.ETag));
        await Refused(caseworker.Post($"/reviews/{begun["id"]}/withdraw", Reason, begun.ETag));
        await Refused(app.As("decider-1").Post(
            programme + "/lot", new { secret = Round.LotSecret, publicValue = Round.LotValue }, cancelled.ETag));
        await Refused(app.As("decider-1").Post(programme + "/selections", new { }));
        await Refused(caseworker.Post(
            programme + "/late-exceptions", new { officeAgs = "05512000", until = "2018-12-07", reason = "x" }, cancelled.ETag));
        (await app.As("decider-1").Post(programme + "/cancel", Reason, cancelled.ETag)).Refused(409, "wrong-state");
        Assert.That((await caseworker.Get(submitted.Path())).Text, Is.EqualTo(submitted.Text));
        Assert.That((await office.Get(draft.Path())).Text, Is.EqualTo(draft.Text));
    }

    [Test]
    public async Task A_selection_of_it_is_neither_changed_nor_published()
    {
        var round = await Round.Play(app, "CANCEL-2", 2);
        var draft = await round.Draft(round.Applications[0]);
        var proposed = await round.Draft(round.Applications[0]);
        proposed = (await app.As("decider-1").Post($"/selections/{proposed["id"]}/propose", ifMatch: proposed.ETag)).Succeeded();
        var confirmed = await round.Confirmed(round.Applications[1]);
        (await app.As("decider-2").Post(round.Programme + "/cancel", Reason, await Tag(round.Programme))).Succeeded();

        var decider = app.As("decider-2");
        await Refused(decider.Post($"/selections/{draft["id"]}/decisions", new { }, draft.ETag));
        await Refused(decider.Post($"/selections/{draft["id"]}/propose", ifMatch: draft.ETag));
        await Refused(decider.Post($"/selections/{proposed["id"]}/confirm", ifMatch: proposed.ETag));
        await Refused(decider.Post($"/selections/{proposed["id"]}/send-back", Reason, proposed.ETag));
        await Refused(round.Publish(confirmed));
        Assert.That((await round.Now())["selected"], Is.EqualTo("0"));
    }

    [Test]
    public async Task Neither_a_draft_nor_a_decided_programme_is_cancelled()
    {
        var draft = (await app.As("caseworker-1").Post("/programmes", Sample.Programme("CANCEL-3"))).Succeeded();
        (await app.As("decider-1").Post($"/programmes/{draft["id"]}/cancel", Reason, draft.ETag)).Refused(409, "wrong-state");

        var round = await Round.Play(app, "CANCEL-4", 1);
        await round.Offer(round.Applications[0]);
        (await app.As("decider-1").Post(round.Programme + "/cancel", Reason, await Tag(round.Programme))).Refused(409, "wrong-state");
    }

    static async Task Refused(Task<Answer> answer) => (await answer).Refused(409, "programme-cancelled");

    async Task<string> Tag(string path) => (await app.As("funder-1").Get(path)).Succeeded().ETag!;
}
