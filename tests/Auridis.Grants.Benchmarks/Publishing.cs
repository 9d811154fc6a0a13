using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Auridis.Grants.Benchmarks;

/// <summary>Publishes a project of the repository, compiled for this machine.</summary>
static class Publishing
{
    public static async Task Publish(string project, string folder)
    {
        Console.Error.WriteLine($"publishing {project}");
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
            ["publish", Path.Combine(Root(), project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained",
                "false", "-p:PublishReadyToRun=true", "-o", folder, "-v", "q", "-nologo"])
        {
            UseShellExecute = false,
        })!;
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException($"{project} cannot be published.");
    }

    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Auridis.Grants.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException(
                "Run this from a working copy of the repository.");
        return folder;
    }
}
