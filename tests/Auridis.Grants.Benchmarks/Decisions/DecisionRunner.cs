using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Auridis.Grants.Benchmarks.Decisions;

/// <summary>
/// Publishes selections of 1,000 decisions: 600 awards and 400 places on the waiting list, within a quota, each with its letter, each
/// selection in one transaction. Prints the median of what a decider waits.
/// </summary>
static class DecisionRunner
{
    const double Target = 3_000;

    const int Programmes = 6;

    /// <returns>0 when the target is met.</returns>
    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("auridis-grants-decisions-").FullName;
        try
        {
            var product = Path.Combine(folder, "product");
            await Publishing.Publish("src/Auridis.Grants.Api", product);
            var file = Path.Combine(folder, "decisions.db");
            await using (await Server.StartProduct(product, file))
            {
                // Its tables are made.
            }
            Seed(file);
            await using var server = await Server.StartProduct(product, file);
            using var deciders = await Deciders.Of(server);
            List<double> times = [];
            for (var programme = 1; programme <= Programmes; programme++)
            {
                var time = await deciders.Publish(string.Create(
                    CultureInfo.InvariantCulture, $"/programmes/0000000a-0000-7000-8000-{programme:000000000000}"));
                // The first one is the just-in-time compiler's.
                if (programme > 1)
                    times.Add(time);
            }
            var report = new Report("", "ms", "#,0");
            report.Below("publication of 1,000 decisions with a quota and letters", times.Order().ElementAt(times.Count / 2), Target);
            return report.Print();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Seed(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var stream = typeof(DecisionRunner).Assembly.GetManifestResourceStream("decisions.sql")!;
        using var script = new StreamReader(stream);
        using var command = connection.CreateCommand();
        command.CommandText = $"BEGIN; {script.ReadToEnd()} COMMIT";
        command.Parameters.AddWithValue("@Programmes", Programmes);
        command.ExecuteNonQuery();
    }

    /// <summary>Two deciders, who take a selection from the ranking to its publication.</summary>
    sealed class Deciders(HttpClient http, string first, string second) : IDisposable
    {
        public static async Task<Deciders> Of(Server server) => new(
            new HttpClient { BaseAddress = server.Address }, await server.SignIn("decider-1"), await server.SignIn("decider-2"));

        /// <returns>Milliseconds from the request to publish until its answer is read.</returns>
        public async Task<double> Publish(string programme)
        {
            foreach (var decider in (string[])[first, second])
                await Send(decider, HttpMethod.Put, programme + "/conflict-declaration", """{"offices":[]}""");
            var (id, version) = await Send(first, HttpMethod.Post, programme + "/selections", "{}");
            (_, version) = await Send(first, HttpMethod.Post, $"/selections/{id}/propose", version: version);
            (_, version) = await Send(second, HttpMethod.Post, $"/selections/{id}/confirm", version: version);
            var started = Stopwatch.GetTimestamp();
            await Send(first, HttpMethod.Post, $"/selections/{id}/publish", version: version, key: "publish-" + id);
            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        public void Dispose() => http.Dispose();

        /// <returns>What the answer calls itself, and its version.</returns>
        async Task<(string Id, int Version)> Send(
            string token, HttpMethod method, string path, string? body = null, int? version = null, string? key = null)
        {
            using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (version is { } seen)
                request.Headers.IfMatch.Add(new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{seen}\"")));
            if (key is not null)
                request.Headers.Add("Idempotency-Key", key);
            if (body is not null)
                request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{method} {path}: {text}");
            using var json = JsonDocument.Parse(text);
            return (json.RootElement.GetProperty("id").GetString()!, json.RootElement.GetProperty("version").GetInt32());
        }
    }
}
