using System.Diagnostics;
using System.Text.Json;

namespace Auridis.Grants.Tests.Api;

/// <summary>The program itself, started as an operator starts it.</summary>
[TestFixture]
public sealed class ProgramTests
{
    [TestCase("Identity__Authority is not set")]
    [TestCase("Database__Provider is 'Oracle'", "Database__Provider=Oracle")]
    [TestCase("RateLimit__PermitsPerMinute is -1", "RateLimit__PermitsPerMinute=-1")]
    [TestCase("RateLimit:PermitsPerMinute", "RateLimit__PermitsPerMinute=many")]
    [TestCase("PermitPerMinute", "RateLimit__PermitPerMinute=5")]
    [TestCase("Idempotency__KeepHours is 1", "Idempotency__KeepHours=1")]
    [TestCase("Http__MaxBodyBytes is 1", "Http__MaxBodyBytes=1")]
    [TestCase("Http__CorsOrigins has '*'", "Http__CorsOrigins__0=*")]
    [TestCase("Http__Proxies has 'proxy'", "Http__Proxies__0=proxy")]
    [TestCase("OTEL_EXPORTER_OTLP_ENDPOINT is 'collector'", "OTEL_EXPORTER_OTLP_ENDPOINT=collector")]
    public async Task A_wrong_setting_stops_the_program_with_a_sentence(string sentence, params string[] settings)
    {
        string[] identity = settings is [] ? [] : ["Identity__Authority=https://identity.example"];
        using var program = Start([.. identity, .. settings]);
        var output = program.StandardOutput.ReadToEndAsync();
        var errors = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.Multiple(() =>
        {
            Assert.That(program.ExitCode, Is.EqualTo(2));
            Assert.That(errors, Does.Contain(sentence));
            Assert.That(errors + output.Result, Does.Not.Contain("   at ")); // the process has ended, and so has its output
        });
    }

    [Test]
    public async Task In_production_it_logs_json_believes_its_proxy_and_stops_when_asked()
    {
        var folder = Directory.CreateTempSubdirectory("auridis-grants-test-").FullName;
        using var program = Start(
        [
            "Identity__Authority=https://identity.example",
            "Http__Proxies__0=127.0.0.1",
            "ASPNETCORE_URLS=http://127.0.0.1:0",
            $"Database__ConnectionString=Data Source={Path.Combine(folder, "test.db")}",
        ]);
        try
        {
            const string Ready = "Auridis.Grants is ready at ";
            string? line;
            do
                line = await program.StandardOutput.ReadLineAsync();
            while (line?.StartsWith(Ready, StringComparison.Ordinal) == false);
            using var http = new HttpClient { BaseAddress = new Uri(line![Ready.Length..]) };

            using var request = new HttpRequestMessage(HttpMethod.Get, "/programmes?name=Erika");
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-Host", "grants.example.org");
            using var response = await http.SendAsync(request);
            var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
            Assert.That(problem.GetProperty("type").GetString(), Is.EqualTo("https://grants.example.org/problems/unauthenticated"));
            Assert.That(response.Headers.Contains("Strict-Transport-Security"));

            do
                line = await program.StandardOutput.ReadLineAsync();
            while (line?.Contains("RequestLog", StringComparison.Ordinal) == false);
            var state = JsonDocument.Parse(line!).RootElement.GetProperty("State");
            Assert.That((state.GetProperty("Method").GetString(), state.GetProperty("Route").GetString(), state.GetProperty("Status").ToString(), state.GetProperty("TraceId").GetString()),
                Is.EqualTo(("GET", "/programmes", "401", problem.GetProperty("traceId").GetString())));
            Assert.That(line, Does.Not.Contain("Erika"));

            // Nobody sets the clock in Production, and nobody gets a token here.
            using var clock = await http.PutAsync("/clock", null);
            using var token = await http.PostAsync("/development/token", null);
            Assert.That(((int)clock.StatusCode, (int)token.StatusCode), Is.EqualTo((405, 404)));

            using var terminate = Process.Start("kill", ["-TERM", $"{program.Id}"]);
            await program.WaitForExitAsync();
            Assert.That(program.ExitCode, Is.Zero);
        }
        finally
        {
            if (!program.HasExited)
                program.Kill();
            await program.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    static Process Start(IEnumerable<string> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Auridis.Grants.Api.Database.Db).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(typeof(ProgramTests).Assembly.Location),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var setting in settings)
            start.Environment[setting[..setting.IndexOf('=', StringComparison.Ordinal)]] = setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..];
        return Process.Start(start)!;
    }
}
