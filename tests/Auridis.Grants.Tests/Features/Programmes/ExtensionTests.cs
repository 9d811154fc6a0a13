namespace Auridis.Grants.Tests.Features.Programmes;

public sealed class ExtensionTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly object Later = new { closesOn = "2018-12-07", reason = "The portal could not be reached." };

    [Test]
    public async Task Two_people_extend_the_window_to_a_later_day()
    {
        var programme = await Open("EXT-1");
        var proposed = (await app.As("caseworker-1").Post(programme + "/extensions", Later)).Succeeded();

        (await app.As("caseworker-1").Post(Path(proposed) + "/confirm", ifMatch: proposed.ETag)).Refused(403, "four-eyes");
        Assert.That((await Now(programme))["terms.closesOn"], Is.EqualTo("2018-11-30"), "proposed");
        var confirmed = (await app.As("caseworker-2").Post(Path(proposed) + "/confirm", ifMatch: proposed.ETag)).Succeeded();

        var now = await Now(programme);
        Assert.That((confirmed["status"], now["terms.closesOn"]), Is.EqualTo(("confirmed", "2018-12-07")));
        Assert.That(now.Json.GetProperty("extensions")[0].GetProperty("previouslyClosesOn").GetString(), Is.EqualTo("2018-11-30"));
        Assert.That((await app.As("funder-1").Get(proposed.Location!)).Text, Is.EqualTo(confirmed.Text));
        (await app.As("funder-1").Get($"/programme-extensions/{Guid.Empty}")).Refused(404, "not-found");
        (await app.As("caseworker-2").Post(Path(proposed) + "/confirm", ifMatch: confirmed.ETag)).Refused(409, "wrong-state");
        (await app.As("caseworker-1").Post(Path(proposed) + "/refuse", new { reason = "x" }, confirmed.ETag)).Refused(409, "wrong-state");
    }

    [Test]
    public async Task A_refused_extension_changes_nothing_and_makes_room_for_another()
    {
        var programme = await Open("EXT-2");
        var proposed = (await app.As("caseworker-1").Post(programme + "/extensions", Later)).Succeeded();
        (await app.As("caseworker-2").Post(programme + "/extensions", Later)).Refused(409, "extension-pending");

        var refused = (await app.As("caseworker-1").Post(Path(proposed) + "/refuse", new { reason = "No need." }, proposed.ETag))
            .Succeeded();

        Assert.That((refused["status"], refused["refusalReason"]), Is.EqualTo(("refused", "No need.")));
        Assert.That((await Now(programme))["terms.closesOn"], Is.EqualTo("2018-11-30"));
        (await app.As("caseworker-2").Post(programme + "/extensions", Later)).Succeeded();
        Assert.That((await Now(programme)).Json.GetProperty("extensions").GetArrayLength(), Is.EqualTo(2));
    }

    [TestCase("2018-11-30", 409, "extension-earlier")]
    [TestCase("2018-10-01", 409, "extension-earlier")]
    [TestCase("2019-01-01", 409, "extension-beyond-funding")]
    [TestCase("2018-12-31", 201, null)]
    public async Task The_day_is_later_and_before_the_funding_period(string closesOn, int status, string? code)
    {
        var programme = await Open("EXT-" + closesOn);

        var answer = await app.As("caseworker-1").Post(programme + "/extensions", new { closesOn, reason = "Why" });

        Assert.That(((int)answer.Status, answer.Code), Is.EqualTo((status, code)), answer.Text);
    }

    [Test]
    public async Task Only_an_open_programme_is_extended()
    {
        var draft = (await app.As("caseworker-1").Post("/programmes", Sample.Programme("EXT-DRAFT"))).Succeeded();

        (await app.As("caseworker-1").Post($"/programmes/{draft["id"]}/extensions", Later)).Refused(409, "wrong-state");
        (await app.As("caseworker-1").Post($"/programmes/{Guid.Empty}/extensions", Later)).Refused(404, "not-found");
        (await app.As("caseworker-1").Post($"/programme-extensions/{Guid.Empty}/confirm", ifMatch: "\"1\"")).Refused(404, "not-found");
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task Of_many_extensions_at_once_one_wins()
    {
        var programme = await Open("EXT-RACE");

        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(day => app.As($"caseworker-{day % 2 + 1}")
            .Post(programme + "/extensions", new { closesOn = $"2018-12-{day:00}", reason = "Why" })));
        var won = answers.Single(answer => answer.Code is null);
        var confirmed = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => app.As($"caseworker-{n % 2 + 1}")
            .Post(Path(won) + "/confirm", ifMatch: won.ETag)));

        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code), Is.All.EqualTo("extension-pending"));
        Assert.That(confirmed.Count(answer => answer.Code is null), Is.EqualTo(1));
        Assert.That((await Now(programme))["terms.closesOn"], Is.EqualTo(won["closesOn"]));
    }

    async Task<string> Open(string code) => await app.OpenProgramme(code, Sample.Terms);

    async Task<Answer> Now(string programme) => (await app.As("funder-1").Get(programme)).Succeeded();

    static string Path(Answer extension) => $"/programme-extensions/{extension["id"]}";
}
