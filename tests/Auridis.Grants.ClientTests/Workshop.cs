using System.Diagnostics;
using System.Text;
using Auridis.Grants.Tests.Playing;

namespace Auridis.Grants.ClientTests;

/// <summary>
/// A folder outside the repository, with the sources of the clients and the document that they are generated from: nothing that is
/// generated is ever committed.
/// </summary>
sealed class Workshop : IDisposable
{
    /// <summary>For hangs, not for slow machines: less than NUnit has for a test, so that what was started is ended.</summary>
    public const int Milliseconds = 540_000;

    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(Milliseconds);

    /// <summary>What a package client says where its registry cannot be reached.</summary>
    static readonly string[] Unreachable =
        ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "NU1301", "Unable to load the service index"];

    readonly string folder = Directory.CreateTempSubdirectory("auridis-grants-clients-").FullName;

    /// <summary>Ends the test as skipped, with the reason, where clients are not to be generated, or cannot be.</summary>
    public Workshop()
    {
        if (Environment.GetEnvironmentVariable("GRANTS_TEST_CLIENTS") != "1")
            Assert.Ignore("GRANTS_TEST_CLIENTS is not 1: the generators are fetched from npm and NuGet, and take minutes.");
        Copy(Path.Combine(Repository.Folder, "tests", "Auridis.Grants.ClientTests", "Clients"), folder);
        File.Copy(Path.Combine(Repository.Folder, "openapi.yaml"), Path.Combine(folder, "openapi.yaml"));
    }

    /// <summary>Fetches what a registry has. Where it cannot be reached, the test ends as skipped.</summary>
    public async Task Fetch(string part, string command, CancellationToken cancel, params string[] arguments)
    {
        var (code, output) = await Start(part, command, arguments, cancel);
        if (code != 0 && Array.Exists(Unreachable, sign => output.Contains(sign, StringComparison.Ordinal)))
            Assert.Ignore($"{command} {string.Join(' ', arguments)} cannot reach its registry.");
        Assert.That(code, Is.Zero, $"{command} {string.Join(' ', arguments)}\n{output}");
    }

    /// <summary>Runs a program in a part of the workshop and yields what it says; the test fails when the program does.</summary>
    public async Task<string> Run(string part, string command, CancellationToken cancel, params string[] arguments)
    {
        var (code, output) = await Start(part, command, arguments, cancel);
        Assert.That(code, Is.Zero, $"{command} {string.Join(' ', arguments)}\n{output}");
        return output;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    async Task<(int Code, string Output)> Start(string part, string command, string[] arguments, CancellationToken cancel)
    {
        if (!IsThere(command))
            Assert.Ignore($"There is no {command} on the PATH.");
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Path.Combine(folder, part),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["CI"] = "true",
                ["npm_config_update_notifier"] = "false",
                ["npm_config_fund"] = "false",
                ["npm_config_audit"] = "false",
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["KIOTA_CLI_TELEMETRY_OPTOUT"] = "1",
                // A build server would outlive the test.
                ["MSBUILDDISABLENODEREUSE"] = "1",
            },
        };
        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        lock (output)
            return (process.ExitCode, output.ToString());

        void Add(string? line)
        {
            lock (output)
                output.AppendLine(line);
        }
    }

    static bool IsThere(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, command)) || File.Exists(Path.Combine(folder, command + ".exe"))
            || File.Exists(Path.Combine(folder, command + ".cmd")));

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
