using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>What stands between the network and the routes.</summary>
[TestFixture]
public sealed class EdgeTests() : ApiTests(DatabaseKind.Sqlite, ("Http:CorsOrigins:0", "https://portal.example.org"))
{
    [TestCase("/programmes", "caseworker-1", 200)]
    [TestCase("/programmes", null, 401)]
    [TestCase("/no-such-thing", null, 404)]
    [TestCase("/programmes?limit=x", "caseworker-1", 400)]
    [TestCase("/health/live", null, 200)]
    [TestCase("/health/ready", null, 200)]
    [TestCase("/health", null, 404)]
    public async Task Every_answer_carries_the_security_headers(string path, string? person, int status)
    {
        var answer = await Client(person).Get(path);
        Assert.That((int)answer.Status, Is.EqualTo(status));
        Assert.Multiple(() =>
        {
            Assert.That(answer.Headers["X-Content-Type-Options"], Is.EqualTo("nosniff"));
            Assert.That(answer.Headers["Referrer-Policy"], Is.EqualTo("no-referrer"));
            Assert.That(answer.Headers["Content-Security-Policy"], Is.EqualTo("default-src 'none'; frame-ancestors 'none'"));
            Assert.That(answer.Headers, Does.Not.ContainKey("Server"));
        });
    }

    [TestCase("/programmes", "caseworker-1", 200)]
    [TestCase("/programmes", null, 401)]
    [TestCase("/no-such-thing", null, 404)]
    [TestCase("/programmes?limit=x", "caseworker-1", 400)]
    [TestCase("/swagger/v1/swagger.json", null, 200)]
    public async Task Every_answer_names_its_request(string path, string? person, int status)
    {
        var (first, second) = (await Client(person).Get(path), await Client(person).Get(path));

        Assert.That((int)first.Status, Is.EqualTo(status));
        Assert.That(first.Headers["X-Request-Id"], Is.Not.Empty.And.Not.EqualTo(second.Headers["X-Request-Id"]));
        if (first.Code is not null)
            Assert.That(first.Headers["X-Request-Id"], Is.EqualTo(first["traceId"]));
    }

    /// <summary>W3C Trace Context: the id that the caller's own traces have, in the answer, the problem and the audit trail.</summary>
    [Test]
    public async Task A_caller_s_trace_is_the_id_of_its_request()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        using var log = new LogRecorder();
        await using var traced = await GrantsApp.Start(DatabaseKind.Sqlite, builder => builder.Logging.AddProvider(log));
        var caseworker = traced.As("caseworker-1");
        caseworker.Http.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-00f067aa0ba902b7-01");

        var made = (await caseworker.Post("/programmes", Sample.Programme("TRACED"))).Succeeded();
        var refused = (await caseworker.Post("/programmes", Sample.Programme("TRACED"))).Refused(409, "programme-code-taken");
        var audited = (await traced.As("auditor-1").Get($"/audit-events?resourceId={made["id"]}")).Succeeded();

        Assert.That(
            (made.Headers["X-Request-Id"], refused.Headers["X-Request-Id"], refused["traceId"],
                audited.Json.GetProperty("items")[0].GetProperty("requestId").GetString()),
            Is.EqualTo((Trace, Trace, Trace, Trace)));
    }

    [Test]
    public async Task Swagger_ui_may_load_its_own_scripts_and_has_no_inline_ones()
    {
        var page = (await app.With(null).Get("/swagger/index.html")).Succeeded();
        Assert.That(page.Headers["Content-Security-Policy"],
            Does.Contain("script-src 'self';").And.Contain("style-src 'self';").And.Contain("frame-ancestors 'none'"));
        Assert.That(page.Text, Does.Not.Contain("<script>").And.Not.Contain("<style").And.Not.Contain("style="));
    }

    /// <summary>Another version of the program has other files under the same names.</summary>
    [TestCase("grants.js", "text/javascript")]
    [TestCase("grants.css", "text/css")]
    [TestCase("license.txt", "text/plain")]
    public async Task What_is_added_to_swagger_ui_is_asked_for_again(string file, string mediaType)
    {
        var first = (await app.With(null).Get("/swagger/" + file)).Succeeded();
        var again = await app.With(null).Get("/swagger/" + file, first.ETag);

        Assert.That((first.MediaType, first.Headers["Cache-Control"]), Is.EqualTo((mediaType, "no-cache")));
        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [TestCase("/programmes")]
    [TestCase("/clock")]
    [TestCase("/health/ready")]
    public async Task Head_answers_as_get_does_without_the_body(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await app.As("auditor-1").Http.SendAsync(request);
        Assert.That(head.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(head.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/json"));
        Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task Head_of_what_is_not_there_is_404()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, $"/programmes/{Guid.Empty}");
        using var head = await app.As("auditor-1").Http.SendAsync(request);
        Assert.That(head.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [TestCase(null)]
    [TestCase("auditor-1")]
    public async Task A_method_that_a_resource_does_not_know_is_405_with_allow(string? person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/programmes");
        using var response = await Client(person).Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(405), text);
        Assert.That(response.Content.Headers.Allow, Is.EquivalentTo(["GET", "HEAD", "POST"]));
        Assert.That(JsonDocument.Parse(text).RootElement.GetProperty("code").GetString(), Is.EqualTo("method-not-allowed"));
    }

    [TestCase(null, "en")]
    [TestCase("de", "de")]
    [TestCase("DE-at", "de")]
    [TestCase("de;q=0, en", "en")]
    [TestCase("en;q=0, fr", "de")]
    [TestCase("fr, de;q=0", "en")]
    [TestCase("en;q=0.2, de;q=0.3", "de")]
    [TestCase("fr;q=0.9, de;q=0.5, en;q=0.1", "de")]
    [TestCase("*", "en")]
    [TestCase("*, en;q=0", "de")]
    [TestCase("*, en;q=0.5", "de")]
    [TestCase("de, *;q=0", "de")]
    [TestCase("*;q=0", "en")]
    [TestCase("en;q=0, de;q=0", "en")]
    [TestCase("den, fr", "en")]
    [TestCase("de-AT;q=0, de", "de")]
    [TestCase("de;q=2, nonsense;;", "en")]
    public async Task Texts_are_in_the_language_that_is_wanted_most_and_not_ruled_out(string? wanted, string language)
    {
        var answer = (await app.With(null).Get("/problems/not-found", language: wanted)).Succeeded();
        Assert.That(answer["title"], Is.EqualTo(language == "de" ? "Nicht gefunden" : "Not found"));
    }

    [Test]
    public async Task Where_nothing_is_read_head_is_not_allowed_either()
    {
        using var response = await app.With(null).Http.GetAsync("/development/token");
        Assert.That(response.Content.Headers.Allow, Is.EqualTo(["POST"]));
    }

    [Test]
    public async Task The_instance_of_a_problem_is_a_uri()
    {
        var refused = (await app.With(null).Get("/%C3%A4%20%3F%23/x")).Refused(404, "not-found");
        Assert.That(refused["instance"], Is.EqualTo("/%C3%A4%20%3F%23/x"));
    }

    [Test]
    public async Task Without_a_host_the_type_of_a_problem_is_relative()
    {
        var context = await ((TestServer)app.Services.GetRequiredService<IServer>())
            .SendAsync(http => (http.Request.Path, http.Request.Host) = ("/no-such-thing", default));
        Assert.That(JsonDocument.Parse(context.Response.Body).RootElement.GetProperty("type").GetString(),
            Is.EqualTo("/problems/not-found"));
    }

    [Test]
    public async Task In_Development_the_root_leads_to_Swagger_UI()
    {
        using var response = await app.With(null).Http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.That((response.StatusCode, response.Headers.Location?.ToString()), Is.EqualTo((HttpStatusCode.Found, "/swagger")));
    }

    [TestCase("br")]
    [TestCase("gzip")]
    public async Task Answers_are_compressed_for_who_asks(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/youth-offices");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        using var response = await app.As("auditor-1").Http.SendAsync(request);
        Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo([encoding]));
        Assert.That(response.Headers.Vary, Does.Contain("Accept-Encoding"));
        Assert.That(response.Headers.Contains("X-Content-Type-Options"));
    }

    [TestCase("https://portal.example.org", true)]
    [TestCase("https://portal.example.org.evil.example", false)]
    [TestCase("http://portal.example.org", false)]
    [TestCase("null", false)]
    public async Task Only_a_listed_origin_is_let_in(string origin, bool allowed)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/programmes");
        preflight.Headers.TryAddWithoutValidation("Origin", origin);
        preflight.Headers.TryAddWithoutValidation("Access-Control-Request-Method", "POST");
        preflight.Headers.TryAddWithoutValidation("Access-Control-Request-Headers", "authorization,content-type,idempotency-key,if-match");
        using var response = await app.With(null).Http.SendAsync(preflight);
        Assert.That(response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null,
            Is.EqualTo(allowed ? origin : null));
        Assert.That(response.Headers.Contains("Access-Control-Allow-Credentials"), Is.False);
    }

    [Test]
    public async Task No_origin_is_let_in_by_default()
    {
        await using var closed = await GrantsApp.Start(DatabaseKind.Sqlite);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/clock");
        request.Headers.TryAddWithoutValidation("Origin", "https://portal.example.org");
        using var response = await closed.As("auditor-1").Http.SendAsync(request);
        Assert.That(response.Headers.Contains("Access-Control-Allow-Origin"), Is.False);
    }

    [Test]
    public async Task A_caller_over_the_limit_waits_and_others_do_not()
    {
        await using var limited = await GrantsApp.Start(DatabaseKind.Sqlite, ("RateLimit:PermitsPerMinute", "3"));
        var caller = limited.As("caseworker-1");
        var first = (await caller.Get("/clock")).Succeeded();
        Assert.That((first.Headers["RateLimit-Policy"], first.Headers["RateLimit"]), Is.EqualTo(("\"caller\";q=3;w=60", "\"caller\";r=2")));
        (await caller.Get("/clock")).Succeeded();
        (await caller.Get("/clock")).Succeeded();

        var refused = (await caller.Get("/clock")).Refused(429, "too-many-requests");
        Assert.That(refused.Headers["Retry-After"], Does.Match("^[1-9][0-9]?$"));
        Assert.That(refused.Headers["RateLimit"], Does.Match("^\"caller\";r=0;t=[1-9][0-9]?$"));
        (await limited.As("caseworker-2").Get("/clock")).Succeeded();
        (await limited.With(null).Get("/health/ready")).Succeeded();
    }

    [Test]
    public async Task An_address_over_the_limit_is_refused_before_its_token_is_looked_at()
    {
        await using var limited = await GrantsApp.Start(DatabaseKind.Sqlite, ("RateLimit:PermitsPerMinuteAndAddress", "2"));
        (await limited.With("forged").Get("/clock")).Refused(401, "unauthenticated");
        (await limited.With("forged").Get("/clock")).Refused(401, "unauthenticated");
        (await limited.With("forged").Get("/clock")).Refused(429, "too-many-requests");
    }

    [TestCase("RateLimit:PermitsPerMinute", "/swagger/v1/swagger.json")]
    [TestCase("RateLimit:PermitsPerMinuteAndAddress", "/swagger/v1/swagger.json")]
    [TestCase("RateLimit:PermitsPerMinuteAndAddress", "/swagger/index.html")]
    [TestCase("RateLimit:PermitsPerMinuteAndAddress", "/swagger/nothing")]
    public async Task The_document_and_its_page_are_counted_as_everything_else(string limit, string path)
    {
        await using var limited = await GrantsApp.Start(DatabaseKind.Sqlite, (limit, "1"));
        Assert.That((int)(await limited.With(null).Get(path)).Status, Is.Not.EqualTo(429));
        (await limited.With(null).Get(path)).Refused(429, "too-many-requests");
    }

    [Test]
    public async Task A_replayed_answer_says_so()
    {
        var caseworker = app.As("caseworker-1");
        var first = (await caseworker.Post("/programmes", Sample.Programme("REPLAY"), key: "k-1")).Succeeded();
        var again = (await caseworker.Post("/programmes", Sample.Programme("REPLAY"), key: "k-1")).Succeeded();
        Assert.That((first.Headers.ContainsKey("Idempotency-Replayed"), again.Headers["Idempotency-Replayed"], again.Text),
            Is.EqualTo((false, "true", first.Text)));
    }

    GrantsClient Client(string? person) => person is null ? app.With(null) : app.As(person);
}
