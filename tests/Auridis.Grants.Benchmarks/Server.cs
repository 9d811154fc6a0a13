using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Auridis.Grants.Benchmarks;

/// <summary>A server that was published and runs as a process of its own.</summary>
sealed class Server : IAsyncDisposable
{
    static readonly HttpClient Http = new();

    readonly Process process;

    Server(Process process, Uri address, TimeSpan startTime) => (this.process, Address, StartTime) = (process, address, startTime);

    public Uri Address { get; }

    /// <summary>From the start of the process to its first answer that has been to the database.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>The memory that the process holds now.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>What the process has taken of the processor, by itself and by the system for it.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The token of a demo person.</summary>
    public async Task<string> SignIn(string person)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "password"), new("username", person)]);
        using var answer = (await Http.PostAsync(new Uri(Address, "/development/token"), form)).EnsureSuccessStatusCode();
        using var token = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
        return token.RootElement.GetProperty("access_token").GetString()!;
    }

    /// <param name="log">Writes a line for each request, as it does by default. The floor writes none.</param>
    public static Task<Server> StartProduct(string folder, string database, bool log = false) => Start(
        Path.Combine(folder, "Auridis.Grants.Api.dll"), url => ["--urls", url], "/health/ready",
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Database__Provider"] = "Sqlite",
            ["Database__ConnectionString"] = $"Data Source={database}",
            ["RateLimit__PermitsPerMinute"] = "0",
            ["RateLimit__PermitsPerMinuteAndAddress"] = "0",
            ["Logging__LogLevel__Default"] = log ? "Information" : "Warning",
        });

    /// <summary>As it starts in production: with an authority, which is asked for its keys when the server listens.</summary>
    public static Task<Server> StartInProduction(string folder, string database, Authority authority) => Start(
        Path.Combine(folder, "Auridis.Grants.Api.dll"), url => ["--urls", url], "/health/ready",
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Identity__Authority"] = authority.Address,
            ["Database__Provider"] = "Sqlite",
            ["Database__ConnectionString"] = $"Data Source={database}",
            ["Logging__LogLevel__Default"] = "Warning",
        });

    public static Task<Server> StartFloor(string folder, string database) => Start(
        Path.Combine(folder, "Auridis.Grants.Benchmarks.dll"), url => ["floor", database, url], "/", []);

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    static async Task<Server> Start(string program, Func<string, IEnumerable<string>> arguments, string firstPath,
        Dictionary<string, string?> environment)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var info = new ProcessStartInfo("dotnet", [program, .. arguments(address.ToString())])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            info.Environment[name] = value;
        var started = Stopwatch.GetTimestamp();
        var server = Process.Start(info)!;
        // What a server writes is read, as a terminal or a collector would, and dropped.
        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                Console.Error.WriteLine(line.Data);
        };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        while (!await IsReady(new Uri(address, firstPath)))
        {
            if (server.HasExited || Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(5))
                throw new InvalidOperationException($"{program} does not start.");
            await Task.Delay(2); // asks again until the server answers: what is timed is its start
        }
        return new Server(server, address, Stopwatch.GetElapsedTime(started));
    }

    static async Task<bool> IsReady(Uri url)
    {
        try
        {
            using var answer = await Http.GetAsync(url);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
