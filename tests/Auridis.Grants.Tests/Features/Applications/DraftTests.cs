using System.Text.Json;
using System.Text.Json.Nodes;
using Auridis.Grants.Api.Features.Applications;
using WireJson = Auridis.Grants.Api.Platform.Http.Json;

namespace Auridis.Grants.Tests.Features.Applications;

/// <summary>What a draft may lack, how it is patched, and what its office is told before it submits.</summary>
public sealed class DraftTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";

    static readonly string[] Members =
    [
        "/title", "/summary", "/startingPosition", "/goals", "/targetArea", "/children", "/partners", "/steering", "/politicalBacking",
        "/staff", "/milestones", "/financePlan",
    ];

    static int codes;

    [SetUp]
    public Task In_the_window() => app.ItIs("2018-10-15");

    [Test]
    public async Task A_draft_begins_empty_grows_by_patches_and_is_submitted_when_nothing_is_missing()
    {
        var draft = await Empty("DRAFT-1");
        var summary = (await Office.Get("/applications?programmeId=" + draft["programmeId"])).Succeeded().Json.GetProperty("items")[0];
        Assert.That((summary.GetProperty("title").ValueKind, summary.GetProperty("requested").ValueKind),
            Is.EqualTo((JsonValueKind.Null, JsonValueKind.Null)));
        Assert.That(await Incomplete(draft), Is.EqualTo(Members));
        Assert.That(Pointers((await Submit(draft)).Refused(409, "application-incomplete")), Is.EqualTo(Members));

        foreach (var (name, value) in JsonSerializer.SerializeToNode(Sample.Content, WireJson.Options)!.AsObject())
        {
            Assert.That(await Incomplete(draft), Does.Contain("/" + name));
            draft = (await Patch(draft, new { content = new JsonObject { [name] = value!.DeepClone() } })).Succeeded();
        }

        Assert.That(draft["content"], Is.EqualTo(JsonSerializer.Serialize(Sample.Content, WireJson.Options)));
        Assert.That(await Incomplete(draft), Is.Empty);
        (await Submit(draft)).Succeeded();
    }

    [Test]
    public async Task A_patch_replaces_what_it_names_and_empties_what_is_null()
    {
        var draft = await app.Draft(await app.OpenProgramme("DRAFT-2"), Bottrop);

        var patched = (await Patch(draft, """
            {"content":{"goals":null,"partners":[{"sector":"school","name":"Grundschule","role":"Übergang"}],
                "financePlan":{"requested":{"amount":"70000.00","currency":"EUR"},"thirdPartyFunds":null}}}
            """)).Succeeded();

        var expected = Sample.Content with
        {
            Goals = null,
            Partners = [new(NetworkSector.School, "Grundschule", "Übergang")],
            FinancePlan = Sample.Content.FinancePlan! with { Requested = new Money(70_000_00), ThirdPartyFunds = null },
        };
        Assert.That((patched["content"], patched["version"]), Is.EqualTo((JsonSerializer.Serialize(expected, WireJson.Options), "2")));
        Assert.That(await Incomplete(patched), Is.EqualTo(["/goals", "/financePlan/thirdPartyFunds"]));
        Assert.That((await Patch(patched, "{}")).Succeeded()["content"], Is.EqualTo(patched["content"]));
    }

    [Test]
    public async Task A_list_that_needs_an_item_is_incomplete_while_it_is_empty()
    {
        var draft = await app.Draft(await app.OpenProgramme("DRAFT-7"), Bottrop);

        var empty = (await Patch(draft, """
            {"content":{"partners":[],"staff":[],"milestones":[],"financePlan":{"lines":[]}}}
            """)).Succeeded();

        string[] places = ["/partners", "/milestones", "/financePlan/lines"];
        Assert.That(await Incomplete(empty), Is.EqualTo(places), "a project can do without staff of its own");
        Assert.That(Pointers((await Submit(empty)).Refused(409, "application-incomplete")), Is.EqualTo(places));
    }

    [TestCase("""{"content":{"colour":"red"}}""", "unknown-field", "/content/colour")]
    [TestCase("""{"content":{"colour":null}}""", "unknown-field", "/content/colour")]
    [TestCase("""{"title":"x"}""", "unknown-field", "/title")]
    [TestCase("""{"content":{"partners":7}}""", "validation-failed", "/content/partners")]
    [TestCase("""{"content":[]}""", "validation-failed", "/content")]
    [TestCase("""{"content":{"title":"","children":0}}""", "validation-failed", "/content/title")]
    [TestCase("""{"content":{"financePlan":{"requested":{"amount":"-1.00","currency":"EUR"}}}}""", "validation-failed",
        "/content/financePlan/requested")]
    [TestCase("""{"content":{"milestones":[{"title":"Half"}]}}""", "missing-field", "/content/milestones/0/dueOn")]
    [TestCase("""{"content":{"partners":[null]}}""", "validation-failed", "/content/partners/0")]
    [TestCase("""{"content":{"title":"a","title":"b"}}""", "validation-failed", "/content/title")]
    [TestCase("""{"content":""", "malformed-json", null)]
    [TestCase("null", "malformed-json", null)]
    public async Task A_bad_patch_names_the_place_and_changes_nothing(string patch, string code, string? place)
    {
        var draft = await app.Draft(await app.OpenProgramme($"DRAFT-B{Interlocked.Increment(ref codes)}"), Bottrop);

        var refused = (await Patch(draft, patch)).Refused(400, code);

        if (place is not null)
            Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Does.Contain(place));
        Assert.That((await Office.Get(draft.Path())).Text, Is.EqualTo(draft.Text));
    }

    [Test]
    public async Task A_patch_is_for_the_office_that_saw_the_draft_and_takes_its_own_type()
    {
        var draft = await app.Draft(await app.OpenProgramme("DRAFT-3"), Bottrop);
        var patch = new { content = new { title = "Neu" } };

        (await app.Applicant("05513000").Patch(draft.Path(), patch, draft.ETag)).Refused(404, "not-found");
        (await app.As("caseworker-1").Patch(draft.Path(), patch, draft.ETag)).Refused(403, "forbidden");
        (await Office.Patch($"/applications/{Guid.Empty}", patch, draft.ETag)).Refused(404, "not-found");
        (await Office.Patch(draft.Path(), patch)).Refused(428, "if-match-missing");
        using var json = new HttpRequestMessage(HttpMethod.Patch, draft.Path());
        json.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        json.Headers.TryAddWithoutValidation("If-Match", draft.ETag);
        Assert.That((int)(await Office.Http.SendAsync(json)).StatusCode, Is.EqualTo(415));
        Assert.That((await Office.Get(draft.Path())).Text, Is.EqualTo(draft.Text));

        var changed = (await Patch(draft, patch)).Succeeded();
        (await Patch(draft, patch)).Refused(412, "stale-version");
        (await Patch((await Submit(changed)).Succeeded(), patch)).Refused(409, "wrong-state");
    }

    /// <summary>Two patches of one version: one wins, and nothing of the other is mixed in.</summary>
    [Test]
    public async Task Of_patches_at_the_same_time_one_counts()
    {
        var draft = await app.Draft(await app.OpenProgramme("DRAFT-4"), Bottrop);
        object[] patches =
        [
            new { content = new { title = "Eins", summary = "Eins" } }, new { content = new { title = "Zwei", goals = "Zwei" } },
            new { content = new { title = "Drei", steering = "Drei" } }, new { content = new { title = "Vier", targetArea = "Vier" } },
        ];

        var answers = await Task.WhenAll(patches.Select(patch => Patch(draft, patch)));

        Assert.That(answers.Select(answer => answer.Code).Order(StringComparer.Ordinal),
            Is.EqualTo(new[] { null, "stale-version", "stale-version", "stale-version" }));
        var won = answers.Single(answer => answer.Code is null);
        var content = JsonSerializer.Deserialize<ApplicationContent>(won["content"], WireJson.Options)!;
        string?[] texts = [content.Summary, content.Goals, content.Steering, content.TargetArea];
        Assert.That(texts.Where(text => text == content.Title).ToList(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_office_is_told_what_its_plan_and_the_points_do_not_allow()
    {
        var draft = await app.Draft(await app.OpenProgramme("DRAFT-5"), Bottrop);
        var unsound = (await Patch(draft, """
            {"content":{"financePlan":{"lines":[{"category":"cars","amount":{"amount":"10.00","currency":"EUR"}}],
                "requested":{"amount":"100000.01","currency":"EUR"}}}}
            """)).Succeeded();

        Assert.That(await Refused(unsound), Is.EqualTo([
            "/financePlan/requested cap-exceeded", "/financePlan finance-plan-unbalanced", "/financePlan/lines unknown-category",
            "/financePlan/requested plan-against-financing",
        ]));
        Assert.That(await Incomplete(unsound), Is.Empty);
        (await Submit(unsound)).Refused(409, "cap-exceeded");

        var submitted = (await Submit((await Office.Put(unsound.Path(), Sample.Application, unsound.ETag)).Succeeded())).Succeeded();
        var returned = (await app.As("caseworker-1").Post(submitted.Path() + "/return",
            new { points = new[] { new { pointer = "/targetArea", text = "Which?" } } }, submitted.ETag)).Succeeded();
        var mended = (await Patch(returned, new { content = new { goals = "Viel mehr", targetArea = "Nordstadt" } })).Succeeded();
        Assert.That(await Refused(mended), Is.EqualTo(["/goals beyond-points"]));
        Assert.That((await app.As("caseworker-1").Get(mended.Path() + "/completeness")).Succeeded().Text,
            Is.EqualTo("""{"incomplete":[],"refused":[]}"""), "what is being mended is the office's alone");
        (await Submit(mended)).Refused(409, "beyond-points");
        (await app.Applicant("05513000").Get(mended.Path() + "/completeness")).Refused(404, "not-found");
    }

    /// <summary>Random contents, from nearly empty to sound: what the office is told is what submitting answers.</summary>
    [Test]
    public async Task Nothing_is_incomplete_exactly_when_submitting_does_not_answer_that_it_is()
    {
        var random = new Random(20181130);
        var whole = JsonSerializer.SerializeToNode(Sample.Content, WireJson.Options)!.AsObject();
        var draft = await Empty("DRAFT-6");
        HashSet<string?> seen = [];
        for (var round = 0; round < 60; round++)
        {
            var content = whole.DeepClone().AsObject();
            Thin(content, random, chance: random.Next(0, 4));
            draft = (await Office.Put(draft.Path(), new { content }, draft.ETag)).Succeeded();
            var (incomplete, refused) = (await Incomplete(draft), await Refused(draft));

            var answer = await Submit(draft);

            seen.Add(answer.Code);
            Assert.That(incomplete.Length > 0, Is.EqualTo(answer.Code == "application-incomplete"), content.ToJsonString());
            if (incomplete.Length > 0)
                Assert.That(Pointers(answer), Is.EqualTo(incomplete));
            else if (answer.Code is not null)
                Assert.That(refused[0], Does.EndWith(answer.Code));
            else
                Assert.That(refused, Is.Empty);
            if (answer.Code is null)
                draft = (await Office.Post(draft.Path() + "/recall", ifMatch: answer.ETag)).Succeeded();
        }
        Assert.That(seen, Is.SupersetOf(new[] { null, "application-incomplete", "finance-plan-unbalanced" }));
    }

    /// <summary>Takes members away, or makes them null, or empties lists, and now and then changes an amount.</summary>
    static void Thin(JsonObject content, Random random, int chance)
    {
        foreach (var name in content.Select(member => member.Key).ToList())
        {
            if (content[name] is JsonObject inner && name == "financePlan")
                Thin(inner, random, chance);
            if (name == "ownContribution" && random.Next(4) == 0)
                content[name] = JsonNode.Parse("""{"amount":"1.00","currency":"EUR"}""");
            if (random.Next(20) >= chance)
                continue;
            if (random.Next(3) == 0)
                content.Remove(name);
            else
                content[name] = content[name] is JsonArray ? new JsonArray() : null;
        }
    }

    GrantsClient Office => app.Applicant(Bottrop);

    async Task<Answer> Empty(string code) =>
        (await Office.Post((await app.OpenProgramme(code)) + "/applications", new { content = new { } })).Succeeded();

    Task<Answer> Patch(Answer application, object patch) => Office.Patch(application.Path(), patch, application.ETag);

    Task<Answer> Submit(Answer application) => Office.Post(application.Path() + "/submit", ifMatch: application.ETag);

    async Task<string[]> Incomplete(Answer application)
    {
        var told = (await Office.Get(application.Path() + "/completeness")).Succeeded().Json.GetProperty("incomplete");
        Assert.That(told.EnumerateArray().Select(fault => fault.GetProperty("code").GetString()), Is.All.EqualTo("application-incomplete"));
        return [.. told.EnumerateArray().Select(fault => fault.GetProperty("pointer").GetString()!)];
    }

    async Task<string[]> Refused(Answer application) =>
    [
        .. (await Office.Get(application.Path() + "/completeness")).Succeeded().Json.GetProperty("refused").EnumerateArray()
            .Select(fault => $"{fault.GetProperty("pointer")} {fault.GetProperty("code")}"),
    ];

    static string[] Pointers(Answer problem) =>
        [.. problem.Json.GetProperty("pointers").EnumerateArray().Select(pointer => pointer.GetString()!)];
}
