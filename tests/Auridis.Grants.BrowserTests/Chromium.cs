using Microsoft.Playwright;

namespace Auridis.Grants.BrowserTests;

/// <summary>The Chromium of the machine, without a window.</summary>
static class Chromium
{
    static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Ends the test as skipped, with the reason, where there is no Chromium.</summary>
    public static async Task<IBrowser> Launch(IPlaywright playwright) =>
        await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = RequirePath(), Args = Arguments, Timeout = 150_000 });

    public static string RequirePath()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "chromium"))
            .FirstOrDefault(File.Exists);
        if (path is null)
            Assert.Ignore("There is no chromium on the PATH (Debian: apt-get install chromium).");
        return path!;
    }
}
