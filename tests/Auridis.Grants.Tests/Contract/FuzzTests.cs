using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Auridis.Grants.Tests.Contract;

/// <summary>
/// Requests that the document leads to, spoiled at random: whatever comes, the answer is one that the document names, and never a fault of
/// the server. <c>GRANTS_FUZZ</c> sets how many requests each operation gets, <c>GRANTS_FUZZ_SEED</c> begins elsewhere.
/// </summary>
public sealed class FuzzTests : ContractFixture
{
    const int Quick = 40;

    static readonly int Requests = Setting("GRANTS_FUZZ", Quick);

    static readonly int Seed = Setting("GRANTS_FUZZ_SEED", 2018);

    /// <summary>In its place, JSON gets half a character, which can stand there as an escape only.</summary>
    const string Half = "\ufffd";

    /// <summary>What has broken servers before: empty, blank, invisible, half a character, too long, too large, almost right.</summary>
    static readonly string[] OddTexts =
    [
        "", " ", "\0", "\u202e", Half, "a\u0308", "\ufffe", "'; --", "<script>", "../..", "%00", "{{7*7}}", "null", "NaN", "-1", "1e999",
        "2018-02-30", "01.02.2018", "9999-12-31", "0001-01-01", "00000000-0000-0000-0000-000000000000", "DE00", "0.001", "٣", "+1", "01",
        new('x', 1_500), "\ud83d\ude00\ud83d\ude00", "submitted", "true",
    ];

    static readonly string[] OddBodies =
    [
        "", "null", "[]", "\"\"", "{", "{\"a\":1,\"a\":2}", "{\"\":1}", "{}x", "\ufeff{}", "1e400", "{\"terms\":{\"terms\":{}}}",
        new string('[', 200) + new string(']', 200),
    ];

    /// <summary>Over a socket: a test server takes no path with a NUL.</summary>
    GrantsApp server = null!;

    readonly Dictionary<string, List<(string Id, string Tag)>> known = new(StringComparer.Ordinal);

    [OneTimeSetUp]
    public async Task Play()
    {
        server = await GrantsApp.Listen(DatabaseKind.Sqlite);
        var round = await Round.Play(server, "FUZZ", 3);
        await round.Activate(round.Applications[0]);
        await round.Draft(round.Applications[1]);
        await SeededAward.Insert(server.Db, paidCents: 10_000_00);
        await Remember();
    }

    [OneTimeTearDown]
    public async Task StopServer()
    {
        if (server is not null)
            await server.DisposeAsync();
    }

    [Test]
    [CancelAfter(3_600_000)]
    public async Task No_request_meets_a_fault_or_an_answer_that_the_document_does_not_name()
    {
        var random = new Random(Seed);
        List<string> faults = [];
        var succeeded = 0;
        for (var turn = 0; turn < Requests; turn++)
        {
            foreach (var (name, operation) in Operations())
            {
                using var request = RequestFor(name, operation, random);
                var asked = $"{request.Method} {request.RequestUri} {(request.Content is { } sent ? await sent.ReadAsStringAsync() : "")}";
                using var answer = await Caller(operation, random).Http.SendAsync(request);
                if (WhyWrong(operation, answer, await answer.Content.ReadAsStringAsync()) is { } why)
                    faults.Add($"{why}: {Cut(asked)}");
                if (answer.IsSuccessStatusCode)
                    succeeded++;
            }
            if (turn % 50 == 49)
                await Remember();
        }

        Assert.That(faults, Is.Empty, $"seed {Seed}");
        Assert.That(succeeded, Is.GreaterThan(Requests * 10), "enough requests get past the first checks");
    }

    static string? WhyWrong(JsonElement operation, HttpResponseMessage answer, string body)
    {
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (answer.StatusCode >= System.Net.HttpStatusCode.InternalServerError)
            return $"a fault, {status} {body}";
        if (!operation.GetProperty("responses").TryGetProperty(status, out var named))
            return $"{status} is not named";
        var media = answer.Content.Headers.ContentType?.MediaType;
        if (media is not null && named.TryGetProperty("content", out var content) && !content.TryGetProperty(media, out _))
            return $"{status} as {media} is not named";
        if (media is not "application/problem+json")
            return null;
        var code = JsonDocument.Parse(body).RootElement.GetProperty("code").GetString()!;
        return answer.Headers.TryGetValues(GrantsApp.DeclaredProblems.Header, out var declared)
            && !declared.Single().Split(' ').Contains(code, StringComparer.Ordinal)
                ? $"{code} is not declared" : null;
    }

    HttpRequestMessage RequestFor(string name, JsonElement operation, Random random)
    {
        var (method, template) = name.Split(' ') is [var first, var second] ? (first, second) : throw new FormatException(name);
        var (path, tag) = PathOf(template, random);
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path + QueryOf(operation, random), UriKind.Relative));
        foreach (var parameter in Parameters(operation, "header"))
        {
            var value = parameter switch
            {
                "If-Match" when random.Next(10) < 7 => tag,
                "Idempotency-Key" when random.Next(10) < 7 => $"fuzz-{random.Next(1_000_000)}",
                _ when random.Next(10) < 8 => null,
                _ => Printable(Odd(random)),
            };
            if (value is not null)
                request.Headers.TryAddWithoutValidation(parameter, value);
        }
        if (operation.TryGetProperty("requestBody", out var body))
            request.Content = BodyOf(body, random);
        return request;
    }

    (string Path, string Tag) PathOf(string template, Random random)
    {
        var (path, tag, collection) = (new StringBuilder(), "\"1\"", "");
        foreach (var part in template.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            path.Append('/');
            if (part is not ['{', ..])
            {
                path.Append(collection = part);
                continue;
            }
            switch (random.Next(10))
            {
                case < 7 when known.TryGetValue(collection, out var resources) && resources.Count > 0:
                    var one = resources[random.Next(resources.Count)];
                    (_, tag) = (path.Append(one.Id), one.Tag);
                    break;
                case < 9 when part is not "{id}":
                    path.Append(random.Next(0, 5));
                    break;
                case < 9:
                    path.Append(new Guid(random.Next(), 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 1]));
                    break;
                default:
                    // Nothing is another path, and a NUL is the server's to refuse before any operation.
                    path.Append(Odd(random) is { Length: > 0 } odd && !odd.Contains('\0', StringComparison.Ordinal)
                        ? Uri.EscapeDataString(odd) : "x");
                    break;
            }
        }
        return (path.ToString(), tag);
    }

    string QueryOf(JsonElement operation, Random random)
    {
        var query = new StringBuilder();
        foreach (var name in Parameters(operation, "query").Where(_ => random.Next(3) == 0))
            query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(Odd(random)));
        return query.ToString();
    }

    static StringContent BodyOf(JsonElement body, Random random)
    {
        var content = body.GetProperty("content").EnumerateObject().First();
        var example = content.Value.TryGetProperty("example", out var given) ? JsonNode.Parse(given.GetRawText()) : null;
        var text = example is null || random.Next(20) == 0 ? OddBodies[random.Next(OddBodies.Length)]
            : example is JsonValue file ? Spoiled(file.GetValue<string>(), random)
            : Spoiled(example, random);
        var sent = new StringContent(text, Encoding.UTF8);
        sent.Headers.ContentType = random.Next(30) == 0
            ? new MediaTypeHeaderValue("text/plain") : MediaTypeHeaderValue.Parse(content.Name);
        return sent;
    }

    /// <summary>The file, with up to two of its fields replaced.</summary>
    static string Spoiled(string file, Random random)
    {
        var fields = file.Split(';');
        for (var times = random.Next(3); times > 0; times--)
            fields[random.Next(fields.Length)] = Odd(random);
        return string.Join(';', fields);
    }

    /// <summary>The example, with up to two of its values replaced, removed or doubled.</summary>
    static string Spoiled(JsonNode example, Random random)
    {
        for (var times = random.Next(3); times > 0; times--)
        {
            var places = Places(example).ToList();
            if (places.Count == 0)
                break;
            var (parent, key) = places[random.Next(places.Count)];
            switch (parent)
            {
                case JsonObject members when random.Next(6) == 0:
                    members.Remove((string)key);
                    break;
                case JsonObject members when random.Next(6) == 0:
                    members[Odd(random)] = Value(random);
                    break;
                case JsonObject members:
                    members[(string)key] = Value(random);
                    break;
                case JsonArray items when random.Next(3) == 0:
                    items.Add(items[(int)key]?.DeepClone());
                    break;
                case JsonArray items:
                    items[(int)key] = Value(random);
                    break;
            }
        }
        return example.ToJsonString().Replace("\\uFFFD", "\\ud800", StringComparison.Ordinal);
    }

    static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            Below(member.Value).Prepend((members, member.Key))),
        JsonArray items => items.SelectMany((item, index) => Below(item).Prepend((items, index))),
        _ => [],
    };

    static IEnumerable<(JsonNode Parent, object Key)> Below(JsonNode? node) => node is null ? [] : Places(node);

    static JsonNode? Value(Random random) => random.Next(8) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(-5, 100_000)),
        2 => JsonValue.Create(1e300),
        3 => JsonValue.Create(random.Next(2) == 0),
        4 => new JsonArray(),
        5 => new JsonObject { ["amount"] = Odd(random), ["currency"] = "EUR" },
        _ => JsonValue.Create(Odd(random)),
    };

    /// <summary>Somebody with the roles that the operation names, or now and then with one of all.</summary>
    GrantsClient Caller(JsonElement operation, Random random)
    {
        if (!operation.TryGetProperty("x-roles", out var named))
            return server.With(null);
        string[] roles = random.Next(8) == 0
            ? [Role.All[random.Next(Role.All.Count)]]
            : [.. named.EnumerateArray().Select(role => role.GetString()!)];
        return server.Person($"fuzz-{random.Next(4)}", roles, roles.Contains(Role.Applicant) ? Office(random) : null);
    }

    string Office(Random random) => known["offices"][random.Next(Math.Min(4, known["offices"].Count))].Id;

    /// <summary>Ids and versions of what there is now, by collection.</summary>
    async Task Remember()
    {
        var everybody = server.Person("fuzz-reader", [Role.Auditor, Role.Caseworker, Role.Decider, Role.Finance, Role.Reviewer]);
        foreach (var (name, operation) in Operations())
        {
            if (name.Contains('{', StringComparison.Ordinal) || !name.StartsWith("GET ", StringComparison.Ordinal)
                || !Parameters(operation, "query").Contains("cursor", StringComparer.Ordinal))
                continue;
            var page = (await everybody.Get(name[4..] + "?limit=50")).Json;
            known[name[5..]] = [.. page.GetProperty("items").EnumerateArray()
                .Where(item => item.TryGetProperty("id", out _) && item.TryGetProperty("version", out _))
                .Select(item => (item.GetProperty("id").GetString()!, $"\"{item.GetProperty("version")}\""))];
        }
        known["offices"] = [.. (await everybody.Get("/applications?limit=50")).Json.GetProperty("items").EnumerateArray()
            .Select(item => (item.GetProperty("officeAgs").GetString()!, ""))];
    }

    IEnumerable<string> Parameters(JsonElement operation, string place) =>
        operation.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Select(Resolved)
                .Where(parameter => parameter.GetProperty("in").GetString() == place)
                .Select(parameter => parameter.GetProperty("name").GetString()!)
            : [];

    JsonElement Resolved(JsonElement parameter) => parameter.TryGetProperty("$ref", out var reference)
        ? document.GetProperty("components").GetProperty("parameters").GetProperty(reference.GetString()!.Split('/')[^1])
        : parameter;

    static string Odd(Random random) => OddTexts[random.Next(OddTexts.Length)];

    static string Printable(string text) => string.Concat(text.Where(c => c is >= ' ' and < (char)127));

    static string Cut(string text) => text.Length <= 600 ? text : text[..600] + "…";

    static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
