using System.Text.Json;

namespace Auridis.Grants.Tests.Contract;

/// <summary>Where the limits stand on an answer the document says so, and nowhere else.</summary>
[TestFixture]
public sealed class RateLimitTests() : ApiTests(
    DatabaseKind.Sqlite, ("RateLimit:PermitsPerMinute", "6000"), ("RateLimit:PermitsPerMinuteAndAddress", "6000"))
{
    JsonElement document;

    [OneTimeSetUp]
    public async Task Read() => document = (await app.With(null).Get("/swagger/v1/swagger.json")).Succeeded().Json;

    [Test]
    public async Task Every_answer_that_is_counted_has_the_headers_that_the_document_declares()
    {
        var programme = (await app.As("caseworker-1").Get("/programmes?limit=1")).Succeeded().Json.GetProperty("items")[0];
        var path = $"/programmes/{programme.GetProperty("id").GetString()}";
        const string Template = "/programmes/{id}";
        (string Path, string Operation, Task<Answer> Answer)[] answers =
        [
            ("/programmes", "get", app.As("caseworker-1").Get("/programmes")),
            ("/programmes", "get", app.As("caseworker-1").Get("/programmes?limit=0")),
            ("/programmes", "get", app.With(null).Get("/programmes")),
            ("/programmes", "get", app.With("forged").Get("/programmes")),
            ("/programmes", "post", app.As("funder-1").Post("/programmes", new { })),
            ("/programmes", "post", app.As("caseworker-1").Post("/programmes", "{")),
            (Template, "get", app.As("caseworker-1").Get($"/programmes/{Guid.Empty}")),
            (Template, "get", app.As("caseworker-1").Get(path, $"\"{programme.GetProperty("version")}\"")),
            (Template + "/open", "post", app.As("caseworker-1").Post(path + "/open")),
            (Template + "/open", "post", app.As("caseworker-1").Post(path + "/open", ifMatch: "\"99\"")),
            (Template + "/cancel", "post", app.As("decider-1").Post(
                path + "/cancel", new { reason = "x" }, $"\"{programme.GetProperty("version")}\"")),
            ("/problems", "get", app.With(null).Get("/problems")),
        ];

        List<int> seen = [];
        foreach (var (template, operation, sent) in answers)
        {
            var answer = await sent;
            seen.Add((int)answer.Status);
            Assert.That(Declared(template, operation, (int)answer.Status), Is.SupersetOf(["RateLimit", "RateLimit-Policy"]));
            Assert.That(answer.Headers.Keys, Is.SupersetOf(["RateLimit", "RateLimit-Policy"]), $"{operation} {template} {answer.Status}");
        }
        Assert.That(seen.Distinct(), Is.EquivalentTo([200, 304, 400, 401, 403, 404, 409, 412, 428]));
    }

    [Test]
    public async Task Health_is_not_counted_and_does_not_say_so()
    {
        var health = (await app.With(null).Get("/health/live")).Succeeded();

        Assert.That(health.Headers.Keys, Has.No.Member("RateLimit"));
        foreach (var status in new[] { 200, 405, 503 })
            Assert.That(Declared("/health/live", "get", status), Has.No.Member("RateLimit"));
    }

    [Test]
    public void Who_waits_is_told_how_long()
    {
        var waits = document.GetProperty("components").GetProperty("responses");
        Assert.That(Headers(waits.GetProperty(Problems.TooManyRequests.Code)), Does.Contain("Retry-After"));
    }

    IEnumerable<string> Declared(string path, string operation, int status) => Headers(document.GetProperty("paths").GetProperty(path)
        .GetProperty(operation).GetProperty("responses").GetProperty(FormattableString.Invariant($"{status}")));

    IEnumerable<string> Headers(JsonElement response)
    {
        if (response.TryGetProperty("$ref", out var reference))
            response = document.GetProperty("components").GetProperty("responses").GetProperty(reference.GetString()!.Split('/')[^1]);
        return response.TryGetProperty("headers", out var headers) ? headers.EnumerateObject().Select(header => header.Name) : [];
    }
}
