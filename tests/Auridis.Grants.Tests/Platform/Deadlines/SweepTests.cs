using Auridis.Grants.Api;
using Auridis.Grants.Api.Platform.Deadlines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Auridis.Grants.Tests.Platform.Deadlines;

public sealed class SweepTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";

    [Test]
    public async Task A_programme_closes_after_its_last_day_and_not_on_it()
    {
        await app.ItIs("2018-11-29");
        var programme = await app.OpenProgramme("SWEEP-1");

        await app.SetClock("2018-11-30");
        Assert.That((await app.As("funder-1").Get(programme)).Succeeded()["status"], Is.EqualTo("open"));
        await app.SetClock("2018-12-01");

        Assert.That((await app.As("funder-1").Get(programme)).Succeeded()["status"], Is.EqualTo("closed"));
        Assert.That(await Actors(programme, "programme.closed"), Is.EqualTo(["system"]));
    }

    [Test]
    public async Task The_clock_does_not_go_back()
    {
        await app.ItIs("2018-11-05");

        (await app.As("caseworker-1").Put("/clock", new { now = "2018-11-05T11:59:59Z" })).Refused(409, "clock-backwards");

        Assert.That((await app.As("caseworker-1").Get("/clock")).Succeeded()["today"], Is.EqualTo("2018-11-05"));
    }

    [Test]
    public async Task Several_sweeps_at_once_do_nothing_twice()
    {
        await app.ItIs("2018-11-05");
        var programme = await app.OpenProgramme("SWEEP-2");
        await app.ItIs("2018-12-05");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SweepOf(DueSteps.All).Run(CancellationToken.None)));

        Assert.That(await Actors(programme, "programme.closed"), Is.EqualTo(["system"]));
    }

    [Test]
    public async Task A_step_that_fails_is_logged_and_keeps_no_other_waiting()
    {
        using var log = new LogRecorder();
        using var logs = new LoggerFactory([log]);
        await app.ItIs("2018-11-05");
        var programme = await app.OpenProgramme("SWEEP-3");
        await app.ItIs("2018-12-05");
        DueStep broken = new("broken", (_, _, _) => throw new InvalidTimeZoneException("not found"), (_, _, _) => Task.FromResult(1));
        DueStep failing = new("failing", (_, _, _) => Task.FromResult(new List<Guid> { Guid.Empty }),
            (_, _, _) => throw new InvalidTimeZoneException("not taken"));

        await SweepOf([broken, failing, .. DueSteps.All], logs.CreateLogger<Sweep>()).Run(CancellationToken.None);

        Assert.That((await app.As("funder-1").Get(programme)).Succeeded()["status"], Is.EqualTo("closed"));
        Assert.That(log.Lines, Has.Count.EqualTo(2));
        Assert.That(log.Lines, Has.Some.Contains("found: broken").And.Some.Contains("failed: failing 00000000"));
    }

    [Test]
    public async Task What_was_not_mended_becomes_ineligible()
    {
        await app.ItIs("2018-11-05");
        var submitted = await app.Submitted(await app.OpenProgramme("SWEEP-4"), Bottrop);
        await Returned(submitted);

        await app.SetClock("2018-11-21");

        Assert.That((await app.As("caseworker-1").Get(submitted.Path())).Succeeded()["status"], Is.EqualTo("ineligible"));
    }

    [Test]
    public async Task At_the_last_second_it_is_mended_or_expired_and_never_both()
    {
        await app.ItIs("2018-11-05");
        var programme = await app.OpenProgramme("SWEEP-5");
        List<Answer> returned = [];
        foreach (var office in await app.Offices(8))
            returned.Add(await Returned(await app.Submitted(programme, office)));
        await app.ItIs("2018-11-20");

        // The submissions began on the last day, and meet two instances for which it has passed.
        var submissions = returned.Select(application =>
            app.Applicant(application["officeAgs"]).Post(application.Path() + "/submit", ifMatch: application.ETag)).ToList();
        await app.ItIs("2018-11-21");
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => SweepOf(DueSteps.All).Run(CancellationToken.None)));
        var answers = await Task.WhenAll(submissions);

        Assert.Multiple(async () =>
        {
            foreach (var (before, answer) in returned.Zip(answers))
            {
                var now = (await app.As("caseworker-1").Get(before.Path())).Succeeded();
                var mended = answer.Code is null;
                Assert.That((now["status"], now["versions"]), Is.EqualTo(mended ? ("submitted", "2") : ("ineligible", "1")), answer.Text);
                Assert.That(await Actors(before.Path(), "application.mending-expired"), Has.Count.EqualTo(mended ? 0 : 1));
            }
        });
    }

    /// <summary>To be mended by 20 November.</summary>
    async Task<Answer> Returned(Answer submitted) => (await app.As("caseworker-1").Post(
        submitted.Path() + "/return",
        new { points = new[] { new { pointer = "/title", text = "Which one?" } }, mendBy = "2018-11-20" }, submitted.ETag)).Succeeded();

    Sweep SweepOf(IReadOnlyList<DueStep> steps, ILogger<Sweep>? log = null) => new(
        steps, app.Db, app.Services.GetRequiredService<BusinessClock>(), TimeProvider.System, log ?? NullLogger<Sweep>.Instance);

    Task<List<string>> Actors(string resource, string action) => app.Db.Read(session => session.All<string>(
        "select Actor from AuditEvent where Action = @Action and ResourceId = @Id",
        new { Action = action, Id = Guid.Parse(resource.Split('/')[^1]) }), CancellationToken.None);
}
