using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Auridis.Grants.Tests.Features.Applications;

/// <summary>The files of an application: what is taken, and how it is read, as a whole and in parts.</summary>
public sealed class AttachmentFileTests(DatabaseKind kind) : AttachmentFixture(kind)
{
    const int Largest = 10 * 1024 * 1024;

    [TestCase(SampleFile.Pdf, "Beschluss des Rates – 2018.pdf")]
    [TestCase(SampleFile.Docx, "Konzept.DOCX")]
    [TestCase(SampleFile.Xlsx, "Übersicht.xlsx")]
    [TestCase(SampleFile.Odt, "Brief.odt")]
    [TestCase(SampleFile.Png, "Karte.png")]
    [TestCase(SampleFile.Jpeg, "Bild \"1\".jpeg")]
    public async Task A_file_is_kept_as_it_was_sent_and_saved_under_its_name(string type, string name)
    {
        var draft = await Draft();
        var bytes = SampleFile.Of(type);

        var added = (await Office.Upload(draft.Path() + "/attachments", bytes, type, name)).Succeeded();

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        Assert.That((added.Status, added.Location, added["application.version"]),
            Is.EqualTo((HttpStatusCode.Created, $"/attachments/{added["attachment.id"]}", "2")));
        Assert.That(
            (added["attachment.name"], added["attachment.contentType"], added["attachment.size"], added["attachment.sha256"]),
            Is.EqualTo((name, type, bytes.Length.ToString(CultureInfo.InvariantCulture), sha256)));
        Assert.That((await Attachments(Office, draft)).Single().GetRawText(), Is.EqualTo(added["attachment"]));
        using var file = await Office.Http.GetAsync(added.Location);
        Assert.That(await file.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes));
        Assert.Multiple(() =>
        {
            Assert.That(file.Content.Headers.ContentType?.MediaType, Is.EqualTo(type));
            Assert.That(file.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
            Assert.That(file.Content.Headers.ContentDisposition?.FileNameStar, Is.EqualTo(name));
            Assert.That(file.Headers.ETag?.Tag, Is.EqualTo($"\"{sha256}\""));
            Assert.That(file.Headers.AcceptRanges, Is.EqualTo(["bytes"]));
            Assert.That(file.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
            Assert.That(file.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("sandbox; default-src 'none'"));
        });
    }

    static IEnumerable<TestCaseData> Unproven()
    {
        static TestCaseData Case(string what, string type, string name, byte[] bytes) =>
            new TestCaseData(type, name, bytes).SetArgDisplayNames(what);

        yield return Case("a program named .pdf", SampleFile.Pdf, "a.pdf", [.. "MZ"u8, .. new byte[500]]);
        yield return Case("a page", SampleFile.Pdf, "a.pdf", Encoding.ASCII.GetBytes("<html><script>alert(1)</script></html>"));
        yield return Case("a page in front of a PDF", SampleFile.Pdf, "a.pdf", [.. "<html>"u8, .. SampleFile.Of(SampleFile.Pdf)]);
        yield return Case("half a PDF", SampleFile.Pdf, "a.pdf", SampleFile.Of(SampleFile.Pdf)[..100]);
        yield return Case("nothing", SampleFile.Pdf, "a.pdf", []);
        yield return Case("a PDF named .exe", SampleFile.Pdf, "a.pdf.exe", SampleFile.Of(SampleFile.Pdf));
        yield return Case("a PDF that is to be a picture", SampleFile.Png, "a.png", SampleFile.Of(SampleFile.Pdf));
        yield return Case("half a picture", SampleFile.Png, "a.png", SampleFile.Of(SampleFile.Png)[..^5]);
        yield return Case("a page behind the first bytes of a photo", SampleFile.Jpeg, "a.jpg",
            [0xFF, 0xD8, 0xFF, .. "<html><script>alert(1)</script></html>"u8]);
        yield return Case("a photo without a size", SampleFile.Jpeg, "a.jpg", [.. SampleFile.JpegHeader, .. SampleFile.JpegScan]);
        yield return Case("half a photo", SampleFile.Jpeg, "a.jpg", [.. SampleFile.JpegHeader, .. SampleFile.JpegFrame[..^1]]);
        yield return Case("a photo without points", SampleFile.Jpeg, "a.jpg", [.. SampleFile.JpegHeader, .. SampleFile.JpegFrame]);
        yield return Case("types that are no XML", SampleFile.Docx, "a.docx",
            SampleFile.Zip(("[Content_Types].xml", $"\"{SampleFile.Docx}.main+xml\""), ("word/document.xml", "x")));
        yield return Case("a main part that stands in a comment", SampleFile.Docx, "a.docx",
            SampleFile.Zip(("[Content_Types].xml", $"<Types><!-- \"{SampleFile.Docx}.main+xml\" --></Types>"), ("a.xml", "x")));
        yield return Case("a spreadsheet that is to be a text", SampleFile.Docx, "a.docx", SampleFile.Of(SampleFile.Xlsx));
        yield return Case("any archive", SampleFile.Docx, "a.docx", SampleFile.Zip(("a.txt", "x")));
        yield return Case("any archive, OpenDocument", SampleFile.Odt, "a.odt", SampleFile.Zip(("a.txt", "x")));
        yield return Case("an empty archive", SampleFile.Odt, "a.odt", SampleFile.Zip(Array.Empty<(string, string)>()));
        yield return Case("an archive whose directory is empty", SampleFile.Odt, "a.odt",
            [.. SampleFile.Zip(("mimetype", SampleFile.Odt))[..60], .. SampleFile.Zip(Array.Empty<(string, string)>())]);
        yield return Case("types without end", SampleFile.Docx, "a.docx", SampleFile.Zip(
            SampleFile.Types(SampleFile.Docx + ".main+xml\"/><Override Text=\"" + Convert.ToHexString(Noise(5_000_001)))));
        yield return Case("a program in front of an archive", SampleFile.Docx, "a.docx", [.. "MZ"u8, .. SampleFile.Of(SampleFile.Docx)]);
        yield return Case("half an archive", SampleFile.Docx, "a.docx", SampleFile.Of(SampleFile.Docx)[..^30]);
        yield return Case("a damaged archive", SampleFile.Docx, "a.docx", Damaged());
    }

    /// <summary>What is packed is no longer what its checksum says.</summary>
    static byte[] Damaged()
    {
        var file = SampleFile.Of(SampleFile.Docx);
        file[60] ^= 0xFF;
        return file;
    }

    [TestCaseSource(nameof(Unproven))]
    public async Task What_the_bytes_and_the_name_do_not_prove_is_refused(string type, string name, byte[] bytes) =>
        await Refused(415, "attachment-type", type, name, bytes);

    static IEnumerable<TestCaseData> Unsafe()
    {
        static TestCaseData Case(string what, byte[] bytes) => new TestCaseData(bytes).SetArgDisplayNames(what);

        var types = SampleFile.Types(SampleFile.Docx + ".main+xml");
        yield return Case("a part with macros", SampleFile.Zip(types, ("word/vbaProject.bin", "x")));
        yield return Case("types with macros",
            SampleFile.Zip(SampleFile.Types("application/vnd.ms-word.document.macroEnabled.main+xml"), ("word/document.xml", "x")));
        yield return Case("types with macros, written with references", SampleFile.Zip(
            SampleFile.Types("application/vnd.ms-word.document.&#109;acroEnabled.main+xml"), ("word/document.xml", "x")));
        yield return Case("a part with macros of another name", SampleFile.Zip(("[Content_Types].xml", $"""
            <Types><Override PartName="/a.xml" ContentType="{SampleFile.Docx}.main+xml"/>
            <Override PartName="/word/picture.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>
            """), ("word/picture.bin", "x")));
        yield return Case("a sheet with macros of another name", SampleFile.Zip(("[Content_Types].xml", $"""
            <Types><Override PartName="/a.xml" ContentType="{SampleFile.Docx}.main+xml"/>
            <Override PartName="/xl/sheet1.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/></Types>
            """), ("xl/sheet1.xml", "x")));
        yield return Case("a Basic module", SampleFile.Zip(types, ("Basic/Standard/Module1.xml", "x")));
        yield return Case("encrypted", SampleFile.Encrypted(SampleFile.Zip(types)));
        yield return Case("a bomb", SampleFile.Zip([("a", new byte[20_000_000])]));
        yield return Case("beyond 100 MiB", SampleFile.Zip([("a", Noise(1_200_000)), ("b", new byte[104_857_601])]));
        yield return Case("2,001 entries", SampleFile.Zip(Enumerable.Range(0, 2_001).Select(i => ($"{i}", "x"))));
        yield return Case("a name that leads up", SampleFile.Zip(types, ("word/../../a", "x")));
        yield return Case("a name that leads up where spaces are taken off", SampleFile.Zip(types, ("word/.. /a", "x")));
        yield return Case("an absolute name", SampleFile.Zip(types, ("/etc/passwd", "x")));
        yield return Case("a drive", SampleFile.Zip(types, ("C:/a", "x")));
        yield return Case("a backslash", SampleFile.Zip(types, ("..\\a", "x")));
        yield return Case("a name twice", SampleFile.Zip(types, ("a", "x"), ("A", "y")));
    }

    static byte[] Noise(int size)
    {
        var noise = new byte[size];
        new Random(1).NextBytes(noise);
        return noise;
    }

    [TestCaseSource(nameof(Unsafe))]
    public async Task An_archive_that_could_harm_is_refused(byte[] bytes) =>
        await Refused(415, "attachment-unsafe", SampleFile.Docx, "a.docx", bytes);

    [Test]
    public async Task An_encrypted_open_document_is_refused() => await Refused(415, "attachment-unsafe", SampleFile.Odt, "a.odt",
        SampleFile.Zip(("mimetype", SampleFile.Odt), ("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>")));

    /// <summary>As some write it: the byte order is told by the first characters alone.</summary>
    [Test]
    public async Task An_encrypted_open_document_is_refused_in_whatever_encoding_its_manifest_is() => await Refused(
        415, "attachment-unsafe", SampleFile.Odt, "a.odt", SampleFile.Zip(
        [
            ("mimetype", Encoding.ASCII.GetBytes(SampleFile.Odt)),
            ("META-INF/manifest.xml", Encoding.Unicode.GetBytes(
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><manifest><encryption-data/></manifest>")),
        ]));

    [Test]
    public async Task A_manifest_may_name_a_document_type() => (await Office.Upload((await Draft()).Path() + "/attachments",
        SampleFile.Zip(("mimetype", SampleFile.Odt), ("META-INF/manifest.xml",
            "<!DOCTYPE manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\"><manifest/>")),
        SampleFile.Odt, "a.odt")).Succeeded();

    [Test]
    public async Task At_the_limits_an_archive_is_taken()
    {
        var types = SampleFile.Types(SampleFile.Docx + ".main+xml");
        var many = SampleFile.Zip(Enumerable.Range(0, 1_999).Select(i => ($"{i}", "x")).Append(types));

        (await Office.Upload((await Draft()).Path() + "/attachments", many, SampleFile.Docx, "a.docx")).Succeeded();
    }

    [TestCase("../a.pdf", "it is a path")]
    [TestCase("C:\\a.pdf", "it is a path")]
    [TestCase("a\0.pdf", "it is a control character")]
    [TestCase("a\n.pdf", "the text has one line")]
    [TestCase("a\u202Efdp.pdf", "it turns the direction of writing")]
    [TestCase("a\u200B.pdf", "it is invisible")]
    [TestCase("", "Content-Disposition names no file")]
    [TestCase(null, "Content-Disposition names no file")]
    public async Task A_name_that_cannot_be_kept_is_refused_and_never_cleaned(string? name, string reason)
    {
        var refused = await Refused(400, "attachment-name", SampleFile.Pdf, name, SampleFile.Of(SampleFile.Pdf));

        Assert.That(refused["reason"], Is.EqualTo(reason));
    }

    [Test]
    public async Task A_name_has_200_characters_at_most()
    {
        await Refused(400, "attachment-name", SampleFile.Pdf, new string('ä', 197) + ".pdf", SampleFile.Of(SampleFile.Pdf));
        var name = new string('ä', 196) + ".pdf";
        var added = (await Office.Upload((await Draft()).Path() + "/attachments", SampleFile.Of(SampleFile.Pdf), SampleFile.Pdf, name))
            .Succeeded();
        Assert.That(added["attachment.name"], Is.EqualTo(name));
    }

    [Test]
    public async Task Another_type_is_no_attachment() =>
        await Refused(415, "unsupported-media-type", "text/html", "a.html", Encoding.ASCII.GetBytes("<html></html>"));

    [Test]
    public async Task A_file_has_10_MiB_at_most([Values] bool chunked)
    {
        await Refused(413, "content-too-large", SampleFile.Pdf, "a.pdf", SampleFile.PdfOf(Largest + 1), chunked);
        var bytes = SampleFile.PdfOf(Largest);

        var added = (await Office.Upload((await Draft()).Path() + "/attachments", bytes, SampleFile.Pdf, "a.pdf", chunked: chunked))
            .Succeeded();

        Assert.That((await Office.Get(added.Location!)).Bytes, Is.EqualTo(bytes));
    }

    [Test]
    public async Task Who_asks_for_the_head_learns_how_large_a_file_is()
    {
        var (path, bytes) = await Kept(200_000);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var head = await Office.Http.SendAsync(request);

        Assert.That((head.StatusCode, head.Content.Headers.ContentLength, (await head.Content.ReadAsByteArrayAsync()).Length),
            Is.EqualTo((HttpStatusCode.OK, (long?)bytes.Length, 0)));
    }

    [TestCase("bytes=0-0", 0, 0)]
    [TestCase("bytes=65530-65545", 65_530, 65_545)]
    [TestCase("bytes=65536-131071", 65_536, 131_071)]
    [TestCase("bytes=199990-", 199_990, 199_999)]
    [TestCase("bytes=199990-999999", 199_990, 199_999)]
    [TestCase("bytes=-7", 199_993, 199_999)]
    [TestCase("bytes=-999999", 0, 199_999)]
    public async Task A_part_is_what_the_range_asks_for(string range, int first, int last)
    {
        var (path, bytes) = await Kept(200_000);

        using var part = await Part(path, range);

        Assert.That((part.StatusCode, part.Content.Headers.ContentRange?.ToString()),
            Is.EqualTo((HttpStatusCode.PartialContent, $"bytes {first}-{last}/200000")));
        Assert.That(await part.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes[first..(last + 1)]));
    }

    [TestCase("bytes=200000-")]
    [TestCase("bytes=-0")]
    public async Task A_part_that_is_not_there_is_refused(string range)
    {
        var (path, _) = await Kept(200_000);

        using var refused = await Part(path, range);

        Assert.That(((int)refused.StatusCode, refused.Content.Headers.ContentRange?.ToString()), Is.EqualTo((416, "bytes */200000")));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("\"range-not-satisfiable\""));
    }

    [TestCase("bytes=0-1,5-6", null)]
    [TestCase("lines=1-2", null)]
    [TestCase("bytes=7-1", null)]
    [TestCase("bytes=0-9", "\"another\"")]
    public async Task What_is_no_range_of_this_file_gets_all_of_it(string range, string? ifRange)
    {
        var (path, bytes) = await Kept(1_000);

        using var all = await Part(path, range, ifRange);

        Assert.That((all.StatusCode, (await all.Content.ReadAsByteArrayAsync()).Length), Is.EqualTo((HttpStatusCode.OK, bytes.Length)));
    }

    /// <summary>Refused, and nothing is kept of it.</summary>
    async Task<Answer> Refused(int status, string code, string type, string? name, byte[] bytes, bool chunked = false)
    {
        var draft = await Draft();
        var refused = (await Office.Upload(draft.Path() + "/attachments", bytes, type, name, chunked: chunked)).Refused(status, code);
        Assert.That(await Attachments(Office, draft), Is.Empty);
        Assert.That((await Office.Get(draft.Path())).Text, Is.EqualTo(draft.Text));
        return refused;
    }

    async Task<(string Path, byte[] Bytes)> Kept(int size)
    {
        var bytes = SampleFile.PdfOf(size);
        var added = (await Office.Upload((await Draft()).Path() + "/attachments", bytes, SampleFile.Pdf, "a.pdf")).Succeeded();
        return (added.Location!, bytes);
    }

    async Task<HttpResponseMessage> Part(string path, string range, string? ifRange = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Range", range);
        if (ifRange is not null)
            request.Headers.IfRange = new RangeConditionHeaderValue(ifRange);
        return await Office.Http.SendAsync(request);
    }
}
