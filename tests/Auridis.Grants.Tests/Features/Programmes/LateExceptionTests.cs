namespace Auridis.Grants.Tests.Features.Programmes;

public sealed class LateExceptionTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Late = "05512000";
    const string Other = "05513000";

    [SetUp]
    public Task In_the_window() => app.ItIs("2018-11-30");

    [Test]
    public async Task An_excepted_office_creates_and_submits_until_the_end_of_its_day()
    {
        var programme = await ClosedProgramme("LATE-1");
        (await Create(programme, Late)).Refused(409, "deadline-passed");

        var granted = (await Grant(programme, Late, "2018-12-07")).Succeeded();
        (await Create(programme, Other)).Refused(409, "deadline-passed");
        var draft = (await Create(programme, Late)).Succeeded();
        await app.SetClock("2018-12-08");
        (await Submit(draft)).Refused(409, "deadline-passed");
        (await Grant(programme, Late, "2018-12-09")).Succeeded();
        (await Submit(draft)).Succeeded();

        var exceptions = (await app.As("funder-1").Get(programme)).Succeeded().Json.GetProperty("lateExceptions");
        Assert.That(granted.Json.GetProperty("lateExceptions")[0].GetProperty("until").GetString(), Is.EqualTo("2018-12-07"));
        Assert.That(exceptions.EnumerateArray().Select(exception => exception.GetProperty("until").GetString()),
            Is.EqualTo(["2018-12-09"]));
    }

    /// <summary>The later of the two days counts for the office, and for all others the end of the window.</summary>
    [TestCase("2018-12-04", "2018-12-07")]
    [TestCase("2018-12-07", "2018-12-04")]
    public async Task An_extension_of_all_neither_shortens_an_exception_nor_is_shortened_by_one(string until, string closesOn)
    {
        var programme = await app.OpenProgramme("LATE-EXT-" + until);
        var extension = (await app.As("caseworker-1").Post(programme + "/extensions", new { closesOn, reason = "Störung" })).Succeeded();
        (await Grant(programme, Late, until)).Succeeded();
        (await app.As("caseworker-2").Post($"/programme-extensions/{extension["id"]}/confirm", ifMatch: extension.ETag)).Succeeded();
        var (late, other) = (await app.Draft(programme, Late), await app.Draft(programme, Other));

        await app.SetClock("2018-12-07");
        Assert.That((await app.Applicant(Other).Post(other.Path() + "/submit", ifMatch: other.ETag)).Code,
            Is.EqualTo(closesOn == "2018-12-07" ? null : "deadline-passed"));
        late = (await Submit(late)).Succeeded();
        (await app.Applicant(Late).Post(late.Path() + "/recall", ifMatch: late.ETag)).Succeeded();
        await app.SetClock("2018-12-08");

        (await Submit((await app.Applicant(Late).Get(late.Path())).Succeeded())).Refused(409, "deadline-passed");
    }

    [Test]
    public async Task Nobody_joins_once_a_selection_is_proposed()
    {
        var round = await Round.Play(app, "LATE-2", 1);
        Answer[] selections = [await round.Draft(), await round.Draft()];
        (await Grant(round.Programme, Other, "2018-12-20")).Succeeded();

        foreach (var selection in selections)
        {
            (await app.As("decider-1").Post($"/selections/{selection["id"]}/propose", ifMatch: selection.ETag)).Succeeded();
            (await Grant(round.Programme, Other, "2018-12-21")).Refused(409, "selection-under-way");
        }
    }

    /// <summary>In the trail, no exception stands between a proposal and the step that takes it back.</summary>
    [Test]
    [CancelAfter(300_000)]
    public async Task An_exception_at_the_moment_of_the_proposal_comes_before_it_or_is_refused()
    {
        var round = await Round.Play(app, "LATE-4", 1);
        var selection = await round.Draft();
        var path = $"/selections/{selection["id"]}";
        for (var turn = 1; turn <= 12; turn++)
        {
            var (tag, until) = ((await round.Now()).ETag, new { officeAgs = Other, until = "2018-12-20", reason = "The portal was away." });

            var answers = await Task.WhenAll(
                Task.Run(() => app.As("decider-1").Post(path + "/propose", ifMatch: selection.ETag)),
                Task.Run(() => app.As("caseworker-1").Post(round.Programme + "/late-exceptions", until, tag)));

            Assert.That(answers[1].Code, Is.AnyOf(null, "selection-under-way"));
            Assert.That(await Last(), Is.EqualTo(AuditAction.SelectionProposed), $"turn {turn}");
            selection = (await app.As("decider-2").Post(path + "/send-back", new { reason = "Noch einmal" }, answers[0].Succeeded().ETag))
                .Succeeded();
        }
    }

    [Test]
    public async Task What_is_wrong_is_named_and_nothing_changes()
    {
        var programme = await ClosedProgramme("LATE-3");
        var before = (await app.As("funder-1").Get(programme)).Succeeded();

        Assert.That((await Grant(programme, Late, "2018-11-30")).Refused(400, "validation-failed")["errors"], Does.Contain("/until"));
        Assert.That((await Grant(programme, "5512000", "2018-12-07")).Refused(400, "validation-failed")["errors"],
            Does.Contain("/officeAgs"));
        (await Grant(programme, "05999000", "2018-12-07")).Refused(409, "youth-office-unknown");
        (await app.Person("both", ["caseworker"], Late).Post(
            programme + "/late-exceptions", Exception(Late, "2018-12-07"), before.ETag)).Refused(403, "decider-conflicted");
        (await app.As("caseworker-1").Post(programme + "/late-exceptions", Exception(Late, "2018-12-07"), "\"1\""))
            .Refused(412, "stale-version");

        Assert.That((await app.As("funder-1").Get(programme)).Text, Is.EqualTo(before.Text));
    }

    async Task<string> ClosedProgramme(string code)
    {
        var programme = await app.OpenProgramme(code);
        await app.SetClock("2018-12-01");
        return programme;
    }

    async Task<Answer> Grant(string programme, string office, string until) => await app.As("caseworker-1").Post(
        programme + "/late-exceptions", Exception(office, until), (await app.As("caseworker-1").Get(programme)).ETag);

    /// <summary>The last action in the audit trail.</summary>
    async Task<string> Last() => (await app.Db.Read(
        session => session.All<string>("select Action from AuditEvent order by Seq desc"), CancellationToken.None))[0];

    static object Exception(string office, string until) => new { officeAgs = office, until, reason = "The portal was away." };

    Task<Answer> Create(string programme, string office) => app.Applicant(office).Post(programme + "/applications", Sample.Application);

    Task<Answer> Submit(Answer draft) => app.Applicant(Late).Post(draft.Path() + "/submit", ifMatch: draft.ETag);
}
