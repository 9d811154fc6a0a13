using System.Text;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>A file of receipts has 64 MiB at most, on a real server, whatever its other limits are.</summary>
[TestFixture]
[CancelAfter(Limit.OfATest)]
public sealed class LargeFileTests
{
    GrantsApp app = null!;

    [OneTimeSetUp]
    public async Task Start() => app = await GrantsApp.Listen(DatabaseKind.Sqlite);

    [OneTimeTearDown]
    public async Task Stop() => await app.DisposeAsync();

    [Test]
    public async Task A_file_of_the_largest_size_is_taken([Values] bool chunked)
    {
        var taken = (await Send(LargeCsv.LargestSize, chunked)).Succeeded();
        Assert.That((taken["size"], taken["encoding"]), Is.EqualTo(($"{LargeCsv.LargestSize}", "utf-8")));
    }

    [Test]
    public async Task One_byte_more_is_too_much([Values] bool chunked) =>
        (await Send(LargeCsv.LargestSize + 1, chunked)).Refused(413, "content-too-large");

    /// <summary>Characters of two bytes, which the pieces that arrive cut in the middle.</summary>
    [TestCase("ä", "utf-8")]
    [TestCase("äö\u20ac\U0001F600", "utf-8")]
    [TestCase("\ufffd", "utf-8")]
    public async Task A_text_is_utf_8_wherever_it_is_cut(string character, string encoding)
    {
        var text = Encoding.UTF8.GetBytes("x" + string.Concat(Enumerable.Repeat(character, 200_000)));
        Assert.That((await Send(text))["encoding"], Is.EqualTo(encoding));
        Assert.That((await Send(text[..^1]))["encoding"], Is.EqualTo("windows-1252"), "its last character is not whole");
    }

    async Task<Answer> Send(int size, bool chunked)
    {
        var file = new byte[size];
        Array.Fill(file, (byte)'a');
        return await Send(file, chunked);
    }

    /// <summary>Each to a report of its own, which takes one at a time.</summary>
    async Task<Answer> Send(byte[] file, bool chunked = false)
    {
        var award = await SeededAward.Insert(app.Db);
        return await app.As(award.Applicant).Upload(award.Report + "/receipt-imports", file, "text/csv", name: null, chunked: chunked);
    }
}
