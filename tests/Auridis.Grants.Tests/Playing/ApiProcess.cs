using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Auridis.Grants.Tests.Playing;

/// <summary>The API as it is started by an operator: a process of its own on a port of its own, which can be killed.</summary>
sealed partial class ApiProcess : IAsyncDisposable
{
    readonly Process process;

    ApiProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>The id of its process.</summary>
    public int ProcessId => process.Id;

    /// <summary>Starts the API in Development on a database, and waits until it says that it is ready.</summary>
    public static async Task<ApiProcess> Start(DatabaseSettings settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Slices).Assembly.Location, "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Database__Provider"] = settings.Provider,
                ["Database__ConnectionString"] = settings.ConnectionString,
                ["RateLimit__PermitsPerMinute"] = "0",
                ["RateLimit__PermitsPerMinuteAndAddress"] = "0",
            },
        };
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new System.Text.StringBuilder();
        var server = new Process { StartInfo = start, EnableRaisingEvents = true };
        server.OutputDataReceived += (_, line) => Listen(line.Data);
        server.ErrorDataReceived += (_, line) => Listen(line.Data);
        server.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The API has ended before it was ready:\n{said}"));
        server.Start();
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        try
        {
            return new ApiProcess(server, await ready.Task.WaitAsync(Limit.OfAWait));
        }
        catch
        {
            Kill(server);
            server.Dispose();
            throw;
        }

        void Listen(string? line)
        {
            lock (said)
                said.AppendLine(line);
            if (line is not null && Url().Match(line) is { Success: true } match)
                ready.TrySetResult(new Uri(match.Value));
        }
    }

    /// <summary>A client that has signed in as a demo person, with one connection of its own.</summary>
    public async Task<GrantsClient> As(string person)
    {
        var http = new HttpClient { BaseAddress = Address, Timeout = Timeout.InfiniteTimeSpan };
        using var form = new FormUrlEncodedContent([new("grant_type", "password"), new("username", person)]);
        using var answer = (await http.PostAsync(new Uri("/development/token", UriKind.Relative), form)).EnsureSuccessStatusCode();
        using var token = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", token.RootElement.GetProperty("access_token").GetString());
        return new GrantsClient(http);
    }

    /// <summary>SIGKILL: nothing is finished, nothing is flushed, nobody is told.</summary>
    public async Task Kill()
    {
        Kill(process);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        process.Dispose();
    }

    static void Kill(Process server)
    {
        if (!server.HasExited)
            server.Kill();
    }

    [GeneratedRegex(@"(?<=Swagger UI +)http://127\.0\.0\.1:\d+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Url();
}
