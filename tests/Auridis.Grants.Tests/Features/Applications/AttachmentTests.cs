using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Auridis.Grants.Tests.Features.Applications;

/// <summary>The files of an application: who gets them, when they change, and what a version keeps.</summary>
public sealed class AttachmentTests(DatabaseKind kind) : AttachmentFixture(kind)
{
    [Test]
    public async Task The_hash_of_a_version_covers_its_files_and_a_version_keeps_them()
    {
        var draft = await Draft();
        var first = await Add(draft, "Erste.pdf", 1);
        var second = await Add(draft, "Zweite.pdf", 2);
        var submitted = (await Submit(second)).Succeeded();
        var version = (await Office.Get(draft.Path() + "/versions/1")).Succeeded();

        Assert.That(version.Json.GetProperty("attachments").EnumerateArray().Select(file => file.GetProperty("name").GetString()),
            Is.EqualTo(["Erste.pdf", "Zweite.pdf"]));
        Assert.That(version["contentHash"], Is.EqualTo(HashOf(version["content"] + version["attachments"])));

        var recalled = (await Office.Post(draft.Path() + "/recall", ifMatch: submitted.ETag)).Succeeded();
        var without = (await Office.Delete(first.Location!, recalled.ETag)).Succeeded();
        Assert.That((without["version"], (await Attachments(Office, draft)).Count), Is.EqualTo(("6", 1)));
        (await Office.Delete(first.Location!, without.ETag)).Refused(404, "not-found");
        var third = await Add(draft, "Dritte.pdf", 3);
        (await Submit(third)).Succeeded();

        Assert.That((await Office.Get(draft.Path() + "/versions/1")).Text, Is.EqualTo(version.Text), "a version never changes");
        var next = (await Office.Get(draft.Path() + "/versions/2")).Succeeded();
        Assert.That(next["contentHash"], Is.EqualTo(HashOf(next["content"] + next["attachments"])).And.Not.EqualTo(version["contentHash"]));
        Assert.That(next.Json.GetProperty("attachments").EnumerateArray().Select(file => file.GetProperty("name").GetString()),
            Is.EqualTo(["Zweite.pdf", "Dritte.pdf"]));
        Assert.That((await app.As("caseworker-1").Get(first.Location!)).Bytes, Is.EqualTo(SampleFile.PdfOf(500, 1)),
            "what was taken off stays with its version");
        var diff = (await Office.Get(draft.Path() + "/versions/2/diff")).Succeeded();
        Assert.That(diff.Json.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("pointer").GetString()),
            Does.Contain("/attachments/0/name").And.All.StartsWith("/attachments/"));
    }

    [Test]
    public async Task A_file_is_seen_by_whoever_sees_what_it_was_submitted_with()
    {
        var draft = await Draft();
        var file = await Add(draft, "Erste.pdf", 1);
        foreach (var stranger in (GrantsClient[])[app.Applicant("05513000"), app.As("caseworker-1"), app.As("reviewer-1")])
        {
            (await stranger.Get(file.Location!)).Refused(404, "not-found");
            (await stranger.Get(draft.Path() + "/attachments")).Refused(404, "not-found");
        }
        var submitted = (await Submit(file)).Succeeded();
        Assert.That((await app.As("caseworker-1").Get(file.Location!)).Succeeded().Bytes, Is.EqualTo(SampleFile.PdfOf(500, 1)));
        (await app.Applicant("05513000").Get(file.Location!)).Refused(404, "not-found");

        var returned = await Return(submitted, "/attachments");
        var added = await Add(returned, "Neu.pdf", 2);
        var mended = (await Office.Delete(file.Location!, "\"" + added["application.version"] + "\"")).Succeeded();

        Assert.That((Names(await Attachments(Office, draft)), Names(await Attachments(app.As("caseworker-1"), draft))),
            Is.EqualTo(("Neu.pdf", "Erste.pdf")), "what is being mended is the office's alone");
        (await app.As("caseworker-1").Get(added.Location!)).Refused(404, "not-found");
        (await Office.Post(draft.Path() + "/submit", ifMatch: mended.ETag)).Succeeded();
        Assert.That(Names(await Attachments(app.As("caseworker-1"), draft)), Is.EqualTo("Neu.pdf"));
    }

    [Test]
    public async Task A_file_of_a_first_draft_is_deleted()
    {
        var draft = await Draft();
        var file = await Add(draft, "Erste.pdf", 1);

        var without = (await Office.Delete(file.Location!, "\"2\"")).Succeeded();

        Assert.That((without["version"], (await Attachments(Office, draft)).Count), Is.EqualTo(("3", 0)));
    }

    [Test]
    public async Task Files_change_while_a_draft_and_of_a_returned_one_where_a_point_names_them()
    {
        var draft = await Draft();
        var file = await Add(draft, "Erste.pdf", 1);
        (await Office.Delete(file.Location!, draft.ETag)).Refused(412, "stale-version");
        (await app.Applicant("05513000").Delete(file.Location!, "\"2\"")).Refused(404, "not-found");
        (await Office.Delete($"/attachments/{Guid.Empty}", "\"2\"")).Refused(404, "not-found");
        var submitted = (await Submit(file)).Succeeded();
        await ClosedWith(submitted, file, 409, "wrong-state");

        var returned = await Return(submitted, "/title");

        var refused = await ClosedWith(returned, file, 409, "beyond-points");
        Assert.That(refused["pointers"], Is.EqualTo("""["/attachments"]"""));
        (await app.As("caseworker-1").Post(draft.Path() + "/mending-date", new { mendBy = "2018-12-10", reason = "x" }, returned.ETag))
            .Succeeded();
    }

    [Test]
    public async Task What_is_withdrawn_keeps_the_files_that_were_submitted()
    {
        var draft = await Draft();
        var file = await Add(draft, "Erste.pdf", 1);
        var returned = await Return((await Submit(file)).Succeeded(), "/attachments");
        var added = await Add(returned, "Neu.pdf", 2);
        var mended = (await Office.Delete(file.Location!, "\"" + added["application.version"] + "\"")).Succeeded();

        (await Office.Post(draft.Path() + "/withdraw", new { reason = "x" }, mended.ETag)).Succeeded();

        Assert.That((Names(await Attachments(Office, draft)), Names(await Attachments(app.As("caseworker-1"), draft))),
            Is.EqualTo(("Erste.pdf", "Erste.pdf")));
        (await Office.Get(added.Location!)).Refused(404, "not-found");
    }

    /// <summary>Different files, so that no key and no version could be what refuses them.</summary>
    [Test]
    public async Task An_application_has_twenty_files_also_when_many_come_at_once()
    {
        var draft = await Draft();
        for (var number = 1; number <= 17; number++)
            await Add(draft, $"{number}.pdf", number);

        var answers = await Task.WhenAll(Enumerable.Range(18, 6).Select(number => Office.Upload(
            draft.Path() + "/attachments", SampleFile.PdfOf(500 + number, number), SampleFile.Pdf, $"{number}.pdf")));

        Assert.That(answers.Count(answer => answer.Code is null), Is.EqualTo(3));
        foreach (var answer in answers.Where(answer => answer.Code is not null))
            Assert.That(answer.Refused(409, "attachments-full")["attachmentLimit"], Is.EqualTo("20"));
        Assert.That((await Attachments(Office, draft)).Count, Is.EqualTo(20));
        Assert.That((await Office.Get(draft.Path())).Succeeded()["version"], Is.EqualTo("21"), "what was refused has changed nothing");
    }

    [Test]
    public async Task A_retry_with_the_same_key_adds_nothing()
    {
        var draft = await Draft();
        Task<Answer> Upload(int seed, string name) =>
            Office.Upload(draft.Path() + "/attachments", SampleFile.PdfOf(500, seed), SampleFile.Pdf, name, "upload-1");

        var added = (await Upload(1, "a.pdf")).Succeeded();

        Assert.That((await Upload(1, "a.pdf")).Succeeded().Text, Is.EqualTo(added.Text));
        (await Upload(2, "a.pdf")).Refused(422, "idempotency-key-reused");
        (await Upload(1, "b.pdf")).Refused(422, "idempotency-key-reused");
        Assert.That((await Attachments(Office, draft)).Count, Is.EqualTo(1));
    }

    async Task<Answer> Add(Answer application, string name, int seed) => (await Office.Upload(
        $"/applications/{application["id"]}/attachments", SampleFile.PdfOf(500, seed), SampleFile.Pdf, name)).Succeeded();

    /// <summary>Submits an application as it is after a file was added.</summary>
    Task<Answer> Submit(Answer added) => Office.Post(
        $"/applications/{added["application.id"]}/submit", ifMatch: "\"" + added["application.version"] + "\"");

    async Task<Answer> Return(Answer application, string pointer) => (await app.As("caseworker-1").Post(
        application.Path() + "/return", new { points = new[] { new { pointer, text = "Which?" } } }, application.ETag)).Succeeded();

    /// <summary>Nothing is added and nothing taken off; yields the second refusal.</summary>
    async Task<Answer> ClosedWith(Answer application, Answer file, int status, string code)
    {
        (await Office.Upload(application.Path() + "/attachments", SampleFile.PdfOf(500), SampleFile.Pdf, "b.pdf")).Refused(status, code);
        var refused = (await Office.Delete(file.Location!, application.ETag)).Refused(status, code);
        Assert.That((await Attachments(Office, application)).Count, Is.EqualTo(1));
        return refused;
    }

    static string Names(IEnumerable<JsonElement> files) => string.Join(", ", files.Select(file => file.GetProperty("name").GetString()));

    static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
