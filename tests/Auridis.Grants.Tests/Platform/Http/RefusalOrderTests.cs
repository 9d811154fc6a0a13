using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>What is wrong first is said first, and what the framework refuses keeps its status.</summary>
[TestFixture]
public sealed class RefusalOrderTests
{
    readonly LogRecorder logged = new();
    GrantsApp app = null!;
    string programme = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        app = await GrantsApp.Start(DatabaseKind.Sqlite, builder => builder.Logging.AddProvider(logged), api =>
        {
            api.MapGet("/refused-by-the-framework/{status:int}", (int status) => { throw new BadHttpRequestException("no", status); })
                .AllowAnonymous();
            api.MapGet("/left", (HttpContext http) => { http.Abort(); throw new InvalidTimeZoneException("the driver's own"); })
                .AllowAnonymous();
        });
        programme = (await app.As("caseworker-1").Post("/programmes", Sample.Programme("ORDER"))).Succeeded().Location!;
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await app.DisposeAsync();
        logged.Dispose();
    }

    /// <summary>Each request has all the faults from its own on; the first one is told.</summary>
    [TestCase("text/plain", null, "text/html", null, 415, "unsupported-media-type")]
    [TestCase("application/json", null, "text/html", null, 401, "unauthenticated")]
    [TestCase("application/json", "funder-1", "text/html", null, 403, "forbidden")]
    [TestCase("application/json", "caseworker-1", "text/html", null, 406, "not-acceptable")]
    [TestCase("application/json; charset=foo", "caseworker-1", "*/*", null, 415, "unsupported-media-type")]
    [TestCase("application/json; charset=utf-16", "caseworker-1", "*/*", "\"1\"", 415, "unsupported-media-type")]
    [TestCase("application/json", "caseworker-1", "*/*", null, 428, "if-match-missing")]
    [TestCase("application/json", "caseworker-1", "*/*", "1", 400, "invalid-if-match")]
    [TestCase("application/json; charset=\"UTF-8\"", "caseworker-1", "*/*", "\"9\"", 400, "malformed-json")]
    public async Task Of_several_faults_the_first_is_told(string contentType, string? person, string accept, string? ifMatch, int status,
        string code) =>
        Assert.That(await Put(contentType, person, accept, ifMatch, "{"), Is.EqualTo((status, code)));

    [Test]
    public async Task A_missing_key_is_told_before_a_body_that_cannot_be_read()
    {
        var seed = await SeededAward.Insert(app.Db);
        (await app.As(seed.Applicant).Post($"/awards/{seed.Id}/disbursements", "{")).Refused(400, "idempotency-key-missing");
        (await app.As(seed.Applicant).Post($"/awards/{seed.Id}/disbursements", "{", key: "with space"))
            .Refused(400, "invalid-idempotency-key");
        (await app.As(seed.Applicant).Post($"/awards/{seed.Id}/disbursements", "{", key: "k-1")).Refused(400, "malformed-json");
    }

    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/json;charset=UTF-8, text/html;q=0.1")]
    [TestCase("text/html, application/json;version=1")]
    public async Task Parameters_make_no_other_type(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/programmes");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await app.As("caseworker-1").Http.SendAsync(request);
        Assert.That((int)response.StatusCode, Is.EqualTo(200));
    }

    [TestCase(400, "invalid-request")]
    [TestCase(408, "request-timeout")]
    [TestCase(412, "invalid-request")]
    [TestCase(413, "content-too-large")]
    [TestCase(416, "invalid-request")]
    [TestCase(431, "invalid-request")]
    public async Task What_the_framework_refuses_keeps_its_status(int status, string code)
    {
        using var response = await app.With(null).Http.GetAsync($"/refused-by-the-framework/{status}");
        Assert.That(((int)response.StatusCode, await Code(response)), Is.EqualTo((status, code)));
    }

    [Test]
    public async Task Who_hangs_up_is_no_error_of_the_server()
    {
        Assert.That(async () => await app.With(null).Http.GetAsync("/left"), Throws.Exception);
        (await app.As("auditor-1").Get("/clock")).Succeeded();
        Assert.That(logged.Lines, Is.Empty);
    }

    async Task<(int, string)> Put(string contentType, string? person, string accept, string? ifMatch, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, programme)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var response = await (person is null ? app.With(null) : app.As(person)).Http.SendAsync(request);
        return ((int)response.StatusCode, await Code(response));
    }

    static async Task<string> Code(HttpResponseMessage response) =>
        System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()!;
}
