using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using WireJson = Auridis.Grants.Api.Platform.Http.Json;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>What arrives when somebody makes a mistake, or means harm. Every refusal names its place and changes nothing.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
public sealed class BadInputTests(DatabaseKind kind)
{
    GrantsApp app = null!;
    long auditHead;

    [OneTimeSetUp]
    public async Task Start()
    {
        app = await GrantsApp.Start(kind);
        auditHead = await AuditHead();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    [TearDown]
    public async Task Nothing_has_changed() => Assert.That(await AuditHead(), Is.EqualTo(auditHead));

    /// <summary>A right request, spoilt in one place.</summary>
    [TestCase("terms.capPerSite", """{"amount":"100.001","currency":"EUR"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"100","currency":"EUR"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"100,00","currency":"EUR"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"1e5","currency":"EUR"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":100.00,"currency":"EUR"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"100.00","currency":"USD"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"100.00"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"100.00","currency":"EUR","cents":1}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", "100.00", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", "null", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"1000000000.00","currency":"EUR"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"99999999999999999999999999.00","currency":"EUR"}""", "invalid-value", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"-1.00","currency":"EUR"}""", "validation-failed", "/terms/capPerSite")]
    [TestCase("terms.capPerSite", """{"amount":"0.00","currency":"EUR"}""", "validation-failed", "/terms/capPerSite")]
    [TestCase("terms.title", "null", "invalid-value", "/terms/title")]
    [TestCase("terms.title", "7", "invalid-value", "/terms/title")]
    [TestCase("terms.title", "\"\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"   \"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"a\\u0000b\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"a\\u001bb\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"a\\nb\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"a\\ud800b\"", "invalid-value", "/terms/title")]
    [TestCase("terms.title", "\"a\\u202eb\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"a\\u200bb\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"a\\u2028b\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "\"\\u0301\"", "validation-failed", "/terms/title")]
    [TestCase("terms.title", "[\"a\"]", "invalid-value", "/terms/title")]
    [TestCase("terms.siteLimit", "\"12\"", "invalid-value", "/terms/siteLimit")]
    [TestCase("terms.siteLimit", "12.5", "invalid-value", "/terms/siteLimit")]
    [TestCase("terms.siteLimit", "99999999999999999999", "invalid-value", "/terms/siteLimit")]
    [TestCase("terms.siteLimit", "-1", "validation-failed", "/terms/siteLimit")]
    [TestCase("terms.opensOn", "\"26.09.2018\"", "invalid-value", "/terms/opensOn")]
    [TestCase("terms.opensOn", "\"2018-02-30\"", "invalid-value", "/terms/opensOn")]
    [TestCase("terms.opensOn", "20180926", "invalid-value", "/terms/opensOn")]
    [TestCase("terms.categories", "null", "invalid-value", "/terms/categories")]
    [TestCase("terms.categories", "{}", "invalid-value", "/terms/categories")]
    [TestCase("terms.categories", """[{"code":"personnel","title":5}]""", "invalid-value", "/terms/categories/0/title")]
    [TestCase("terms.categories", """[{"code":"personnel","titel":"x"}]""", "unknown-field", "/terms/categories/0/titel")]
    [TestCase("terms.categories", """[{"code":"personnel"}]""", "missing-field", "/terms/categories/0/title")]
    [TestCase("terms.categories", "[]", "validation-failed", "/terms/categories")]
    [TestCase("terms.categories", """[{"code":"Personnel","title":"x"}]""", "validation-failed", "/terms/categories/0/code")]
    [TestCase("terms", "null", "invalid-value", "/terms")]
    [TestCase("terms", "[]", "invalid-value", "/terms")]
    [TestCase("code", "\"lower case\"", "validation-failed", "/code")]
    [TestCase("Code", "\"X\"", "unknown-field", "/Code")]
    [TestCase("id", "\"00000000-0000-0000-0000-000000000000\"", "unknown-field", "/id")]
    public async Task A_wrong_value_is_named_by_its_place(string path, string json, string code, string place)
    {
        var refused = (await Caseworker.Post("/programmes", Spoilt(path, json))).Refused(400, code);
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo([place]), refused.Text);
        Assert.That(refused.Text, Does.Not.Contain("System.").And.Not.Contain("Auridis.Grants"));
    }

    [Test]
    public async Task Missing_fields_are_named_one_by_one()
    {
        var refused = (await Caseworker.Post("/programmes", "{}")).Refused(400, "missing-field");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EquivalentTo(["/code", "/terms"]));
    }

    [Test]
    public async Task A_field_that_stands_twice_is_refused() =>
        (await Caseworker.Post("/programmes",
            Spoilt("code", "\"FIRST\"").Replace("\"code\":", "\"code\":\"SECOND\",\"code\":", StringComparison.Ordinal)))
            .Refused(400, "invalid-value");

    [Test]
    public async Task Over_long_text_is_refused_with_the_length_that_fits()
    {
        var refused = (await Caseworker.Post("/programmes", Spoilt("terms.title", $"\"{new string('ä', 201)}\"")))
            .Refused(400, "validation-failed");
        var error = refused.Json.GetProperty("errors").EnumerateObject().Single();
        Assert.That((error.Name, error.Value.EnumerateArray().Single().GetString()),
            Is.EqualTo(("/terms/title", "The length of 'Title' must be 200 characters or fewer. You entered 201 characters.")));
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("{")]
    [TestCase("{\"code\":")]
    [TestCase("{\"code\":\"A\",}")]
    [TestCase("{'code':'A'}")]
    [TestCase("{\"code\":\"A\" /* comment */}")]
    [TestCase("not json")]
    public async Task What_is_no_json_is_malformed(string body) =>
        (await Caseworker.Post("/programmes", body)).Refused(400, "malformed-json");

    [Test]
    public async Task What_follows_the_document_is_malformed() =>
        (await Caseworker.Post("/programmes", Spoilt("code", "\"TWO\"") + " {}")).Refused(400, "malformed-json");

    [TestCase("[]")]
    [TestCase("7")]
    [TestCase("\"text\"")]
    public async Task What_is_no_object_has_the_wrong_type(string body)
    {
        var refused = (await Caseworker.Post("/programmes", body)).Refused(400, "invalid-value");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.Empty);
    }

    [Test]
    public async Task Deep_nesting_is_refused_where_it_leaves_what_is_known() =>
        (await Caseworker.Post("/programmes", string.Concat(Enumerable.Repeat("{\"terms\":", 10_000)))).Refused(400, "unknown-field");

    [Test]
    public async Task A_syntax_error_is_told_in_both_languages_with_its_position()
    {
        var english = (await Caseworker.Post("/programmes", "{\"code\":\"A\",}", language: "en")).Refused(400, "malformed-json");
        var german = (await Caseworker.Post("/programmes", "{\"code\":\"A\",}", language: "de-DE,de;q=0.9,en;q=0.5"))
            .Refused(400, "malformed-json");
        Assert.Multiple(() =>
        {
            Assert.That(english["detail"], Does.Contain("line 1, byte 13"));
            Assert.That(german["detail"], Does.Contain("Zeile 1, Byte 13"));
            Assert.That((english["title"], german["title"]), Is.EqualTo(("Malformed JSON", "Fehlerhaftes JSON")));
        });
    }

    [TestCase("en", "greater than 0.00")]
    [TestCase("de", "größer als 0,00")]
    public async Task A_rule_is_told_in_the_language_of_the_request(string language, string text)
    {
        var refused = (await Caseworker.Post("/programmes", Spoilt("terms.budget", """{"amount":"0.00","currency":"EUR"}"""),
            language: language)).Refused(400, "validation-failed");
        Assert.That(refused.Json.GetProperty("errors").GetProperty("/terms/budget")[0].GetString(), Does.Contain(text));
    }

    [TestCase("terms.closesOn", "\"2018-09-25\"", "/terms/closesOn", "2018-09-26")]
    [TestCase("terms.fundingStartsOn", "\"2018-11-30\"", "/terms/fundingStartsOn", "2018-11-30")]
    [TestCase("terms.fundingEndsOn", "\"2018-12-31\"", "/terms/fundingEndsOn", "2019-01-01")]
    public async Task A_day_that_bounds_another_is_written_as_the_caller_writes_days(string path, string json, string place, string bound)
    {
        foreach (var language in (string[])["en", "de"])
        {
            var refused = (await Caseworker.Post("/programmes", Spoilt(path, json), language: language)).Refused(400, "validation-failed");
            Assert.That(refused.Json.GetProperty("errors").GetProperty(place)[0].GetString(), Does.Contain($"'{bound}'"));
        }
    }

    [TestCase("terms.lotCommitment", "\"ABC\"", "/terms/lotCommitment", "A SHA-256 has 64 hexadecimal digits, the letters small.",
        "Ein SHA-256 hat 64 hexadezimale Ziffern, die Buchstaben klein.")]
    [TestCase("terms.areaPrefixes", "[\"5\"]", "/terms/areaPrefixes/0", "An area prefix has 2 to 8 digits.",
        "Ein Gebietspräfix hat 2 bis 8 Ziffern.")]
    [TestCase("code", "\"2018 A\"", "/code",
        "A programme's code has capital letters, digits and, between them, hyphens: up to 20 characters.",
        "Der Code eines Programms hat Großbuchstaben, Ziffern und dazwischen Bindestriche: bis zu 20 Zeichen.")]
    public Task The_format_of_a_programme_s_texts_is_told(string path, string json, string place, string english, string german) =>
        IsTold("/programmes", Spoilt(path, json), place, english, german);

    [TestCase("youth-offices/{0}/bank-accounts", """{"iban":"DE89370400440532013000","holder":"Stadtkasse","bic":"COBADEF"}""", "/bic",
        "A BIC has 8 or 11 capital letters and digits; the fifth and sixth are letters, the country.",
        "Eine BIC hat 8 oder 11 Großbuchstaben und Ziffern; die fünfte und sechste Stelle sind Buchstaben, das Land.")]
    [TestCase("applications/{0}/reviews", """{"subject":"reviewer-1","issuer":"https://id.example.org#1"}""", "/issuer",
        "An issuer has no #.", "Ein Aussteller enthält kein #.")]
    public Task The_format_of_other_texts_is_told_as_well(string path, string body, string place, string english, string german) =>
        IsTold("/" + string.Format(CultureInfo.InvariantCulture, path, Guid.Empty), body, place, english, german);

    async Task IsTold(string path, string body, string place, string english, string german)
    {
        foreach (var (language, text) in new[] { ("en", english), ("de", german) })
        {
            var refused = (await Caseworker.Post(path, body, language: language)).Refused(400, "validation-failed");
            Assert.That(refused.Json.GetProperty("errors").GetProperty(place).EnumerateArray().Select(error => error.GetString()),
                Is.EqualTo([text]));
        }
    }

    [TestCase("\"2018-10-01\"")]
    [TestCase("\"2018-10-01T10:00:00\"")]
    [TestCase("\"yesterday\"")]
    [TestCase("1538388000")]
    [TestCase("null")]
    public async Task A_time_has_a_zone(string time)
    {
        var refused = (await Caseworker.Put("/clock", $$"""{"now":{{time}}}""")).Refused(400, "invalid-value");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo("/now"));
    }

    [TestCase("1618-05-23T10:00:00Z")]
    [TestCase("0001-01-01T00:00:00Z")]
    [TestCase("9999-12-31T23:59:59Z")]
    public async Task A_time_outside_the_centuries_is_refused(string time)
    {
        var refused = (await Caseworker.Put("/clock", new { now = time })).Refused(400, "validation-failed");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo("/now"));
    }

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
        using var request = new HttpRequestMessage(HttpMethod.Post,
            "/programmes") { Content = new StringContent(Spoilt("code", "\"TWO-KEYS\""), Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", ["a", "b"]);
        using var response = await Caseworker.Http.SendAsync(request);
        await Refused(response, 400, "invalid-idempotency-key");
    }

    [Test]
    public async Task No_body_at_all_is_refused()
    {
        using var response = await Caseworker.Http.PostAsync("/programmes", null);
        await Refused(response, 400, "malformed-json");
    }

    [Test]
    public async Task Bytes_that_are_no_text_are_an_invalid_value()
    {
        using var content = new ByteArrayContent([.. "{\"code\":\""u8, 0xff, 0xfe, .. "\"}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await Caseworker.Http.PostAsync("/programmes", content);
        await Refused(response, 400, "invalid-value");
    }

    [TestCase("application/xml")]
    [TestCase("text/html")]
    [TestCase("application/json;q=0")]
    [TestCase("*/*, application/json;q=0")]
    public async Task Who_does_not_accept_json_is_told_so_before_anything_happens(string accept)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, "/programmes") { Content = new StringContent(Spoilt("code", "\"OTHER\""), Encoding.UTF8, "application/json") };
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

    [TestCase("/programmes/7")]
    [TestCase("/programmes/018f0000-0000-7000-8000-00000000000g")]
    [TestCase("/programmes/018f0000-0000-7000-8000-000000000000")]
    [TestCase("/no-such-thing")]
    [TestCase("/programmes/../../etc/passwd")]
    public async Task What_is_not_there_is_not_found(string path) => (await Caseworker.Get(path)).Refused(404, "not-found");

    [TestCase("limit=0", 400, "validation-failed", "/limit")]
    [TestCase("limit=201", 400, "validation-failed", "/limit")]
    [TestCase("limit=-1", 400, "validation-failed", "/limit")]
    [TestCase("limit=many", 400, "invalid-value", "/limit")]
    [TestCase("limit=99999999999", 400, "invalid-value", "/limit")]
    public async Task A_page_has_1_to_200_items(string query, int status, string code, string place)
    {
        var refused = (await Caseworker.Get("/programmes?" + query)).Refused(status, code);
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo(place));
        Assert.That(refused.Text, Does.Not.Contain("Nullable").And.Not.Contain("Int32"));
    }

    [TestCase("/applications?status=drafted", "validation-failed", "/status")]
    [TestCase("/reviews?status=", "validation-failed", "/status")]
    [TestCase("/youth-offices?kind=Kreis", "validation-failed", "/kind")]
    [TestCase("/disbursements?status=draft", "validation-failed", "/status")]
    [TestCase("/applications?officeAgs=4711", "validation-failed", "/officeAgs")]
    [TestCase("/spending-reports?officeAgs=", "validation-failed", "/officeAgs")]
    [TestCase("/youth-offices?ags=05512000&ags=05513000", "validation-failed", "/ags")]
    [TestCase("/awards?state=offered", "unknown-parameter", "/state")]
    [TestCase("/youth-offices?AGS=05512000&name=Bottrop", "unknown-parameter", "/name")]
    [TestCase("/programmes?offset=50", "unknown-parameter", "/offset")]
    public async Task A_filter_that_cannot_be_meant_is_refused(string path, string code, string place)
    {
        var refused = (await Caseworker.Get(path)).Refused(400, code);
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo(place));
    }

    [TestCase("/applications?STATUS=draft&limit=1")]
    [TestCase("/youth-offices?kind=county&governmentDistrict=Münster")]
    [TestCase("/spending-reports?overdue=true&status=due")]
    public async Task A_filter_that_is_known_is_taken(string path) => (await Caseworker.Get(path)).Succeeded();

    [TestCase("x")]
    [TestCase("AAAAAAAAAAAA")]
    [TestCase("_________98")]
    [TestCase("' or 1=1 --")]
    public async Task A_cursor_of_another_make_is_refused(string cursor) =>
        (await Caseworker.Get($"/programmes?cursor={Uri.EscapeDataString(cursor)}")).Refused(400, "invalid-cursor");

    [TestCase(null, 428, "if-match-missing")]
    [TestCase("*", 400, "invalid-if-match")]
    [TestCase("W/\"1\"", 400, "invalid-if-match")]
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

    [TestCase("with space")]
    [TestCase("ü")]
    [TestCase("129")]
    public async Task An_odd_idempotency_key_is_refused(string key) =>
        (await Caseworker.Post("/programmes", Spoilt("code", "\"KEY\""), key: key == "129" ? new string('k', 129) : key))
            .Refused(400, "invalid-idempotency-key");

    [TestCase("expired")]
    [TestCase("not yet valid")]
    [TestCase("another key")]
    [TestCase("another issuer")]
    [TestCase("another audience")]
    [TestCase("no signature")]
    [TestCase("a shared secret")]
    [TestCase("changed after signing")]
    [TestCase("no token but a word")]
    [TestCase("no token at all")]
    public async Task A_token_that_is_not_ours_is_refused(string kindOfToken)
    {
        var refused = (await app.With(Token(kindOfToken)).Post("/programmes", Sample.Programme("FORGED"))).Refused(401, "unauthenticated");
        Assert.That(refused.Headers["WWW-Authenticate"], Does.StartWith("Bearer"));
    }

    [Test]
    public async Task The_token_that_the_forgeries_start_from_is_right() => (await app.With(Token("right")).Get("/programmes")).Succeeded();

    [Test]
    public async Task A_body_of_20_MB_is_too_large([Values] bool chunked)
    {
        await using var server = await GrantsApp.Listen(kind);
        using var connection = new TcpClient();
        await connection.ConnectAsync(server.Address.Host, server.Address.Port);
        var token = server.Services.GetRequiredService<DevelopmentIssuer>().TokenFor(DemoPersons.Find("caseworker-1")!);
        var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /programmes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n"
            + (chunked ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: 20000000\r\n\r\n")));

        // The server answers as soon as it knows, and need not read the rest: both go on at once.
        var answer = ReadAnswer(stream);
        try
        {
            await stream.WriteAsync(chunked ? Encoding.ASCII.GetBytes("1312d00\r\n{\"code\":\"") : "{\"code\":\""u8.ToArray());
            var piece = Enumerable.Repeat((byte)'A', 64 * 1024).ToArray();
            for (var sent = 0; sent < 19_900_000 && !answer.IsCompleted; sent += piece.Length)
                await stream.WriteAsync(piece);
        }
        catch (IOException)
        {
            // It has hung up on the rest.
        }
        var text = await answer;
        Assert.That(text, Does.StartWith("HTTP/1.1 413 ").And.Contain("application/problem+json")
            .And.Contain("\"code\":\"content-too-large\""));
    }

    static async Task<string> ReadAnswer(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (!text.ToString().Contains("\"code\"", StringComparison.Ordinal) && await stream.ReadAsync(buffer) is var count and > 0)
                text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }
        catch (IOException)
        {
            // What has come until then is the answer.
        }
        return text.ToString();
    }

    GrantsClient Caseworker => app.As("caseworker-1");

    Task<long> AuditHead() => app.Db.Read(session => session.One<long>("select Seq from AuditHead"), CancellationToken.None);

    /// <summary>The right request with another value at one place.</summary>
    static string Spoilt(string path, string json)
    {
        var body = JsonSerializer.SerializeToNode(Sample.Programme("SPOILT"), WireJson.Options)!;
        var parts = path.Split('.');
        var parent = parts.SkipLast(1).Aggregate(body, (node, name) => node[name]!).AsObject();
        parent[parts[^1]] = JsonValue.Create("@value@");
        return body.ToJsonString(WireJson.Options).Replace("\"@value@\"", json, StringComparison.Ordinal);
    }

    static async Task Refused(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType),
            Is.EqualTo((status, "application/problem+json")), text);
        Assert.That(JsonDocument.Parse(text).RootElement.GetProperty("code").GetString(), Is.EqualTo(code));
    }

    string? Token(string kindOfToken)
    {
        var ours = app.Services.GetRequiredService<DevelopmentIssuer>();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (kindOfToken == "no token at all")
            return null;
        if (kindOfToken == "no token but a word")
            return "nonsense";
        using var otherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = kindOfToken == "another issuer" ? "https://issuer.example" : DevelopmentIssuer.Issuer,
            Audience = kindOfToken == "another audience" ? "another-api" : "auridis-grants",
            IssuedAt = now.AddHours(-2),
            NotBefore = kindOfToken == "not yet valid" ? now.AddHours(1) : now.AddHours(-2),
            Expires = kindOfToken == "expired" ? now.AddMinutes(-2) : now.AddHours(2),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = "caseworker-1",
                ["roles"] = new[] { "caseworker" } },
            SigningCredentials = kindOfToken switch
            {
                "another key" => new(new ECDsaSecurityKey(otherKey) { KeyId = "development" }, SecurityAlgorithms.EcdsaSha256),
                // The public key, which everybody knows, as the secret of a symmetric algorithm: the classic confusion.
                "a shared secret" => new(new SymmetricSecurityKey(((ECDsaSecurityKey)ours.Key).ECDsa.ExportSubjectPublicKeyInfo()),
                    SecurityAlgorithms.HmacSha256),
                _ => new(ours.Key, SecurityAlgorithms.EcdsaSha256),
            },
        };
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
        var parts = token.Split('.');
        return kindOfToken switch
        {
            "no signature" => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            "changed after signing" => $"{parts[0]}.{Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("caseworker", "admin", StringComparison.Ordinal))}.{parts[2]}",
            _ => token,
        };
    }
}
