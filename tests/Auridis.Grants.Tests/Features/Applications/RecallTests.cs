namespace Auridis.Grants.Tests.Features.Applications;

public sealed class RecallTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";

    [SetUp]
    public Task In_the_window() => app.ItIs("2018-11-30");

    [Test]
    public async Task A_recalled_application_keeps_its_reference_and_is_submitted_as_its_next_version()
    {
        var programme = await app.OpenProgramme("RECALL-1");
        var first = await app.Submitted(programme, "05513000");
        var submitted = await app.Submitted(programme, Bottrop);

        var recalled = (await Recall(submitted)).Succeeded();
        (await app.As("caseworker-1").Get(submitted.Path())).Refused(404, "not-found");
        var edited = (await app.Applicant(Bottrop).Put(
            submitted.Path(), new { content = Sample.Content with { Title = "Besser" } }, recalled.ETag)).Succeeded();
        var again = (await app.Applicant(Bottrop).Post(submitted.Path() + "/submit", ifMatch: edited.ETag)).Succeeded();

        Assert.That((recalled["status"], recalled["reference"], again["reference"], again["versions"]),
            Is.EqualTo(("draft", submitted["reference"], submitted["reference"], "2")));
        var next = await app.Submitted(programme, "05515000");
        Assert.That(Number(next) - Number(first), Is.EqualTo(2), "no number is missing");
        var diff = (await app.As("caseworker-1").Get(submitted.Path() + "/versions/2/diff")).Succeeded().Json.GetProperty("changes");
        Assert.That((diff.GetArrayLength(), diff[0].GetProperty("pointer").GetString(), diff[0].GetProperty("to").GetString()),
            Is.EqualTo((1, "/title", "Besser")));
        Assert.That((await app.As("caseworker-1").Get(submitted.Path() + "/versions/1")).Succeeded()["content.title"],
            Is.EqualTo(Sample.Content.Title));
        (await app.As("caseworker-1").Get(submitted.Path() + "/versions/3/diff")).Refused(404, "not-found");
        var whole = (await app.As("caseworker-1").Get(submitted.Path() + "/versions/1/diff")).Succeeded();
        Assert.That((whole["from"], whole.Json.GetProperty("changes").GetArrayLength()), Is.EqualTo(("0", 12)), "nothing is before it");
        (await app.As("caseworker-1").Get(submitted.Path() + "/versions/2/diff?from=0")).Refused(400, "validation-failed");
    }

    [Test]
    public async Task Nothing_is_recalled_after_the_deadline_or_after_the_check()
    {
        var programme = await app.OpenProgramme("RECALL-2");
        var eligible = await app.Eligible(programme, Bottrop);
        var submitted = await app.Submitted(programme, "05513000");

        (await Recall(eligible)).Refused(409, "wrong-state");
        (await app.Applicant("05515000").Post(submitted.Path() + "/recall", ifMatch: submitted.ETag)).Refused(404, "not-found");
        (await app.Applicant("05513000").Post(submitted.Path() + "/recall", ifMatch: "\"1\"")).Refused(412, "stale-version");
        await app.SetClock("2018-12-01");
        (await app.Applicant("05513000").Post(submitted.Path() + "/recall", ifMatch: submitted.ETag)).Refused(409, "deadline-passed");
        Assert.That((await app.As("caseworker-1").Get(submitted.Path())).Text, Is.EqualTo(submitted.Text));
    }

    [Test]
    public async Task A_withdrawn_application_makes_room_for_another_and_shows_what_was_submitted()
    {
        var programme = await app.OpenProgramme("RECALL-3");
        var submitted = await app.Submitted(programme, Bottrop);
        var recalled = (await Recall(submitted)).Succeeded();
        var edited = (await app.Applicant(Bottrop).Put(
            submitted.Path(), new { content = Sample.Content with { Title = "Geheim" } }, recalled.ETag)).Succeeded();
        (await app.Applicant(Bottrop).Post(programme + "/applications", Sample.Application)).Refused(409, "application-exists");

        (await app.Applicant(Bottrop).Post(submitted.Path() + "/withdraw", new { reason = "Anders" }, edited.ETag)).Succeeded();

        var seen = (await app.As("caseworker-1").Get(submitted.Path())).Succeeded();
        Assert.That((seen["status"], seen["content.title"]), Is.EqualTo(("withdrawn", Sample.Content.Title)));
        var other = await app.Submitted(programme, Bottrop);
        Assert.That(other["reference"], Is.Not.EqualTo(submitted["reference"]));
        (await app.Applicant(Bottrop).Post(programme + "/applications", Sample.Application)).Refused(409, "application-exists");
    }

    /// <summary>Different commands of three persons: one is taken, and the application stands where that one leads.</summary>
    [Test]
    public async Task Of_a_recall_a_return_a_check_and_a_withdrawal_at_once_one_counts()
    {
        var programme = await app.OpenProgramme("RECALL-OTHERS");
        foreach (var office in await app.Offices(8))
        {
            var submitted = await app.Submitted(programme, office);
            var (path, tag, caseworker, applicant) =
                (submitted.Path(), submitted.ETag, app.As("caseworker-1"), app.Applicant(office));
            var points = new { points = new[] { new { pointer = "/title", text = "Zu lang." } } };

            var answers = await Task.WhenAll(
                Task.Run(() => applicant.Post(path + "/recall", ifMatch: tag)),
                Task.Run(() => caseworker.Post(path + "/return", points, tag)),
                Task.Run(() => caseworker.Post(path + "/formal-check", Sample.Passed, tag)),
                Task.Run(() => applicant.Post(path + "/withdraw", new { reason = "x" }, tag)));

            var won = answers.Single(answer => answer.Code is null);
            // To a caseworker a draft is not there.
            Assert.That(answers.Where(answer => answer != won).Select(answer => answer.Code), Is.All.AnyOf("stale-version", "not-found"));
            var now = (await applicant.Get(path)).Succeeded();
            Assert.That((now["status"], now["version"], now["reference"]), Is.EqualTo((won["status"], "3", submitted["reference"])));
        }
    }

    /// <summary>The old application goes while others of the office try to take its place.</summary>
    [Test]
    public async Task Of_applications_that_are_made_while_one_is_withdrawn_one_stands()
    {
        var programme = await app.OpenProgramme("RECALL-ANEW");
        foreach (var office in await app.Offices(6))
        {
            var submitted = await app.Submitted(programme, office);
            var applicant = app.Applicant(office);

            var answers = await Task.WhenAll(Enumerable.Range(0, 4)
                .Select(i => Task.Run(() => applicant.Post(programme + "/applications",
                    new { content = Sample.Content with { Title = $"Neu {i}" } })))
                .Prepend(Task.Run(() => applicant.Post(submitted.Path() + "/withdraw", new { reason = "x" }, submitted.ETag))));

            answers[0].Succeeded();
            var made = answers.Skip(1).Count(answer => answer.Code is null);
            Assert.That(answers.Skip(1).Where(answer => answer.Code is not null).Select(answer => answer.Code),
                Is.All.EqualTo("application-exists"));
            var standing = await app.Db.Read(session => session.One<int>(
                "select count(*) from Application where ProgrammeId = @Id and OfficeAgs = @office and Status <> 'withdrawn'",
                new { Id = Guid.Parse(programme.Split('/')[^1]), office }), CancellationToken.None);
            Assert.That((made, standing), Is.AnyOf((0, 0), (1, 1)));
        }
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task References_have_neither_gaps_nor_doubles_while_offices_recall_and_submit_again()
    {
        var programme = await app.OpenProgramme("RECALL-RACE");
        var offices = await app.Offices(12);

        await Task.WhenAll(offices.Select(async office =>
        {
            var applicant = app.Applicant(office);
            var submitted = await app.Submitted(programme, office);
            var recalled = (await applicant.Post(submitted.Path() + "/recall", ifMatch: submitted.ETag)).Succeeded();
            var again = (await applicant.Post(submitted.Path() + "/submit", ifMatch: recalled.ETag)).Succeeded();
            Assert.That(again["reference"], Is.EqualTo(submitted["reference"]));
        }));

        var all = (await app.As("auditor-1").Get($"/applications?programmeId={programme.Split('/')[^1]}")).Succeeded();
        Assert.That(
            all.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("reference").GetString()),
            Is.EquivalentTo(Enumerable.Range(1, 12).Select(number => $"GA-RECALL-RACE-{number:0000}")));
    }

    Task<Answer> Recall(Answer application) => app.Applicant(Bottrop).Post(application.Path() + "/recall", ifMatch: application.ETag);

    static int Number(Answer application) =>
        int.Parse(application["reference"].Split('-')[^1], System.Globalization.CultureInfo.InvariantCulture);
}
