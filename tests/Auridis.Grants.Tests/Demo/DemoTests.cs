using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Auridis.Grants.Tests.Demo;

/// <summary>The demo as a newcomer runs it: a process, its exit code, what it prints and leaves behind.</summary>
public sealed partial class DemoTests
{
    string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("auridis-grants-demo-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    [CancelAfter(Limit.OfATest)]
    public async Task The_demo_plays_the_same_round_again_for_the_same_seed_and_another_for_another(CancellationToken cancel)
    {
        var first = await Demo(["--seed", "7"], cancel);
        var export = await File.ReadAllTextAsync(Path.Combine(folder, "out", "auridis-grants-export-000001.csv"), cancel);
        var second = await Demo(["--seed", "7"], cancel);
        var other = await Demo(["--seed", "8"], cancel);

        Assert.Multiple(() =>
        {
            Assert.That(first.ExitCode, Is.Zero, first.Output);
            Assert.That(first.Output, Does.Contain("The sums agree with the ledger's trial balance."));
            Assert.That(Sites().Count(first.Output), Is.EqualTo(12), first.Output);
            Assert.That(first.Output, Does.Match("Batches +ZL-2019-0001, ZL-2019-0002, ZL-2020-0001, ZL-2020-0002")
                .And.Match("Interest +[1-9]"));
            Assert.That(first.Output, Does.Not.Contain('\u001b'), "no colours where nobody sees them");
            Assert.That(Table(second.Output), Is.EqualTo(Table(first.Output)));
            Assert.That((other.ExitCode, Sites().Count(other.Output)), Is.EqualTo((0, 12)), other.Output);
            Assert.That(Table(other.Output), Is.Not.EqualTo(Table(first.Output)));
            Assert.That(export.Split("\r\n").Count(line => line.Contains(",settlement,", StringComparison.Ordinal)), Is.AtLeast(12 * 4 * 2),
                "four payments a site, over the transit account");
            foreach (var once in (string[])["contribution", "bank-rejection", "interest-claim", "interest-receipt"])
            {
                Assert.That(export.Split("\r\n").Count(line => line.Contains($",{once},", StringComparison.Ordinal)), Is.EqualTo(1), once);
            }
            Assert.That(export.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[1]), Is.Ordered,
                "the clock never goes back");
        });
    }

    [Test]
    [CancelAfter(Limit.OfATest)]
    public async Task A_seed_that_is_no_number_is_refused_with_the_usage(CancellationToken cancel)
    {
        var (exitCode, output) = await Demo(["--seed", "many"], cancel);

        Assert.That((exitCode, output.Trim()), Is.EqualTo((2, "Usage: demo [--seed <whole number>]")));
    }

    async Task<(int ExitCode, string Output)> Demo(string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What a shell may have set for the product is nothing to the demo.
        start.Environment["Identity__Authority"] = "https://login.example.org/realm";
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Auridis.Grants.Api.dll"), "demo", .. arguments])
            start.ArgumentList.Add(argument);
        using var demo = Process.Start(start)!;
        try
        {
            var output = demo.StandardOutput.ReadToEndAsync(cancel);
            var errors = demo.StandardError.ReadToEndAsync(cancel);
            await demo.WaitForExitAsync(cancel);
            return (demo.ExitCode, await output + await errors);
        }
        finally
        {
            if (!demo.HasExited)
                demo.Kill(entireProcessTree: true);
        }
    }

    static string Table(string output) => string.Join('\n', output.Split('\n').Where(line => line.Contains('│', StringComparison.Ordinal)));

    [GeneratedRegex("GA-2018-A-Z-[0-9]{2}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Sites();
}
