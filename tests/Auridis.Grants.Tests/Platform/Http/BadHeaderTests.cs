using System.Text;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>Headers that say something else than the request can be, or nothing where something is needed.</summary>
public sealed class BadHeaderTests(DatabaseKind kind) : BadInputFixture(kind)
{
    [TestCase("text/plain")]
    [TestCase("application/xml")]
    [TestCase("application/x-www-form-urlencoded")]
    public async Task Another_content_type_is_refused(string mediaType)
    {
        using var content = new StringContent("{}", Encoding.UTF8, mediaType);
        using var response = await Caseworker.Http.PostAsync("/programmes", content);
        await Refused(response, 415, "unsupported-media-type");
    }

    [Test]
    public async Task A_compressed_body_is_refused()
    {
        using var content = new StringContent(Spoilt("code", "\"ENCODED\""), Encoding.UTF8, "application/json");
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await Caseworker.Http.PostAsync("/programmes", content);
        Assert.That(response.Headers.TryGetValues("Accept-Encoding", out var codings) ? codings : [], Is.EqualTo(["identity"]));
        await Refused(response, 415, "unsupported-media-type");
    }

    [Test]
    public async Task An_idempotency_key_stands_once()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/programmes")
        {
            Content = new StringContent(Spoilt("code", "\"TWO-KEYS\""), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", ["a", "b"]);
        using var response = await Caseworker.Http.SendAsync(request);
        await Refused(response, 400, "invalid-idempotency-key");
    }

    [TestCase("with space")]
    [TestCase("ü")]
    [TestCase("129")]
    public async Task An_odd_idempotency_key_is_refused(string key) =>
        (await Caseworker.Post("/programmes", Spoilt("code", "\"KEY\""), key: key == "129" ? new string('k', 129) : key))
            .Refused(400, "invalid-idempotency-key");

    [TestCase("application/xml")]
    [TestCase("text/html")]
    [TestCase("application/json;q=0")]
    [TestCase("*/*, application/json;q=0")]
    public async Task Who_does_not_accept_json_is_told_so_before_anything_happens(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/programmes")
        {
            Content = new StringContent(Spoilt("code", "\"OTHER\""), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await Caseworker.Http.SendAsync(request);
        await Refused(response, 406, "not-acceptable");
    }

    [TestCase("*/*")]
    [TestCase("application/*")]
    [TestCase("text/html, application/json;q=0.5")]
    [TestCase("nonsense")]
    public async Task Who_accepts_json_somehow_is_answered(string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/programmes");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await Caseworker.Http.SendAsync(request);
        Assert.That((int)response.StatusCode, Is.EqualTo(200));
    }

    [TestCase(null, 428, "if-match-missing")]
    [TestCase("*", 400, "invalid-if-match")]
    [TestCase("W/1", 400, "invalid-if-match")]
    [TestCase("W/\"9\"", 412, "stale-version")]
    [TestCase("\"1\", \"2\"", 400, "invalid-if-match")]
    [TestCase("\"-1\"", 400, "invalid-if-match")]
    [TestCase("\"01\"", 400, "invalid-if-match")]
    [TestCase("\"99999999999\"", 400, "invalid-if-match")]
    [TestCase("\"9\"", 412, "stale-version")]
    public async Task A_change_names_the_version_that_was_seen(string? ifMatch, int status, string code)
    {
        var programme = (await Caseworker.Get("/programmes")).Json.GetProperty("items")[0].GetProperty("id").GetString();
        (await Caseworker.Put($"/programmes/{programme}", new { terms = Sample.Terms }, ifMatch)).Refused(status, code);
    }
}
