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
        "dd p,td p{margin:0}" +
        "form ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.5rem}" +
        "button{font:inherit;color:inherit;width:100%;height:100%;padding:.375rem .75rem;text-align:start}" +
        "button{border:1px solid #767676;border-radius:.375rem;background:none;cursor:pointer}" +
        "button:hover,a:focus-visible,button:focus-visible,.wide:focus-visible{outline:3px solid #1a6fd4;outline-offset:1px}" +
        "small{display:block}" +
        "table{border-collapse:collapse;width:100%;margin:.75rem 0 1.5rem}" +
        ".wide{overflow-x:auto}" +
        ".wide table{min-width:36rem}" +
        "caption{text-align:start;font-weight:600}" +
        "th,td{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid #767676}" +
        "tbody th{font-weight:inherit}" +
        ".amount{white-space:nowrap;font-variant-numeric:tabular-nums}" +
        "td:has(>.amount),th.amount{text-align:end;padding-inline:.75rem 0}" +
        "th.amount{white-space:normal}" +
        "footer{max-width:72rem;margin:0 auto;padding:0 1.5rem 1.5rem;overflow-wrap:anywhere}" +
        "@media (min-width:40rem){.facts{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.5rem}.facts dt{margin:0}}" +
        "@media (min-width:60rem){.roles{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}}" +
        "@media print{main,footer{max-width:none;padding:0}section,tr{break-inside:avoid}.wide{overflow:visible}}";

    /// <summary>The page. Nothing may be loaded into it, and no other page may show it.</summary>
    /// <param name="language"><c>en</c> or <c>de</c>.</param>
    /// <param name="title">What the window is called, not yet encoded.</param>
    /// <param name="main">The content, as HTML.</param>
    /// <param name="formAction">Where a form may be sent, as a content security policy says it.</param>
    /// <param name="footer">What stands below the content, as HTML; nothing where it is empty.</param>
    public static IResult Of(
        HttpContext http,
        string language,
        string title,
        string main,
        int status = StatusCodes.Status200OK,
        string formAction = "'none'",
        string footer = "") =>
        Show(http, language, Document(language, title, main, footer), status, formAction);

    /// <summary>A page that was made before, as it was made.</summary>
    public static IResult Show(
        HttpContext http, string language, string document, int status = StatusCodes.Status200OK, string formAction = "'none'")
    {
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src '{StyleHashOf(document)}'; form-action {formAction}; base-uri 'none'; frame-ancestors 'none'";
        http.Response.Headers.ContentLanguage = language;
        return Results.Content(document, "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    /// <summary>The page as a text that can be kept.</summary>
    public static string Document(string language, string title, string main, string footer) => $"""
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
        </main>{(footer is "" ? "" : $"\n<footer>\n{footer}\n</footer>")}
        </body>
        </html>
        """;

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    /// <summary>
    /// Of the style that stands in the page: one that was kept may have an earlier one. Nothing that people write can stand before it but
    /// the title, which is encoded.
    /// </summary>
    static string StyleHashOf(string document)
    {
        const string begin = "<style>";
        var from = document.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var style = document.AsSpan(from..document.IndexOf("</style>", from, StringComparison.Ordinal));
        return style.SequenceEqual(Style) ? CurrentStyleHash : HashOf(style.ToString());
    }

    static readonly string CurrentStyleHash = HashOf(Style);

    static string HashOf(string style) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
}
