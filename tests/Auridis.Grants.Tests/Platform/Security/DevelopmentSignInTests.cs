using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.IdentityModel.Tokens;

namespace Auridis.Grants.Tests.Platform.Security;

/// <summary>The built-in issuer behaves as an OAuth server does, and gives nothing away to an address that it does not know.</summary>
[TestFixture]
public sealed class DevelopmentSignInTests() : ApiTests(DatabaseKind.Sqlite)
{
    const string Redirect = "http://localhost/swagger/oauth2-redirect.html";
    const string Verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";
    static readonly string Challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    [Test]
    public async Task A_person_is_chosen_and_the_token_is_theirs()
    {
        var code = await CodeFor("caseworker-1");

        using var answer = await Exchange(code);
        var token = (await Json(answer)).GetProperty("access_token").GetString();

        (await app.With(token).Post("/programmes", Sample.Programme("SIGNED-IN"))).Succeeded();
    }

    [Test]
    public async Task The_page_lists_the_staff_and_an_applicant_of_each_office()
    {
        using var answer = await app.With(null).Http.GetAsync(AuthorizeUrl());
        var page = await answer.Content.ReadAsStringAsync();

        Assert.That(Regex.Count(page, "<button", RegexOptions.None, TimeSpan.FromMinutes(1)), Is.EqualTo(17 + 91));
        Assert.That(page, Does.Contain("value=\"finance-2\"").And.Contain("value=\"applicant-05512000\""));
        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(),
            Does.Contain("; form-action 'self' http://localhost:* http://127.0.0.1:*; "), "a browser sends no form elsewhere");
    }

    [Test]
    public async Task The_page_and_the_README_say_what_each_role_may_do()
    {
        using var answer = await app.With(null).Http.GetAsync(AuthorizeUrl());
        var page = await answer.Content.ReadAsStringAsync();
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "README.md"));

        Assert.Multiple(() =>
        {
            Assert.That(Role.Rights.Keys, Is.EquivalentTo(Role.All));
            foreach (var (role, rights) in Role.Rights)
            {
                Assert.That(page, Does.Contain($"<h2 id=\"{role}\">{role}</h2>\n<p>May {rights}.</p>"), role);
                Assert.That(readme, Does.Contain($"| `{role}` | {rights} |"), role);
            }
        });
    }

    [Test]
    public async Task A_code_is_good_once()
    {
        var code = await CodeFor("funder-1");
        using var first = await Exchange(code);
        using var second = await Exchange(code);

        Assert.That((first.StatusCode, await Error(second)), Is.EqualTo((HttpStatusCode.OK, (HttpStatusCode.BadRequest, "invalid_grant"))));
    }

    [Test]
    public async Task A_code_is_worth_nothing_without_its_verifier()
    {
        using var answer = await Exchange(await CodeFor("funder-1"), verifier: Verifier + "x");

        Assert.That(await Error(answer), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_grant")));
    }

    [TestCase("https://elsewhere.example.org/swagger/oauth2-redirect.html")]
    [TestCase("http://localhost.elsewhere.example.org/")]
    [TestCase("javascript:alert(1)")]
    [TestCase("")]
    public async Task Nobody_is_sent_to_an_address_that_is_not_known(string redirect)
    {
        using var answer = await app.With(null).Http.GetAsync(AuthorizeUrl(redirect));

        Assert.That((answer.StatusCode, answer.Headers.Location), Is.EqualTo((HttpStatusCode.BadRequest, (Uri?)null)));
    }

    [TestCase("http://127.0.0.1:8765/callback")]
    [TestCase("http://localhost:3000/signed-in?from=grants")]
    public async Task A_program_on_the_own_machine_may_ask(string redirect)
    {
        using var answer = await app.With(null).Http.GetAsync(AuthorizeUrl(redirect));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Without_PKCE_the_client_is_told_so()
    {
        using var answer = await app.With(null).Http.GetAsync(AuthorizeUrl(method: "plain"));

        Assert.That(answer.Headers.Location?.ToString(),
            Does.StartWith(Redirect + "?error=invalid_request").And.EndsWith("&state=the-state"));
    }

    [Test]
    public async Task A_name_is_enough_for_curl()
    {
        using var answer = await Token(("grant_type", "password"), ("username", "auditor-1"));
        using var unknown = await Token(("grant_type", "password"), ("username", "nobody"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Error(unknown), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_grant")));
    }

    [Test]
    public async Task The_export_job_signs_in_with_its_secret_and_is_no_person()
    {
        using var http = app.With(null).Http;
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String("export-job:development-only"u8));
        using var answer = await http.PostAsync("/development/token", Form(("grant_type", "client_credentials")));
        var token = (await Json(answer)).GetProperty("access_token").GetString();
        using var wrong = await Token(("grant_type", "client_credentials"), ("client_id", "export-job"), ("client_secret", "guessed"));

        (await app.With(token).Get("/programmes")).Succeeded();
        Assert.That(await Error(wrong), Is.EqualTo((HttpStatusCode.Unauthorized, "invalid_client")));
        Assert.That(wrong.Headers.WwwAuthenticate.ToString(), Does.StartWith("Basic"));
    }

    [Test]
    public async Task The_published_key_verifies_the_tokens_and_has_no_private_part()
    {
        var keys = (await app.With(null).Get("/development/jwks")).Succeeded().Text;

        Assert.That(new JsonWebKeySet(keys).Keys.Single().HasPrivateKey, Is.False);
    }

    async Task<string> CodeFor(string person)
    {
        using var answer = await app.With(null).Http.PostAsync("/development/authorize", Form(
            ("response_type", "code"), ("client_id", "swagger-ui"), ("redirect_uri", Redirect), ("state", "the-state"),
            ("code_challenge", Challenge), ("code_challenge_method", "S256"), ("person", person)));
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        Assert.That(query["state"].ToString(), Is.EqualTo("the-state"));
        return query["code"].ToString();
    }

    Task<HttpResponseMessage> Exchange(string code, string verifier = Verifier) => Token(
        ("grant_type", "authorization_code"), ("code", code), ("client_id", "swagger-ui"), ("redirect_uri", Redirect),
        ("code_verifier", verifier));

    Task<HttpResponseMessage> Token(params (string Name, string Value)[] fields) =>
        app.With(null).Http.PostAsync("/development/token", Form(fields));

    static string AuthorizeUrl(string redirect = Redirect, string method = "S256") =>
        $"/development/authorize?response_type=code&client_id=swagger-ui&state=the-state&code_challenge={Challenge}"
        + $"&code_challenge_method={method}&redirect_uri={Uri.EscapeDataString(redirect)}";

    static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    static async Task<JsonElement> Json(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement;

    static async Task<(HttpStatusCode, string?)> Error(HttpResponseMessage answer) =>
        (answer.StatusCode, (await Json(answer)).GetProperty("error").GetString());
}
