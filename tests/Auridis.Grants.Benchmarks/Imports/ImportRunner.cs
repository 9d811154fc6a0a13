using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Auridis.Grants.Benchmarks.Imports;

/// <summary>A report of 50,000 receipts from one file: what its office waits for, and what others notice of it.</summary>
static class ImportRunner
{
    const int Receipts = 50_000;

    const string ReportPath = "/spending-reports/0000000f-0000-7000-8000-000000000001";

    /// <returns>0 when every target is met.</returns>
    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("auridis-grants-import-").FullName;
        try
        {
            var product = Path.Combine(folder, "product");
            await Publishing.Publish("src/Auridis.Grants.Api", product);
            var file = Path.Combine(folder, "import.db");
            await using (await Server.StartProduct(product, file))
            {
                // Its tables are made.
            }
            Seed(file);
            await using var server = await Server.StartProduct(product, file);
            using var office = await Office.Of(server);
            return await Measure(server, office);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<int> Measure(Server server, Office office)
    {
        var report = new Report("alone", "product", "0");
        using var now = new StringContent("""{"now":"2021-03-01T08:00:00Z"}""", Encoding.UTF8, "application/json");
        await office.Ask(HttpMethod.Put, "/clock", now);
        // The first one is the just-in-time compiler's.
        await office.Discard(await office.Check(Rows(1_000)));
        var before = server.ResidentBytes;
        using var watch = new CancellationTokenSource();
        var most = Peak(server, watch.Token);

        var started = Stopwatch.GetTimestamp();
        var ready = await office.Check(Rows(Receipts));
        report.Below("check of 50,000 receipts, from the request until it is ready, ms",
            Stopwatch.GetElapsedTime(started).TotalMilliseconds, 5_000);
        await watch.CancelAsync();
        report.Below("memory that it adds at its peak, MB", Math.Max(0, await most - before) / 1_000_000d, 150);

        var alone = await office.Writes(Task.Delay(TimeSpan.FromSeconds(3))); // three seconds of writes are timed
        started = Stopwatch.GetTimestamp();
        var applying = office.Apply(ready);
        var beside = await office.Writes(Task.WhenAll(applying, Task.Delay(TimeSpan.FromSeconds(3)))); // as long
        report.Below("its application, while others write, ms", (await applying - started) * 1000d / Stopwatch.Frequency, 3_000);
        report.AtLeast("writes of others in those three seconds, a second", [alone], [beside], 0.3);
        List<double> statements = [];
        for (var i = 0; i < 9; i++)
        {
            started = Stopwatch.GetTimestamp();
            await office.Ask(HttpMethod.Get, ReportPath + "/statement");
            statements.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        report.Below("statement over 50,000 receipts, ms", Report.Median(statements), 300);
        return report.Print();
    }

    /// <summary>The most memory that the server holds until it is enough.</summary>
    static async Task<long> Peak(Server server, CancellationToken enough)
    {
        var most = 0L;
        while (!enough.IsCancellationRequested)
        {
            most = Math.Max(most, server.ResidentBytes);
            await Task.Delay(20, CancellationToken.None); // looks again until it is enough: nothing tells how much it is
        }
        return most;
    }

    static byte[] Rows(int count)
    {
        var file = new StringBuilder("Belegnummer;Zahlungsdatum;Empfänger;Zweck;Kategorie;Betrag;Bezug\r\n");
        for (var i = 1; i <= count; i++)
        {
            var category = i % 3 == 0 ? "training" : "personnel";
            file.Append(CultureInfo.InvariantCulture, $"R-{i};{1 + (i % 28):00}.06.2019;Bildungswerk {i % 500};Fortbildung {i};");
            file.Append(CultureInfo.InvariantCulture, $"{category};{1 + (i % 9)}.{100 + (i % 900)},{10 + (i % 90)};\r\n");
        }
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    static void Seed(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var stream = typeof(ImportRunner).Assembly.GetManifestResourceStream("import.sql")!;
        using var script = new StreamReader(stream);
        using var command = connection.CreateCommand();
        command.CommandText = $"BEGIN; {script.ReadToEnd()} COMMIT";
        command.ExecuteNonQuery();
    }

    /// <summary>The person of the office, and another one who writes meanwhile.</summary>
    sealed class Office(HttpClient http, string own, string other, string admin) : IDisposable
    {
        int key;

        public static async Task<Office> Of(Server server) => new(
            new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(5) }, await server.SignIn("applicant-05512000"),
            await server.SignIn("applicant-05513000"), await server.SignIn("admin-1"));

        /// <summary>Sends a file and waits until it is checked.</summary>
        public async Task<JsonNode> Check(byte[] file)
        {
            using var content = new ByteArrayContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            var import = await Ask(HttpMethod.Post, ReportPath + "/receipt-imports", content);
            while (import["status"]!.GetValue<string>() == "checking")
            {
                await Task.Delay(20); // asks again, as a program of the office would
                import = await Ask(HttpMethod.Get, $"/receipt-imports/{import["id"]}");
            }
            return import["status"]!.GetValue<string>() == "ready" ? import : throw new InvalidOperationException(import.ToJsonString());
        }

        public async Task Discard(JsonNode import) =>
            await Ask(HttpMethod.Post, $"/receipt-imports/{import["id"]}/discard", tag: $"\"{import["version"]}\"");

        /// <returns>When it was answered.</returns>
        public async Task<long> Apply(JsonNode import)
        {
            await Ask(HttpMethod.Post, $"/receipt-imports/{import["id"]}/apply", tag: $"\"{import["version"]}\"");
            return Stopwatch.GetTimestamp();
        }

        /// <summary>How many writes a second four callers get through, until something ends.</summary>
        public async Task<double> Writes(Task until)
        {
            var offices = await Ask(HttpMethod.Get, "/youth-offices?ags=05513000", token: other);
            var contacts = $"/youth-offices/{offices["items"]![0]!["id"]}/contacts";
            var (started, done) = (Stopwatch.GetTimestamp(), 0);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
            {
                while (!until.IsCompleted)
                {
                    using var contact = new StringContent(
                        """{"name":"Frau Muster","email":"muster@example.org"}""", Encoding.UTF8, "application/json");
                    await Ask(HttpMethod.Post, contacts, contact, token: other);
                    Interlocked.Increment(ref done);
                }
            }));
            return done / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        public async Task<JsonNode> Ask(
            HttpMethod method, string path, HttpContent? content = null, string? tag = null, string? token = null)
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? (path is "/clock" ? admin : own));
            request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"import-{Interlocked.Increment(ref key)}"));
            if (tag is not null)
                request.Headers.TryAddWithoutValidation("If-Match", tag);
            using var answer = await http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{method} {path}: {text}");
        }

        public void Dispose() => http.Dispose();
    }
}
