using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;

namespace Auridis.Grants.Api.Platform.Html;

/// <summary>
/// A page for people: plain HTML that needs no script, and that can be used with the keyboard, with a screen reader and on a narrow screen.
/// </summary>
static class HtmlPage
{
    const string Style =
        ":root{color-scheme:light dark}" +
        "body{font:1rem/1.5 system-ui,sans-serif;margin:0}" +
        "main{max-width:72rem;margin:0 auto;padding:1.5rem;overflow-wrap:anywhere}" +
        "h1{line-height:1.2;margin:0 0 .5rem}" +
        "h2{margin:0 0 .25rem;font-size:1.25rem}" +
        "section{margin-top:1.75rem}" +
        "dt{margin-top:.75rem;font-weight:600}" +
        "dd{margin:0}" +
        "p{margin:.25rem 0 .75rem}" +
        "form ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.5rem}" +
        "button{font:inherit;color:inherit;width:100%;height:100%;padding:.375rem .75rem;text-align:start}" +
        "button{border:1px solid #767676;border-radius:.375rem;background:none;cursor:pointer}" +
        "button:hover,a:focus-visible,button:focus-visible{outline:3px solid #1a6fd4;outline-offset:1px}" +
        "small{display:block}" +
        "@media (min-width:60rem){.roles{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}}";

    static readonly string StyleHash = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>The page. Nothing may be loaded into it, and no other page may show it.</summary>
    /// <param name="language"><c>en</c> or <c>de</c>.</param>
    /// <param name="title">What the window is called, not yet encoded.</param>
    /// <param name="main">The content, as HTML.</param>
    /// <param name="formAction">Where a form may be sent, as a content security policy says it.</param>
    public static IResult Of(
        HttpContext http, string language, string title, string main, int status = StatusCodes.Status200OK, string formAction = "'none'")
    {
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src '{StyleHash}'; form-action {formAction}; base-uri 'none'; frame-ancestors 'none'";
        http.Response.Headers.ContentLanguage = language;
        return Results.Content($"""
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(title)} – Auridis.Grants</title>
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

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
