using System.Net;
using System.Security.Cryptography;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>The files of a report; what is taken as one is tested with the files of applications.</summary>
public sealed class ReportAttachmentTests(DatabaseKind kind) : ReportFixture(kind)
{
    Task<Answer> Add(SeededAward award, string name = "Presse.pdf", string? type = null, byte[]? bytes = null) => app.As(award.Applicant)
        .Upload(award.Report + "/attachments", bytes ?? SampleFile.Of(SampleFile.Pdf), type ?? SampleFile.Pdf, name);

    async Task<List<string>> Names(SeededAward award, string person) =>
        [.. (await app.As(person).Get(award.Report + "/attachments")).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Select(file => file.GetProperty("name").GetString()!)];

    [Test]
    public async Task A_file_is_kept_as_it_was_sent_and_others_see_it_once_it_is_submitted()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        var bytes = SampleFile.Of(SampleFile.Png);

        var added = (await Add(award, "Karte.png", SampleFile.Png, bytes)).Succeeded();

        Assert.That((added.Status, added["attachment.sha256"], added["report.status"]),
            Is.EqualTo((HttpStatusCode.Created, Convert.ToHexStringLower(SHA256.HashData(bytes)), "draft")));
        Assert.That(added.ETag, Is.EqualTo(await ETag(award)));
        Assert.That((await app.As(award.Applicant).Get(added.Location!)).Succeeded().Bytes, Is.EqualTo(bytes));
        (await app.As("finance-1").Get(added.Location!)).Refused(404, "not-found");
        Assert.That((await Names(award, award.Applicant), await Names(award, "finance-1")),
            Is.EqualTo((new[] { "Karte.png" }, Array.Empty<string>())));

        await Submit(award, 10);

        Assert.That(await Names(award, "finance-1"), Is.EqualTo(new[] { "Karte.png" }));
        Assert.That((await app.As("finance-1").Get(added.Location!)).Succeeded().Bytes, Is.EqualTo(bytes));
        (await app.As((await Paid()).Applicant).Get(added.Location!)).Refused(404, "not-found");
        (await Add(award)).Refused(409, "wrong-state");
        (await app.As(award.Applicant).Delete(added.Location!, await ETag(award))).Refused(409, "wrong-state");
    }

    [Test]
    public async Task A_version_keeps_its_files_whatever_becomes_of_the_next_one()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        var (kept, removed) = ((await Add(award, "a.pdf")).Succeeded(), (await Add(award, "b.pdf")).Succeeded());
        var submitted = await Submit(award, 10);
        (await app.As("finance-1").Post(award.Report + "/return", new { points = new[] { new { text = "Unleserlich." } } }, submitted.ETag))
            .Succeeded();

        (await app.As(award.Applicant).Delete(removed.Location!, await ETag(award))).Succeeded();
        (await Add(award, "c.pdf")).Succeeded();

        Assert.That((await Names(award, award.Applicant), await Names(award, "finance-1")),
            Is.EqualTo((new[] { "a.pdf", "c.pdf" }, new[] { "a.pdf", "b.pdf" })));
        await Submit(award, 10);
        Assert.That((await Files(award, 1), await Files(award, 2)), Is.EqualTo((new[] { "a.pdf", "b.pdf" }, new[] { "a.pdf", "c.pdf" })));
        (await app.As("finance-1").Get(removed.Location!)).Succeeded();
        (await app.As(award.Applicant).Delete(kept.Location!, await ETag(award))).Refused(409, "wrong-state");
    }

    async Task<List<string>> Files(SeededAward award, int version) =>
        [.. (await app.As("finance-1").Get($"{award.Report}/versions/{version}")).Succeeded().Json.GetProperty("submission")
            .GetProperty("attachments").EnumerateArray().Select(file => file.GetProperty("name").GetString()!)];

    [Test]
    public async Task Of_files_that_come_at_once_20_are_taken()
    {
        var award = await Paid();

        var answers = await Task.WhenAll(Enumerable.Range(1, 22).Select(i => Add(award, $"{i}.pdf")));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(20));
        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code), Is.All.EqualTo("attachments-full"));
        Assert.That(await Names(award, award.Applicant), Has.Count.EqualTo(20));
    }

    [Test]
    public async Task What_is_no_such_file_or_not_the_offices_is_refused_and_changes_nothing()
    {
        var (award, other) = (await Paid(), await Paid());
        var added = (await Add(award)).Succeeded();
        var tag = await ETag(award);

        (await Add(award, bytes: [.. "MZ"u8, .. new byte[500]])).Refused(415, "attachment-type");
        (await Add(award, "../a.pdf")).Refused(400, "attachment-name");
        (await Add(award, bytes: [.. SampleFile.Of(SampleFile.Pdf)[..50], .. new byte[10 * 1024 * 1024]]))
            .Refused(413, "content-too-large");
        (await app.As("finance-1").Upload(award.Report + "/attachments", SampleFile.Of(SampleFile.Pdf), SampleFile.Pdf, "a.pdf"))
            .Refused(403, "forbidden");
        (await Add(other with { ReportId = award.ReportId })).Refused(404, "not-found");
        var elsewhere = $"{other.Report}/attachments/{added["attachment.id"]}";
        (await app.As(other.Applicant).Get(elsewhere)).Refused(404, "not-found");
        (await Add(other)).Succeeded();
        (await app.As(other.Applicant).Delete(elsewhere, await ETag(other))).Refused(404, "not-found");
        (await app.As(award.Applicant).Delete(added.Location!, "\"1\"")).Refused(412, "stale-version");
        Assert.That((await ETag(award), await Names(award, award.Applicant)), Is.EqualTo((tag, new[] { "Presse.pdf" })));
    }
}
