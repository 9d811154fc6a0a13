using System.Text;
using System.Text.Encodings.Web;
using FastEndpoints;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Features.ProblemPages;

/// <summary>Documents a problem.</summary>
/// <remarks>As JSON, or as a page for a person who follows the type of an answer in a browser.</remarks>
sealed class GetProblem(EndpointDataSource routes) : Slice<EmptyRequest, ProblemPage>
{
    public override void Configure()
    {
        Get("/problems/{code}");
        AllowAnonymous();
        Refuses(Problems.NotFound);
    }

    protected override Task<ProblemPage> Answer(EmptyRequest request, CancellationToken cancel)
    {
        if (ProblemCatalogue.Find(Path<string>("code")) is not { } kind)
            return Task.FromResult(ProblemPage.Refuse(Problems.NotFound));
        HttpContext.Response.Headers.Vary = "Accept, Accept-Language";
        var problem = ProblemDescription.Of(kind, HttpContext, routes);
        return Task.FromResult(new ProblemPage(PrefersHtml(HttpContext.Request)
            ? TypedResults.Text(Html(problem), "text/html", Encoding.UTF8)
            : TypedResults.Json(problem, Json.Options)));
    }

    /// <summary>A browser names text/html first; a client that names JSON or anything at all gets JSON.</summary>
    static bool PrefersHtml(HttpRequest request)
    {
        var accept = request.GetTypedHeaders().Accept;
        return Quality(accept, "text/html") > Quality(accept, "application/json");
    }

    static double Quality(IEnumerable<MediaTypeHeaderValue> accept, string mediaType) =>
        accept.Where(range => range.MediaType == mediaType).Select(range => range.Quality ?? 1).DefaultIfEmpty(0).Max();

    static string Html(ProblemDescription problem)
    {
        var html = HtmlEncoder.Default;
        var operations = string.Concat(problem.Operations.Select(operation => $"<li><code>{html.Encode(operation)}</code></li>"));
        return $"""
            <!doctype html>
            <html lang="{Bilingual.Language}">
            <head><meta charset="utf-8"><title>{html.Encode(problem.Title)}</title></head>
            <body>
            <h1>{html.Encode(problem.Title)}</h1>
            <p>{html.Encode(problem.Detail)}</p>
            <dl><dt>code</dt><dd><code>{html.Encode(problem.Code)}</code></dd><dt>status</dt><dd>{problem.Status}</dd></dl>
            <ul>{operations}</ul>
            <p><a href="../problems">{Bilingual.Of("All problems", "Alle Probleme")}</a></p>
            </body>
            </html>
            """;
    }
}
