using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Auridis.Grants.Tests.Platform;

/// <summary>
/// The program itself, started as an operator starts it. Each test ends its process, also when it fails or takes too long.
/// </summary>
[TestFixture]
[CancelAfter(Limit.OfATest)]
public sealed class ProgramTests
{
    [TestCase("Identity__Authority is not set")]
    [TestCase("Database__Provider is 'Oracle'", "Database__Provider=Oracle")]
    [TestCase("Database__ConnectionString cannot be read for Sqlite", "Database__ConnectionString=Dta Source=x")]
    [TestCase("Database__ConnectionString cannot be read for Sqlite",
        "Database__ConnectionString=Data Source=x;Default Timeout=99999999999")]
    [TestCase("Database__ConnectionString cannot be read for Sqlite, or does not say where the database is",
        "Database__ConnectionString=Cache=Shared")]
    [TestCase("Database__ConnectionString cannot be read for Sqlite, or does not say where the database is",
        "Database__ConnectionString=Data Source=:memory:")]
    [TestCase("Database__ConnectionString cannot be read for SqlServer", "Database__Provider=SqlServer",
        "Database__ConnectionString=Server=x;Connect Timeout=soon")]
    [TestCase("Database__ConnectionString cannot be read for SqlServer, or does not say where the database is",
        "Database__Provider=SqlServer", "Database__ConnectionString=User Id=x")]
    [TestCase("Database__ConnectionString is not set", "Database__Provider=SqlServer")]
    [TestCase("Database__ConnectionString is not set", "Database__Provider=SqlServer", "Database__ConnectionString=")]
    [TestCase("The address 'localhost:80x' cannot be listened on", "ASPNETCORE_URLS=localhost:80x")]
    [TestCase("The address 'http://localhost:80x' cannot be listened on", "ASPNETCORE_URLS=http://127.0.0.1:0;http://localhost:80x")]
    [TestCase("The address 'ftp://localhost:21' cannot be listened on", "ASPNETCORE_URLS=ftp://localhost:21")]
    [TestCase("The address 'http://localhost:5080/grants' cannot be listened on", "ASPNETCORE_URLS=http://localhost:5080/grants")]
    [TestCase("The address 'nonsense' cannot be listened on", "Kestrel__Endpoints__Http__Url=nonsense")]
    [TestCase("The address 'http://localhost:80x' cannot be listened on", "Kestrel__Endpoints__Http__Url=http://localhost:80x")]
    [TestCase("The port '80x' cannot be listened on", "ASPNETCORE_HTTP_PORTS=5080;80x")]
    [TestCase("The port '65536' cannot be listened on", "ASPNETCORE_HTTPS_PORTS=65536")]
    [TestCase("RateLimit__PermitsPerMinute is -1", "RateLimit__PermitsPerMinute=-1")]
    [TestCase("RateLimit:PermitsPerMinute", "RateLimit__PermitsPerMinute=many")]
    [TestCase("There is no setting RateLimit__PermitPerMinute. There are: RateLimit__PermitsPerMinute, "
        + "RateLimit__PermitsPerMinuteAndAddress.", "RateLimit__PermitPerMinute=5")]
    [TestCase("Idempotency__KeepHours is 1", "Idempotency__KeepHours=1")]
    [TestCase("Http__MaxBodyBytes is 1", "Http__MaxBodyBytes=1")]
    [TestCase("Http__CorsOrigins has '*'", "Http__CorsOrigins__0=*")]
    [TestCase("Http__Proxies has 'proxy'", "Http__Proxies__0=proxy")]
    [TestCase("OTEL_EXPORTER_OTLP_ENDPOINT is 'collector'", "OTEL_EXPORTER_OTLP_ENDPOINT=collector")]
    public async Task A_wrong_setting_stops_the_program_with_a_sentence(string sentence, params string[] settings)
    {
        string[] identity = settings is [] ? [] : ["Identity__Authority=https://identity.example"];
        var cancel = TestContext.CurrentContext.CancellationToken;
        await using var program = new RunningProgram([.. identity, .. settings]);

        var output = program.Output.ReadToEndAsync(cancel);
        var errors = await program.Errors.ReadToEndAsync(cancel);
        var exitCode = await program.End(cancel);
        var said = errors + await output;

        Assert.Multiple(() =>
        {
            Assert.That(exitCode, Is.EqualTo(2));
            Assert.That(errors, Does.Contain(sentence));
            Assert.That(said, Does.Not.Contain("   at "));
        });
    }

    [TestCase("serve")]
    [TestCase("migrate")]
    public async Task A_connection_string_that_cannot_be_read_is_never_printed(string command)
    {
        var cancel = TestContext.CurrentContext.CancellationToken;
        // The driver takes what follows the password's semicolon for a name.
        await using var program = new RunningProgram(
            ["Identity__Authority=https://identity.example", "Database__Provider=SqlServer",
                "Database__ConnectionString=Server=x;Password=ver;ysecret=1"], command == "serve" ? [] : [command]);

        var output = program.Output.ReadToEndAsync(cancel);
        var errors = await program.Errors.ReadToEndAsync(cancel);
        var said = errors + await output;

        Assert.That((await program.End(cancel), errors), Is.EqualTo((2,
            "Database__ConnectionString cannot be read for SqlServer, or does not say where the database is. Set it, for example to "
            + "Server=…;Database=…;User Id=…;Password=… (a value with a semicolon in double quotes)." + Environment.NewLine)));
        Assert.That(said, Does.Not.Contain("secret").And.Not.Contain("ver;"));
    }

    [TestCase("--help")]
    [TestCase("help")]
    public async Task Asked_for_help_it_names_its_commands_and_does_not_start(string word)
    {
        var cancel = TestContext.CurrentContext.CancellationToken;
        await using var program = new RunningProgram([], word);

        var said = await program.Output.ReadToEndAsync(cancel);

        Assert.That((await program.End(cancel), said.Contains("migrate", StringComparison.Ordinal),
            said.Contains("demo [--seed", StringComparison.Ordinal)), Is.EqualTo((0, true, true)));
    }

    [Test]
    public async Task An_address_that_is_taken_stops_it_with_a_way_out(CancellationToken cancel)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        Assert.That(await CannotListen($"http://{other.LocalEndpoint}", cancel), Is.EqualTo((5,
            $"Failed to bind to address http://{other.LocalEndpoint}: address already in use. Stop what uses it, or choose "
            + $"another one, for example with --urls http://localhost:5081{Environment.NewLine}")));
    }

    [TestCase("https://127.0.0.1:0", "Unable to configure HTTPS endpoint. No server certificate was specified")]
    [TestCase("http://localhost:0", "Dynamic port binding is not supported when binding to localhost.")]
    // Of the block for documentation (RFC 5737): no machine has it.
    [TestCase("http://192.0.2.1:5080", "Cannot assign requested address")]
    [Platform("Linux")]
    public async Task An_address_that_it_cannot_have_stops_it_with_a_sentence(string address, string sentence)
    {
        var (exitCode, errors) = await CannotListen(address, TestContext.CurrentContext.CancellationToken);

        Assert.That((exitCode, errors.Count(letter => letter == '\n')), Is.EqualTo((2, 1)), errors);
        Assert.That(errors, Does.StartWith($"The server cannot listen. {sentence}").And.Contain("Set ASPNETCORE_URLS or --urls"));
    }

    /// <summary>Starts the program with this address, asserts that it shows no stack trace, and yields how it ends.</summary>
    static async Task<(int ExitCode, string Errors)> CannotListen(string address, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("auridis-grants-test-").FullName;
        try
        {
            await using var program = new RunningProgram(
            [
                "Identity__Authority=https://identity.example",
                $"Database__ConnectionString=Data Source={Path.Combine(folder, "test.db")}",
                // No certificate of a developer here.
                $"HOME={folder}",
            ], "--urls", address);

            var output = program.Output.ReadToEndAsync(cancel);
            var errors = await program.Errors.ReadToEndAsync(cancel);

            Assert.That(errors + await output, Does.Not.Contain("   at "));
            return (await program.End(cancel), errors);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    [Platform("Linux")]
    public async Task A_folder_that_cannot_be_made_stops_it_with_a_sentence(CancellationToken cancel)
    {
        // Nobody makes folders in /sys, not even root.
        await using var program = new RunningProgram(
            ["Identity__Authority=https://identity.example", "Database__ConnectionString=Data Source=/sys/grants/test.db"], "migrate");

        var errors = await program.Errors.ReadToEndAsync(cancel);

        Assert.That((await program.End(cancel), errors),
            Is.EqualTo((5, $"Access to the path '/sys/grants' is denied.{Environment.NewLine}")));
    }

    [Test]
    public async Task Stopped_while_it_waits_for_the_database_it_ends_in_peace(CancellationToken cancel)
    {
        // Takes the connection, and never answers.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var program = new RunningProgram(
        [
            "Identity__Authority=https://identity.example",
            "ASPNETCORE_URLS=http://127.0.0.1:0",
            "Database__Provider=SqlServer",
            $"Database__ConnectionString=Server=127.0.0.1,{((IPEndPoint)silent.LocalEndpoint).Port};"
                + "User Id=x;Password=y;Encrypt=False;Connect Timeout=30",
        ]);
        using var waiting = await silent.AcceptTcpClientAsync(cancel);
        await program.Line(line => line.Contains("Application started", StringComparison.Ordinal), cancel);

        var exitCode = await program.Terminate(cancel);

        Assert.That((exitCode, await program.Errors.ReadToEndAsync(cancel)), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task In_production_it_logs_json_believes_its_proxy_and_stops_when_asked(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("auridis-grants-test-").FullName;
        try
        {
            await using var program = new RunningProgram(
            [
                "Identity__Authority=https://identity.example",
                "Http__Proxies__0=127.0.0.1",
                "ASPNETCORE_URLS=http://127.0.0.1:0",
                $"Database__ConnectionString=Data Source={Path.Combine(folder, "test.db")}",
            ]);
            // Every line is JSON, with its time.
            JsonElement line = default;
            await program.Line(text =>
            {
                line = JsonDocument.Parse(text).RootElement;
                Assert.That(line.GetProperty("Timestamp").GetString(), Does.Match(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"), text);
                return line.GetProperty("Message").GetString()!.StartsWith("Auridis.Grants is ready at ", StringComparison.Ordinal);
            }, cancel);
            using var http = new HttpClient { BaseAddress = new Uri(line.GetProperty("State").GetProperty("Url").GetString()!) };

            using var request = new HttpRequestMessage(HttpMethod.Get, "/programmes?name=Erika");
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-Host", "grants.example.org");
            using var response = await http.SendAsync(request, cancel);
            var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancel)).RootElement;
            Assert.That(problem.GetProperty("type").GetString(), Is.EqualTo("https://grants.example.org/problems/unauthenticated"));
            Assert.That(response.Headers.Contains("Strict-Transport-Security"));

            var logged = await program.Line(line => line.Contains("RequestLog", StringComparison.Ordinal), cancel);
            var state = JsonDocument.Parse(logged).RootElement.GetProperty("State");
            Assert.That((state.GetProperty("Method").GetString(), state.GetProperty("Route").GetString(),
                state.GetProperty("Status").ToString(), state.GetProperty("TraceId").GetString()),
                Is.EqualTo(("GET", "/programmes", "401", problem.GetProperty("traceId").GetString())));
            Assert.That(logged, Does.Not.Contain("Erika"));

            // Nobody sets the clock in Production, and nobody gets a token here.
            using var clock = await http.PutAsync("/clock", null, cancel);
            using var token = await http.PostAsync("/development/token", null, cancel);
            Assert.That(((int)clock.StatusCode, (int)token.StatusCode), Is.EqualTo((405, 404)));

            Assert.That(await program.Terminate(cancel), Is.Zero);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A process in Production that does not outlive its test.</summary>
    sealed class RunningProgram : IAsyncDisposable
    {
        readonly Process process;

        public RunningProgram(IEnumerable<string> settings, params string[] arguments)
        {
            var start = new ProcessStartInfo("dotnet", [typeof(Auridis.Grants.Api.Platform.Database.Db).Assembly.Location, .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetDirectoryName(typeof(ProgramTests).Assembly.Location),
            };
            start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
            foreach (var setting in settings)
                start.Environment[setting[..setting.IndexOf('=', StringComparison.Ordinal)]] =
                    setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..];
            process = Process.Start(start)!;
        }

        public StreamReader Output => process.StandardOutput;

        public StreamReader Errors => process.StandardError;

        /// <summary>The next line of the output that is the one.</summary>
        public async Task<string> Line(Func<string, bool> isIt, CancellationToken cancel)
        {
            while (await Output.ReadLineAsync(cancel) is { } line)
            {
                if (isIt(line))
                    return line;
            }
            throw new InvalidOperationException("The program has ended: " + await Errors.ReadToEndAsync(cancel));
        }

        /// <summary>Asks it to stop, as an orchestrator does.</summary>
        public async Task<int> Terminate(CancellationToken cancel)
        {
            using var terminate = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await terminate.WaitForExitAsync(cancel);
            return await End(cancel);
        }

        /// <returns>The exit code.</returns>
        public async Task<int> End(CancellationToken cancel)
        {
            await process.WaitForExitAsync(cancel);
            return process.ExitCode;
        }

        public async ValueTask DisposeAsync()
        {
            if (!process.HasExited)
                process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
