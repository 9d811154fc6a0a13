using System.Net;
using System.Text;
using System.Text.Json;

namespace Auridis.Grants.Tests.Platform.Security;

/// <summary>
/// Whatever is sent to the built-in issuer, it is the sender's fault: 400 as OAuth says it (RFC 6749, section 5.2), never 500.
/// </summary>
[TestFixture]
[CancelAfter(300_000)]
public sealed class DevelopmentFormTests() : ApiTests(DatabaseKind.Sqlite)
{
    const string Form = "application/x-www-form-urlencoded";
    const string Right = "grant_type=password&username=auditor-1";
    const string Redirect = "http://localhost/swagger/oauth2-redirect.html";

    /// <summary>A sign-in that is right but for what is added to it.</summary>
    const string SignIn = "response_type=code&client_id=swagger-ui&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2F&state=s"
        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256&person=auditor-1";

    static readonly TestCaseData[] Unreadable =
    [
        Case("no type at all", null, Right),
        Case("a type that is none", "form", Right),
        Case("JSON", "application/json", """{"grant_type":"password","username":"auditor-1"}"""),
        Case("text", "text/plain", Right),
        Case("parts without a boundary", "multipart/form-data", Right),
        Case("parts with an empty boundary", "multipart/form-data; boundary=", Right),
        Case("parts that do not end", "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"grant_type\"\r\n\r\npass"),
        Case("parts", "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"grant_type\"\r\n\r\npassword\r\n--x--\r\n"),
        Case("UTF-7", Form + "; charset=utf-7", Right),
        Case("UTF-7 in quotes", Form + "; charset=\"utf-7\"", Right),
        Case("UTF-16", Form + "; charset=utf-16", Right),
        Case("a charset that nobody knows", Form + "; charset=klingon", Right),
        Case("a charset without a name", Form + "; charset=", Right),
        Case("NUL in a value", Form, Right + "%00"),
        Case("NUL in a name", Form, Right + "&%00=x"),
        Case("too many fields", Form, Right + string.Concat(Enumerable.Range(0, 1024).Select(number => $"&f{number}=x"))),
        Case("too long a name", Form, Right + "&" + new string('k', 3000) + "=x"),
        Case("too long a value", Form, Right + "&value=" + new string('v', 5 * 1024 * 1024)),
    ];

    static readonly TestCaseData[] Refused =
    [
        Case("nothing", Form, "").Returns("invalid_request"),
        Case("no grant_type", Form, "username=auditor-1").Returns("invalid_request"),
        Case("an empty grant_type", Form, "grant_type=&username=auditor-1").Returns("invalid_request"),
        Case("grant_type twice", Form, Right + "&grant_type=password").Returns("invalid_request"),
        Case("grant_type in two spellings", Form, Right + "&GRANT_TYPE=password").Returns("invalid_request"),
        Case("username twice", Form, Right + "&username=finance-1").Returns("invalid_request"),
        Case("code twice", Form, "grant_type=authorization_code&code=a&code=b").Returns("invalid_request"),
        Case("client_secret twice", Form, "grant_type=client_credentials&client_id=export-job&client_secret=a&client_secret=b")
            .Returns("invalid_request"),
        Case("another grant", Form, "grant_type=refresh_token&refresh_token=x").Returns("unsupported_grant_type"),
        Case("half a percent sign", Form, "grant_type=password%&username=auditor-1").Returns("unsupported_grant_type"),
        Case("bytes that are no UTF-8", Form, "grant_type=password&username=%FF%FE").Returns("invalid_grant"),
        Case("no username", Form, "grant_type=password").Returns("invalid_grant"),
        Case("a code with a verifier that is not ASCII", Form, "grant_type=authorization_code&code=x&code_verifier=%C3%A4")
            .Returns("invalid_grant"),
    ];

    [TestCaseSource(nameof(Unreadable))]
    public async Task A_form_that_cannot_be_read_gets_no_token(string? type, string body)
    {
        using var answer = await Post("/development/token", type, Encoding.UTF8.GetBytes(body));

        Assert.That(await Error(answer), Is.EqualTo("invalid_request"));
        Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
    }

    [TestCaseSource(nameof(Unreadable))]
    public async Task A_form_that_cannot_be_read_signs_nobody_in(string? type, string body)
    {
        using var answer = await Post("/development/authorize", type, Encoding.UTF8.GetBytes(body));

        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType),
            Is.EqualTo((HttpStatusCode.BadRequest, "text/html")));
    }

    [TestCaseSource(nameof(Refused))]
    public async Task<string?> A_form_that_asks_for_something_else_is_refused_with_the_code_of_OAuth(string? type, string body)
    {
        using var answer = await Post("/development/token", type, Encoding.UTF8.GetBytes(body));

        return await Error(answer);
    }

    [TestCase(Form)]
    [TestCase(Form + "; charset=utf-8")]
    [TestCase(Form + "; charset=\"UTF-8\"")]
    [TestCase("Application/X-WWW-Form-Urlencoded")]
    public async Task The_form_that_these_start_from_is_right(string type)
    {
        using var answer = await Post("/development/token", type, Encoding.UTF8.GetBytes(Right + "&ignored=1&ignored=2"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("state=t")]
    [TestCase("person=finance-1")]
    [TestCase("code_challenge_method=S256")]
    public async Task A_parameter_that_comes_twice_signs_nobody_in(string again)
    {
        using var posted = await Post("/development/authorize", Form, Encoding.UTF8.GetBytes($"{SignIn}&{again}"));
        using var asked = await app.With(null).Http.GetAsync(new Uri($"/development/authorize?{SignIn}&{again}", UriKind.Relative));

        foreach (var answer in new[] { posted, asked })
        {
            Assert.That(answer.Headers.Location?.ToString(), Does.StartWith("http://localhost:3000/?error=invalid_request")
                .And.Contain(Uri.EscapeDataString(again[..again.IndexOf('=', StringComparison.Ordinal)])));
        }
    }

    [TestCase("http://localhost:3000/%0D%0ASet-Cookie:x=1")]
    [TestCase("http://localhost:3000/%00")]
    [TestCase("http://localhost:3000/%C3%A4")]
    [TestCase("http://localhost:3000/%F0%9F%98%80")]
    [TestCase("http://localhost:3000/a b")]
    [TestCase("http://localhost:99999/")]
    [TestCase("http://[::1")]
    public async Task Nobody_is_sent_to_what_is_no_URI(string redirect)
    {
        var request = SignIn.Replace("http%3A%2F%2Flocalhost%3A3000%2F", redirect.Replace(' ', '+'), StringComparison.Ordinal);
        using var posted = await Post("/development/authorize", Form, Encoding.UTF8.GetBytes(request));
        using var asked = await app.With(null).Http.GetAsync(new Uri($"/development/authorize?{request}", UriKind.Relative));

        Assert.That((posted.StatusCode, posted.Headers.Location, asked.StatusCode, asked.Headers.Location),
            Is.EqualTo((HttpStatusCode.BadRequest, (Uri?)null, HttpStatusCode.BadRequest, (Uri?)null)));
    }

    [TestCase("%00%0D%0A")]
    [TestCase("%F0%9F%98%80")]
    [TestCase("%FF")]
    public async Task A_state_of_any_characters_comes_back_encoded(string state)
    {
        var request = SignIn.Replace("state=s", $"state={state}", StringComparison.Ordinal)
            .Replace("S256", "plain", StringComparison.Ordinal);
        using var asked = await app.With(null).Http.GetAsync(new Uri($"/development/authorize?{request}", UriKind.Relative));

        Assert.That(asked.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(asked.Headers.Location!.OriginalString, Does.StartWith("http://localhost:3000/?error=invalid_request")
            .And.Contain("&state=%").And.Match("^[!-~]+$"));
    }

    [TestCase("Basic")]
    [TestCase("Basic ")]
    [TestCase("Basic !")]
    [TestCase("Basic OjpBQSUlJTo=")]
    [TestCase("Basic //79")]
    [TestCase("Basic JTAwOiUwMA==")]
    [TestCase("Bearer x")]
    public async Task A_client_that_cannot_say_who_it_is_is_refused(string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/development/token");
        request.Content = new StringContent("grant_type=client_credentials", Encoding.UTF8, Form);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var answer = await app.With(null).Http.SendAsync(request);

        Assert.That((answer.StatusCode, await Error(answer, 401)), Is.EqualTo((HttpStatusCode.Unauthorized, "invalid_client")));
    }

    [Test]
    public async Task A_body_over_the_limit_of_the_server_is_refused_as_OAuth_says_it()
    {
        await using var listening = await GrantsApp.Listen(DatabaseKind.Sqlite);
        using var content = new StringContent(Right + "&value=" + new string('v', 5 * 1024 * 1024), Encoding.UTF8, Form);
        using var answer = await listening.With(null).Http.PostAsync("/development/token", content);

        Assert.That(await Error(answer), Is.EqualTo("invalid_request"));
    }

    /// <summary>Names that it knows and others, with what breaks readers of forms, put together at random; the same each time.</summary>
    [Test]
    public async Task No_form_of_many_breaks_it([Range(1, 4)] int seed)
    {
        var random = new Random(seed);
        for (var number = 0; number < 250; number++)
        {
            var (type, body) = (AnyType(random), AnyBody(random));
            using var token = await Post("/development/token", type, body);
            using var person = await Post("/development/authorize", type, body);
            using var page = await app.With(null).Http.GetAsync(
                new Uri("/development/authorize?" + Uri.EscapeDataString(Encoding.Latin1.GetString(body)[..Math.Min(body.Length, 500)])
                    .Replace("%3D", "=", StringComparison.Ordinal).Replace("%26", "&", StringComparison.Ordinal), UriKind.Relative));

            var what = $"{type}: {Encoding.Latin1.GetString(body)}";
            if (token.StatusCode != HttpStatusCode.OK)
                Assert.That(await Error(token, (int)token.StatusCode), Is.Not.Empty, what);
            Assert.That((int)token.StatusCode, Is.AnyOf(200, 400, 401), what);
            Assert.That((int)person.StatusCode, Is.AnyOf(302, 400), what);
            Assert.That((int)page.StatusCode, Is.AnyOf(200, 302, 400), what);
        }
    }

    static string? AnyType(Random random) => random.Next(4) == 0
        ? random.GetItems([null, "", "text/plain", "multipart/form-data", "multipart/form-data; boundary=\"", Form + "; charset=utf-7",
            Form + ";charset=\0", "application/json", Form + ";;;", "*/*", new string('x', 300)], 1)[0]
        : Form;

    static byte[] AnyBody(Random random)
    {
        string?[] names = ["grant_type", "code", "client_id", "redirect_uri", "response_type", "state", "code_challenge", "person",
            "username", "code_challenge_method", "", "\0", "%00", "%", "%zz", "ä", "GRANT_TYPE", new string('n', 2100)];
        string?[] values = ["password", "authorization_code", "client_credentials", "swagger-ui", Redirect, "http://localhost/\r\n", "code",
            "S256", "auditor-1", "applicant-05512000", "", "%", "%0", "%00", "%FF", "%C3", "\u0001", "\ud83d\ude00", "%F0%9F%98%80", "+",
            "a=b=c", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", new string('v', 5000)];
        var text = string.Join(random.Next(8) == 0 ? ";" : "&", Enumerable.Range(0, random.Next(9))
            .Select(_ => $"{random.GetItems(names, 1)[0]}={random.GetItems(values, 1)[0]}"));
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0 && random.Next(3) == 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    async Task<HttpResponseMessage> Post(string path, string? type, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        if (type is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await app.With(null).Http.SendAsync(request);
    }

    /// <summary>The code of an error in OAuth's form: JSON with <c>error</c> and, in ASCII, <c>error_description</c>.</summary>
    static async Task<string?> Error(HttpResponseMessage answer, int status = 400)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType),
            Is.EqualTo((status, "application/json")), text);
        var json = JsonDocument.Parse(text).RootElement;
        Assert.That(json.GetProperty("error_description").GetString(), Does.Match(@"^[ -!#-\[\]-~]+$"));
        return json.GetProperty("error").GetString();
    }

    static TestCaseData Case(string name, string? type, string body) => new TestCaseData(type, body).SetArgDisplayNames(name);
}
