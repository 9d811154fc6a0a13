using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Tests.Features.Applications;

public sealed class MendingTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";

    static readonly object Points = new { points = new[] { new { pointer = "/financePlan/lines", text = "Name the posts." } } };

    [SetUp]
    public Task In_the_window() => app.ItIs("2018-11-16");

    /// <summary>25 and 26 December are holidays, and so is 1 January.</summary>
    [TestCase("2018-11-16", "2018-11-30")]
    [TestCase("2018-12-11", "2018-12-27")]
    [TestCase("2018-12-18", "2019-01-02")]
    public void Fourteen_days_end_on_a_working_day(string returnedOn, string mendBy) =>
        Assert.That(MendingPeriod.LastDay(Day(returnedOn), 14), Is.EqualTo(Day(mendBy)));

    [Test]
    public async Task What_the_points_name_is_mended_after_the_deadline_and_becomes_a_new_version()
    {
        var submitted = await app.Submitted(await app.OpenProgramme("MEND-1"), Bottrop);
        await app.SetClock("2018-12-11");

        var returned = (await Return(submitted, Points)).Succeeded();
        var edited = (await Edit(returned, Content(95_000_00))).Succeeded();
        Assert.That((await app.As("caseworker-1").Get(submitted.Path())).Succeeded()["content"], Is.EqualTo(submitted["content"]),
            "what is being mended is the office's alone");
        var again = (await Submit(edited)).Succeeded();

        Assert.That((returned["status"], returned["mending.mendBy"], again["status"], again["reference"], again["versions"]),
            Is.EqualTo(("returned", "2018-12-27", "submitted", submitted["reference"], "2")));
        var diff = (await app.As("auditor-1").Get(submitted.Path() + "/versions/2/diff?from=1")).Succeeded();
        Assert.That(diff.Json.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("pointer").GetString()),
            Is.All.StartWith("/financePlan/lines"));
        (await Return(again, new { points = new[] { new { pointer = "/title", text = "Too long." } } })).Succeeded();
    }

    [Test]
    public async Task Nobody_improves_the_project_after_the_deadline()
    {
        var submitted = await app.Submitted(await app.OpenProgramme("MEND-2"), Bottrop);
        var returned = (await Return(submitted, Points)).Succeeded();
        var edited = (await Edit(returned, Content(95_000_00) with { Goals = "Viel mehr", Title = "Größer" })).Succeeded();

        var refused = (await Submit(edited)).Refused(409, "beyond-points");

        Assert.That(refused["pointers"], Is.EqualTo("""["/title","/goals"]"""));
        Assert.That((await app.Applicant(Bottrop).Get(submitted.Path())).Text, Is.EqualTo(edited.Text));
    }

    [Test]
    public async Task After_its_day_nothing_is_mended_unless_a_caseworker_moves_it()
    {
        var submitted = await app.Submitted(await app.OpenProgramme("MEND-3"), Bottrop);
        var returned = (await Return(submitted, new
        {
            points = new[] { new { pointer = "/targetArea", text = "Which?" } },
            mendBy = "2018-11-20",
        })).Succeeded();
        await app.ItIs("2018-11-21");

        (await Submit(returned)).Refused(409, "mending-date-passed");
        Assert.That((await Move(returned, "2018-11-20")).Refused(400, "validation-failed")["errors"], Does.Contain("/mendBy"));
        var moved = (await Move(returned, "2018-11-21")).Succeeded();
        (await Submit(moved)).Succeeded();
        (await Move(moved, "2018-11-22")).Refused(412, "stale-version");
    }

    [Test]
    public async Task What_is_wrong_with_a_return_is_named_and_nothing_changes()
    {
        var submitted = await app.Submitted(await app.OpenProgramme("MEND-4"), Bottrop);
        object Point(string pointer) => new { points = new[] { new { pointer, text = "Which?" } } };

        foreach (var pointer in (string[])["/colour", "/financePlan/lines/7", "/financePlan/lines/00", "title", "/"])
        {
            Assert.That((await Return(submitted, Point(pointer))).Refused(400, "validation-failed")["errors"],
                Does.Contain("/points/0/pointer"), pointer);
        }
        Assert.That((await Return(submitted, new { points = Array.Empty<object>() })).Refused(400, "validation-failed")["errors"],
            Does.Contain("/points"));
        Assert.That((await Return(submitted, new { points = new[] { new { pointer = "/title", text = "x" } }, mendBy = "2018-11-15" }))
            .Refused(400, "validation-failed")["errors"], Does.Contain("/mendBy"));
        (await app.Person("both", ["caseworker"], Bottrop).Post(submitted.Path() + "/return", Point("/title"), submitted.ETag))
            .Refused(403, "decider-conflicted");
        Assert.That((await app.As("caseworker-1").Get(submitted.Path())).Text, Is.EqualTo(submitted.Text));
        var eligible = (await app.As("caseworker-1").Post(submitted.Path() + "/formal-check", Sample.Passed, submitted.ETag)).Succeeded();
        (await Return(eligible, Point("/title"))).Refused(409, "wrong-state");
    }

    [Test]
    public async Task Those_that_were_not_mended_become_ineligible_once()
    {
        var submitted = await app.Submitted(await app.OpenProgramme("MEND-5"), Bottrop);
        var returned = (await Return(submitted, new { points = new[] { new { pointer = "/title", text = "x" } }, mendBy = "2018-11-20" }))
            .Succeeded();
        var id = Guid.Parse(submitted["id"]);
        returned = (await Edit(returned, Sample.Content with { Title = "Halb fertig", Goals = null })).Succeeded();

        Assert.That((await Expire(id, "2018-11-20"), await Expire(id, "2018-11-21"), await Expire(id, "2018-11-21")),
            Is.EqualTo((0, 1, 0)));

        var expired = (await app.As("caseworker-1").Get(submitted.Path())).Succeeded();
        Assert.That((expired["status"], expired["content"]), Is.EqualTo(("ineligible", submitted["content"])),
            "what the office was at is gone with its time");
        (await Submit(returned)).Refused(412, "stale-version");
    }

    async Task<int> Expire(Guid id, string today) => (await app.Db.Write<int>(
        Author.System(TimeProvider.System), async tx => await MendingPeriod.Expire(tx, id, Day(today)), CancellationToken.None)).Value;

    Task<Answer> Return(Answer application, object request) =>
        app.As("caseworker-1").Post(application.Path() + "/return", request, application.ETag);

    Task<Answer> Move(Answer application, string mendBy) => app.As("caseworker-2")
        .Post(application.Path() + "/mending-date", new { mendBy, reason = "The office is ill." }, application.ETag);

    Task<Answer> Edit(Answer application, ApplicationContent content) =>
        app.Applicant(Bottrop).Put(application.Path(), new { content }, application.ETag);

    Task<Answer> Submit(Answer application) => app.Applicant(Bottrop).Post(application.Path() + "/submit", ifMatch: application.ETag);

    static ApplicationContent Content(long personnel) => Sample.Content with
    {
        FinancePlan = Sample.Content.FinancePlan! with
        {
            Lines = [new("personnel", new Money(personnel)), new("other", new Money(100_000_00 - personnel))],
        },
    };

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
