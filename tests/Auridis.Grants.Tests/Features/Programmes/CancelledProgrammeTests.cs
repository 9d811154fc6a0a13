using System.Globalization;
using Auridis.Grants.Api.Features.Applications;

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

    /// <summary>Mending, reopening, recalling, attaching, giving to others: all else that changes an application or a review.</summary>
    [Test]
    public async Task Nothing_in_it_is_mended_or_handed_on()
    {
        var programme = await app.OpenProgramme("CANCEL-7");
        var offices = await app.Offices(6);
        var (caseworker, decider) = (app.As("caseworker-1"), app.As("decider-1"));
        var draft = await app.Draft(programme, offices[0]);
        var file = (await app.Applicant(offices[0]).Upload(
            draft.Path() + "/attachments", SampleFile.PdfOf(500), SampleFile.Pdf, "a.pdf")).Succeeded();
        var submitted = await app.Submitted(programme, offices[1]);
        var returned = await app.Submitted(programme, offices[2]);
        returned = (await caseworker.Post(returned.Path() + "/return", Points, returned.ETag)).Succeeded();
        var ineligible = await app.Submitted(programme, offices[3]);
        ineligible = (await caseworker.Post(ineligible.Path() + "/formal-check", new
        {
            items = Sample.Terms.Checks.Select(check => new { check = check.Code, met = false }),
            reason = "Nicht vom Jugendamt",
        }, ineligible.ETag)).Succeeded();
        var remedy = new { remedy = new { kind = "objection", reference = "1", filedOn = app.Today() }, reason = "x" };
        ineligible = (await caseworker.Post(ineligible.Path() + "/reopen", remedy, ineligible.ETag)).Succeeded();
        var assigned = await app.Assigned((await app.Eligible(programme, offices[4])).Path(), "reviewer-1");
        var extension = (await caseworker.Post(programme + "/extensions", new { closesOn = "2018-12-07", reason = "x" })).Succeeded();
        (await decider.Post(programme + "/cancel", Reason, await Tag(programme))).Succeeded();
        var (events, patch) = (await Trail(), new { content = new { title = "Neu" } });

        await Refused(app.Applicant(offices[0]).Patch(draft.Path(), patch, "\"2\""));
        await Refused(app.Applicant(offices[0]).Upload(draft.Path() + "/attachments", SampleFile.PdfOf(501), SampleFile.Pdf, "b.pdf"));
        await Refused(app.Applicant(offices[0]).Delete(file.Location!, "\"2\""));
        await Refused(app.Applicant(offices[1]).Post(submitted.Path() + "/recall", ifMatch: submitted.ETag));
        await Refused(caseworker.Post(submitted.Path() + "/return", Points, submitted.ETag));
        await Refused(caseworker.Post(
            returned.Path() + "/mending-date", new { mendBy = app.Today().AddYears(1), reason = "x" }, returned.ETag));
        await Refused(app.Applicant(offices[2]).Patch(returned.Path(), patch, returned.ETag));
        await Refused(app.Applicant(offices[2]).Post(returned.Path() + "/submit", ifMatch: returned.ETag));
        await Refused(caseworker.Post(ineligible.Path() + "/reopen", remedy, ineligible.ETag));
        await Refused(decider.Post(ineligible.Path() + "/reopen/confirm", ifMatch: ineligible.ETag));
        await Refused(caseworker.Post(assigned.Location + "/reassign", new { subject = "reviewer-2", reason = "Krank" }, assigned.ETag));
        await Refused(caseworker.Post(programme + "/review-assignments",
            new { perApplication = 1, reviewers = new[] { new { subject = "reviewer-3" } }, seed = "s", dryRun = false }));
        await Refused(decider.Post(programme + "/lot/confirm", ifMatch: await Tag(programme)));
        (await app.As("caseworker-2").Post($"/programme-extensions/{extension["id"]}/confirm", ifMatch: extension.ETag))
            .Refused(409, "wrong-state");
        (await caseworker.Post(programme + "/extensions", new { closesOn = "2018-12-08", reason = "x" })).Refused(409, "wrong-state");
        Assert.That(await Trail(), Is.EqualTo(events), "what is refused leaves nothing");
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

    /// <summary>Whatever was done before the programme was cancelled stands before it in the trail, and nothing stands after it.</summary>
    [Test]
    [CancelAfter(300_000)]
    public async Task What_is_done_at_the_same_moment_comes_before_it_or_is_refused()
    {
        for (var round = 1; round <= 3; round++)
        {
            var programme = await app.OpenProgramme($"CANCEL-RACE-{round}");
            List<Func<Task<Answer>>> commands = [];
            foreach (var (office, i) in (await app.Offices(21)).Select((office, i) => (office, i)))
                commands.Add(await Command(programme, office, i % 7));
            var tag = await Tag(programme);
            commands.Insert(8, () => app.As("decider-1").Post(programme + "/cancel", Reason, tag));

            var answers = await Task.WhenAll(commands.Select(command => Task.Run(command)));

            Assert.That(answers.Select(answer => answer.Code), Is.All.AnyOf(null, "programme-cancelled"));
            Assert.That(answers[8].Succeeded()["status"], Is.EqualTo("cancelled"));
            Assert.That(await Trail(), Has.ItemAt(0).EqualTo(AuditAction.ProgrammeCancelled), $"round {round}");
        }
    }

    [Test]
    [CancelAfter(300_000)]
    public async Task A_step_on_a_selection_at_the_same_moment_comes_before_it_or_is_refused()
    {
        var round = await Round.Play(app, "CANCEL-5", 1);
        List<Answer> drafts = [];
        for (var i = 0; i < 6; i++)
            drafts.Add(await round.Draft(round.Applications[0]));
        var tag = await Tag(round.Programme);
        var decider = app.As("decider-2");

        var answers = await Task.WhenAll(drafts
            .Select((draft, i) => Task.Run(() => i % 2 == 0
                ? decider.Post($"/selections/{draft["id"]}/propose", ifMatch: draft.ETag)
                : decider.Post($"/selections/{draft["id"]}/decisions", new { }, draft.ETag)))
            .Append(Task.Run(() => app.As("decider-1").Post(round.Programme + "/cancel", Reason, tag))));

        Assert.That(answers.Select(answer => answer.Code), Is.All.AnyOf(null, "programme-cancelled"));
        answers[^1].Succeeded();
        Assert.That(await Trail(), Has.ItemAt(0).EqualTo(AuditAction.ProgrammeCancelled));
    }

    /// <summary>The clock takes no step in it either.</summary>
    [Test]
    public async Task What_is_to_be_mended_in_it_does_not_expire()
    {
        var programme = await app.OpenProgramme("CANCEL-6");
        var submitted = await app.Submitted(programme, "05512000");
        var returned = (await app.As("caseworker-1").Post(submitted.Path() + "/return", Points, submitted.ETag)).Succeeded();
        var (id, after) = (Guid.Parse(returned["id"]), DateOnly.Parse(returned["mending.mendBy"], CultureInfo.InvariantCulture).AddDays(1));
        Assert.That(await Expired(after), Does.Contain(id));
        (await app.As("decider-1").Post(programme + "/cancel", Reason, await Tag(programme))).Succeeded();

        Assert.That(await Expired(after), Does.Not.Contain(id));
        var expired = await app.Db.Write<int>(
            Author.System(TimeProvider.System), async tx => await MendingPeriod.Expire(tx, id, after), CancellationToken.None);
        Assert.That(expired.Value, Is.Zero);
        Assert.That((await app.As("caseworker-1").Get(returned.Path())).Text, Is.EqualTo(returned.Text));
    }

    static readonly object Points = new { points = new[] { new { pointer = "/title", text = "Which network?" } } };

    /// <summary>An application of an office that is brought to where a command on it, or on its review, is possible; the command.</summary>
    async Task<Func<Task<Answer>>> Command(string programme, string office, int kind)
    {
        var (applicant, caseworker) = (app.Applicant(office), app.As("caseworker-1"));
        switch (kind)
        {
            case 0:
                var edited = await app.Draft(programme, office);
                return () => applicant.Put(edited.Path(), Sample.Application, edited.ETag);
            case 1:
                var withdrawn = await app.Draft(programme, office);
                return () => applicant.Post(withdrawn.Path() + "/withdraw", Reason, withdrawn.ETag);
            case 2:
                var handedIn = await app.Draft(programme, office);
                return () => applicant.Post(handedIn.Path() + "/submit", ifMatch: handedIn.ETag);
            case 3:
                var recalled = await app.Submitted(programme, office);
                return () => applicant.Post(recalled.Path() + "/recall", ifMatch: recalled.ETag);
            case 4:
                var returned = await app.Submitted(programme, office);
                return () => caseworker.Post(returned.Path() + "/return", Points, returned.ETag);
            case 5:
                var check = await app.Submitted(programme, office);
                return () => caseworker.Post(check.Path() + "/formal-check", Sample.Passed, check.ETag);
            default:
                var begun = await app.Begun((await app.Eligible(programme, office)).Path(), "reviewer-2");
                return () => app.As("reviewer-2")
                    .Put($"/reviews/{begun["id"]}/scores", new { scores = Array.Empty<object>() }, begun.ETag);
        }
    }

    Task<List<Guid>> Expired(DateOnly today) =>
        app.Db.Read(session => MendingPeriod.Expired(session, today, most: 100), CancellationToken.None);

    /// <summary>The actions in the audit trail, the last one first.</summary>
    Task<List<string>> Trail() =>
        app.Db.Read(session => session.All<string>("select Action from AuditEvent order by Seq desc"), CancellationToken.None);

    static async Task Refused(Task<Answer> answer) => (await answer).Refused(409, "programme-cancelled");

    async Task<string> Tag(string path) => (await app.As("funder-1").Get(path)).Succeeded().ETag!;
}
