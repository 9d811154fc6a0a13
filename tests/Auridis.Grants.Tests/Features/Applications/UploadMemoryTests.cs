using System.Globalization;
using System.Text.RegularExpressions;

namespace Auridis.Grants.Tests.Features.Applications;

/// <summary>What a large file costs the server, seen from outside as the system counts it.</summary>
[TestFixture]
[Platform("Linux", Reason = "/proc counts the memory of a process")]
public sealed class UploadMemoryTests
{
    const int Most = 32 * 1024 * 1024;
    const int Largest = 10 * 1024 * 1024;

    [Test]
    [CancelAfter(Limit.OfATest)]
    public async Task A_file_of_10_MiB_adds_less_than_32_MiB_to_the_server(CancellationToken cancel)
    {
        await using var database = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using var api = await ApiProcess.Start(database.Settings);
        var path = await Draft(api);
        var office = await api.As("applicant-05512000");
        // What the first requests load is there afterwards anyhow.
        for (var number = 1; number <= 5; number++)
            (await Upload(office, path, 200_000, number)).Succeeded();
        var before = await Reset(api, cancel);

        var added = (await Upload(office, path, Largest, 6)).Succeeded();

        var peak = await Kilobytes(api, "VmHWM", cancel) * 1024;
        await TestContext.Out.WriteLineAsync($"{before:#,0} bytes before, {peak - before:#,0} more at most");
        Assert.That(peak - before, Is.LessThan(Most));
        before = await Reset(api, cancel);
        Assert.That((await office.Get(added.Location!)).Bytes, Has.Length.EqualTo(Largest));
        Assert.That(await Kilobytes(api, "VmHWM", cancel) * 1024 - before, Is.LessThan(Most), "the download");
    }

    static Task<Answer> Upload(GrantsClient office, string path, int size, int number) =>
        office.Upload(path + "/attachments", SampleFile.PdfOf(size, number), SampleFile.Pdf, $"{number}.pdf");

    static async Task<string> Draft(ApiProcess api)
    {
        var caseworker = await api.As("caseworker-1");
        var programme = (await caseworker.Post("/programmes", Sample.Programme("MEMORY"))).Succeeded();
        (await caseworker.Post(programme.Location + "/open", ifMatch: programme.ETag)).Succeeded();
        var office = await api.As("applicant-05512000");
        return (await office.Post(programme.Location + "/applications", Sample.Application)).Succeeded().Location!;
    }

    /// <summary>Lets the system count the peak anew.</summary>
    /// <returns>What is resident now, in bytes.</returns>
    static async Task<long> Reset(ApiProcess api, CancellationToken cancel)
    {
        await File.WriteAllTextAsync($"/proc/{api.ProcessId}/clear_refs", "5", cancel);
        return await Kilobytes(api, "VmRSS", cancel) * 1024;
    }

    static async Task<long> Kilobytes(ApiProcess api, string name, CancellationToken cancel)
    {
        var status = await File.ReadAllTextAsync($"/proc/{api.ProcessId}/status", cancel);
        var figure = Regex.Match(status, name + @":\s+(?<kilobytes>\d+) kB", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        return long.Parse(figure.Groups["kilobytes"].Value, CultureInfo.InvariantCulture);
    }
}
