using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>The page of the built-in issuer: plain HTML, usable with the keyboard and with a screen reader, without scripts.</summary>
static class SignInPage
{
    /// <summary>A button for each person; pressing one signs in.</summary>
    public static IResult Choice(HttpContext http, AuthorizationRequest request, IEnumerable<DemoPerson> applicants) =>
        Page(http, StatusCodes.Status200OK, $"""
        <h1>Sign in to Auridis.Grants</h1>
        <p>This server runs in Development. Choose who you want to be; there is no password.
        To act as somebody else, log out in Swagger UI and sign in again.</p>
        <form method="post" action="{Encode(http.Request.PathBase + "/development/authorize")}">
        {Hidden("response_type", request.ResponseType)}
        {Hidden("client_id", request.ClientId)}
        {Hidden("redirect_uri", request.RedirectUri)}
        {Hidden("state", request.State)}
        {Hidden("code_challenge", request.Challenge)}
        {Hidden("code_challenge_method", request.ChallengeMethod)}
        <section aria-labelledby="staff">
        <h2 id="staff">Staff</h2>
        {Buttons(DemoPersons.Staff)}
        </section>
        <section aria-labelledby="applicants">
        <h2 id="applicants">Applicants, by Jugendamt</h2>
        {Buttons(applicants)}
        </section>
        </form>
        """);

    /// <summary>Says why nobody can sign in from here. The client's address is not trusted, so nobody is sent there.</summary>
    public static IResult Refusal(HttpContext http, string reason) => Page(http, StatusCodes.Status400BadRequest, $"""
        <h1>Signing in is not possible</h1>
        <p>{Encode(reason)}</p>
        """);

    static IResult Page(HttpContext http, int status, string main)
    {
        // A form's target is checked again at its redirect: to Swagger UI here, or to a program on this machine.
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src '{StyleHash}'; form-action 'self' http://localhost:* http://127.0.0.1:*; "
            + "base-uri 'none'; frame-ancestors 'none'";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Content($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Sign in – Auridis.Grants</title>
            <style>{Style}</style>
            </head>
            <body>
            <main>
            {main}
            </main>
            </body>
            </html>
            """, "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    static string Buttons(IEnumerable<DemoPerson> persons) =>
        $"<ul>\n{string.Concat(persons.Select(Button))}</ul>";

    static string Button(DemoPerson person)
    {
        var subject = Encode(person.Subject);
        return $"<li><button name=\"person\" value=\"{subject}\">{Encode(person.Name)} <small>{subject}</small></button></li>\n";
    }

    static string Hidden(string name, string value) => $"<input type=\"hidden\" name=\"{name}\" value=\"{Encode(value)}\">";

    static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    const string Style =
        ":root{color-scheme:light dark}" +
        "body{font:1rem/1.5 system-ui,sans-serif;margin:0}" +
        "main{max-width:64rem;margin:0 auto;padding:1.5rem}" +
        "h2{margin:2rem 0 .75rem}" +
        "ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.5rem}" +
        "button{font:inherit;width:100%;height:100%;padding:.5rem .75rem;text-align:start}" +
        "button{border:1px solid #888;border-radius:.375rem;cursor:pointer}" +
        "button:hover,button:focus-visible{outline:3px solid #1a6fd4;outline-offset:1px}" +
        "small{display:block}";

    static readonly string StyleHash = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));
}
