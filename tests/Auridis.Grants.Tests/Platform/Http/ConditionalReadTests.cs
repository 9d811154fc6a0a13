using System.Net;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>A reader who has the current version is told so, and never by what another caller was shown.</summary>
public sealed class ConditionalReadTests(DatabaseKind kind) : ApiTests(kind)
{
    string programme = "";

    [OneTimeSetUp]
    public async Task CreateProgramme()
    {
        programme = (await app.As("caseworker-1").Post("/programmes", Sample.Programme("CONDITIONAL"))).Succeeded().Location!;
    }

    [TestCase("\"1\"", 304)]
    [TestCase("W/\"1\"", 304)]
    [TestCase("\"7\", W/\"1\"", 304)]
    [TestCase("*", 304)]
    [TestCase("\"2\"", 200)]
    [TestCase("1", 200)]
    [TestCase("nonsense", 200)]
    public async Task A_known_version_is_not_sent_again(string ifNoneMatch, int status)
    {
        var answer = await app.As("funder-1").Get(programme, ifNoneMatch);
        Assert.That(((int)answer.Status, answer.ETag, answer.Bytes.Length > 0), Is.EqualTo((status, "\"1\"", status == 200)));
    }

    /// <summary>A proxy that compresses an answer makes its tag weak (RFC 9110, section 8.8.1), and the client sends it back.</summary>
    [Test]
    public async Task A_weak_tag_names_the_version_that_was_seen()
    {
        var draft = (await app.As("caseworker-1").Post("/programmes", Sample.Programme("WEAK"))).Succeeded();

        var edited = (await app.As("caseworker-1").Put(draft.Location!, new { terms = Sample.Terms }, "W/" + draft.ETag)).Succeeded();

        Assert.That(edited.ETag, Is.EqualTo("\"2\""));
        (await app.As("caseworker-1").Put(draft.Location!, new { terms = Sample.Terms }, "W/" + draft.ETag)).Refused(412, "stale-version");
    }

    [Test]
    public async Task Caches_keep_an_answer_for_its_caller([Values("/programmes", "")] string list)
    {
        var answer = (await app.As("funder-1").Get(list is "" ? programme : list)).Succeeded();
        Assert.That((answer.Headers["Cache-Control"], answer.Headers["Vary"]),
            Is.EqualTo(("no-cache, private", "Authorization, Accept-Encoding")));
    }

    [Test]
    public async Task An_answer_that_is_not_sent_again_has_the_headers_of_the_first()
    {
        var known = await app.As("funder-1").Get(programme, "\"1\"");
        Assert.That((known.Status, known.Headers["Cache-Control"], known.Headers["Vary"]),
            Is.EqualTo((HttpStatusCode.NotModified, "no-cache, private", "Authorization, Accept-Encoding")));
    }

    [Test]
    public async Task What_differs_by_caller_is_always_sent()
    {
        var office = (await app.As("auditor-1").Get("/youth-offices?ags=05512000")).Json.GetProperty("items")[0].GetProperty("id")
            .GetString();
        var account = (await app.Applicant("05512000")
            .Post($"/youth-offices/{office}/bank-accounts", new { iban = SeededAward.Iban, holder = "Stadtkasse" })).Succeeded();

        var masked = (await app.As("auditor-1").Get(account.Location!)).Succeeded();
        var whole = await app.As("finance-1").Get(account.Location!, masked.ETag);

        Assert.That((whole.Status, whole["iban"], masked["iban"] != whole["iban"], whole.ETag),
            Is.EqualTo((HttpStatusCode.OK, SeededAward.Iban, true, account.ETag)));
    }

    [Test]
    public async Task A_version_that_was_handed_in_never_changes()
    {
        var open = await app.OpenProgramme("FROZEN");
        var submitted = await app.Submitted(open, "05513000");

        var version = (await app.Applicant("05513000").Get(submitted.Path() + "/versions/1")).Succeeded();

        Assert.That(version.ETag, Is.EqualTo($"\"{version["contentHash"]}\""));
        Assert.That((await app.As("caseworker-1").Get(submitted.Path() + "/versions/1", version.ETag)).Status,
            Is.EqualTo(HttpStatusCode.NotModified));
    }
}
