using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Auridis.Grants.Benchmarks.LargeRound;

/// <summary>
/// The steps of a round that touch all of it at once, on rounds larger than any real one. Each is asked as a person would ask it, once or
/// a few times, and has an absolute target.
/// </summary>
static class LargeRoundRunner
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(5) };

    static int key;

    /// <returns>0 when every target is met.</returns>
    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("auridis-grants-round-").FullName;
        try
        {
            var product = Path.Combine(folder, "product");
            await Publishing.Publish("src/Auridis.Grants.Api", product);
            var file = Path.Combine(folder, "round.db");
            await using (var first = await Server.StartProduct(product, file))
                await Submit(first);
            Seed(file);
            await using var server = await Server.StartProduct(product, file);
            var report = new Report("", "product", "0");

            report.Below("memory that a ranking of 10,000 applications adds, MB",
                await Memory(server, "decider-1", "/programmes/{1}/ranking"), 100);
            report.Below("ranking of 10,000 applications with 3 reviews each, ms",
                await Median(server, 9, "decider-1", "/programmes/{1}/ranking"), 500);
            report.Below("assignment of 10,000 times 3 reviews, ms", await Time(server, "caseworker-1", HttpMethod.Post,
                "/programmes/{2}/review-assignments", new JsonObject
                {
                    ["perApplication"] = 3,
                    ["reviewers"] = Reviewers(200),
                    ["seed"] = "large",
                    ["dryRun"] = false,
                }), 5_000);
            await Mend(server, report);
            return report.Print();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The one application whose content all others have.</summary>
    static async Task Submit(Server server)
    {
        var programme = (await Ask(server, "caseworker-1", HttpMethod.Get, "/programmes"))["items"]![0]!;
        await Ask(server, "caseworker-1", HttpMethod.Put, "/clock", new JsonObject { ["now"] = "2018-10-01T08:00:00Z" });
        await Ask(server, "caseworker-1", HttpMethod.Post, $"/programmes/{programme["id"]}/open", tag: "\"1\"");
        var application = await Ask(server, "applicant-05512000", HttpMethod.Post, $"/programmes/{programme["id"]}/applications",
            new JsonObject { ["content"] = JsonNode.Parse(Content) });
        await Ask(server, "applicant-05512000", HttpMethod.Post, $"/applications/{application["id"]}/submit", tag: "\"1\"");
    }

    /// <summary>1,000 days to mend pass at once, while others write.</summary>
    static async Task Mend(Server server, Report report)
    {
        var alone = await Writes(server, Task.Delay(TimeSpan.FromSeconds(3))); // three seconds of writes are timed
        var sweep = Time(server, "caseworker-1", HttpMethod.Put, "/clock", new JsonObject { ["now"] = "2018-12-17T08:00:00Z" });
        var beside = await Writes(server, sweep);
        report.Below("1,000 days to mend that have passed, ms", await sweep, 2_000);
        report.AtLeast("writes of others meanwhile, a second", [alone], [beside], 0.5);
    }

    /// <summary>How many writes a second four callers get through, until something ends.</summary>
    static async Task<double> Writes(Server server, Task until)
    {
        var (started, done) = (Stopwatch.GetTimestamp(), 0);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (!until.IsCompleted)
            {
                await Ask(server, "applicant-05513000", HttpMethod.Post, "/youth-offices/{office}/contacts",
                    new JsonObject { ["name"] = "Frau Muster", ["email"] = "muster@example.org" });
                Interlocked.Increment(ref done);
            }
        }));
        return done / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    static async Task<double> Median(Server server, int times, string person, string path)
    {
        List<double> all = [];
        for (var i = 0; i < times; i++)
            all.Add(await Time(server, person, HttpMethod.Get, path));
        return Report.Median(all);
    }

    /// <summary>By how much the resident memory has grown when the answer is there, in MB.</summary>
    static async Task<double> Memory(Server server, string person, string path)
    {
        await Ask(server, person, HttpMethod.Get, "/programmes");
        var before = server.ResidentBytes;
        await Time(server, person, HttpMethod.Get, path);
        return Math.Max(0, server.ResidentBytes - before) / 1_000_000d;
    }

    /// <returns>Milliseconds to the end of the answer.</returns>
    static async Task<double> Time(
        Server server, string person, HttpMethod method, string path, JsonObject? body = null, string? tag = null)
    {
        _ = await Token(server, person);
        var started = Stopwatch.GetTimestamp();
        _ = await Send(server, person, method, path, body, tag);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <param name="path">
    /// Where <c>{2}</c> stands for the id of the second large programme, <c>{office}</c> for that of Gelsenkirchen.
    /// </param>
    static async Task<byte[]> Send(
        Server server, string person, HttpMethod method, string path, JsonObject? body = null, string? tag = null)
    {
        if (path.Contains("{office}", StringComparison.Ordinal))
            path = path.Replace("{office}", await Office(server), StringComparison.Ordinal);
        for (var i = 1; i <= 3; i++)
            path = path.Replace($"{{{i}}}", $"0000000a-0000-7000-8000-{i:000000000000}", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(method, new Uri(server.Address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(server, person));
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"round-{Interlocked.Increment(ref key)}"));
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await Http.SendAsync(request);
        var content = await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode
            ? content
            : throw new InvalidOperationException($"{method} {path}: {Encoding.UTF8.GetString(content)}");
    }

    static async Task<JsonNode> Ask(
        Server server, string person, HttpMethod method, string path, JsonObject? body = null, string? tag = null) =>
        JsonNode.Parse(await Send(server, person, method, path, body, tag))!;

    static JsonArray Reviewers(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new JsonObject { ["subject"] = $"reviewer-{i}" })];

    static readonly Dictionary<(Server, string), Task<string>> Tokens = [];

    static Task<string> Token(Server server, string person)
    {
        lock (Tokens)
            return Tokens.TryGetValue((server, person), out var token) ? token : Tokens[(server, person)] = server.SignIn(person);
    }

    static string? office;

    static async Task<string> Office(Server server) => office ??=
        (await Ask(server, "caseworker-1", HttpMethod.Get, "/youth-offices?ags=05513000"))["items"]![0]!["id"]!.GetValue<string>();

    static void Seed(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=600");
        connection.Open();
        using var stream = typeof(LargeRoundRunner).Assembly.GetManifestResourceStream("round.sql")!;
        using var script = new StreamReader(stream);
        using var command = connection.CreateCommand();
        command.CommandText =
            $"PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN; {script.ReadToEnd()} COMMIT; PRAGMA wal_checkpoint(TRUNCATE)";
        foreach (var (name, size) in new (string, int)[] { ("@Ranked", 10_000), ("@Mended", 1_000) })
            command.Parameters.AddWithValue(name, size);
        command.ExecuteNonQuery();
    }

    const string Content = """
        {"title":"A network for children","summary":"s","startingPosition":"s","goals":"g","targetArea":"a","children":2400,
        "partners":[{"sector":"daycare","name":"Kita","role":"Runder Tisch"}],"steering":"s","politicalBacking":"p",
        "staff":[{"function":"Coordination","percentOfFullTime":50}],"milestones":[{"title":"Inventory","dueOn":"2019-06-30"}],
        "financePlan":{"lines":[{"category":"personnel","amount":{"amount":"100000.00","currency":"EUR"}}],
        "ownContribution":{"amount":"15000.00","currency":"EUR"},"thirdPartyFunds":{"amount":"5000.00","currency":"EUR"},
        "requested":{"amount":"80000.00","currency":"EUR"}}}
        """;
}
