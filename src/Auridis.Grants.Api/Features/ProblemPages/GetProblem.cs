using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using FastEndpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Features.ProblemPages;

/// <summary>Documents a problem.</summary>
/// <remarks>
/// As JSON, or as a page for whoever follows the link of an answer's type in a browser.
/// </remarks>
sealed partial class GetProblem(EndpointDataSource routes) : Slice<EmptyRequest, ProblemPage>
{
    /// <param name="Type">The URI that names this kind of problem, and this page.</param>
    /// <param name="Code">What a client branches on. It never changes.</param>
    /// <param name="Status">The HTTP status that it comes with.</param>
    /// <param name="Title">The same for every occurrence, in the language of the request.</param>
    /// <param name="Detail">What is said of one occurrence; <c>{figure}</c> stands for a member of the answer.</param>
    /// <param name="Figures">The members that an answer has beside those of RFC 9457, as its detail names them.</param>
    /// <param name="Operations">The operations that name it as a refusal of their own. Problems of headers, bodies and sign-in can come
    /// from any.</param>
    public new sealed record Response(
        string Type,
        string Code,
        int Status,
        string Title,
        string Detail,
        IReadOnlyList<string> Figures,
        IReadOnlyList<string> Operations)
    {
        public static Response Of(Problem type, HttpContext http, EndpointDataSource routes) => new(
            type.Uri(http.Request),
            type.Code,
            type.Status,
            type.Title.Current,
            type.Detail.Current,
            [.. FiguresOf(type.Detail.En)],
            [.. routes.Endpoints.OfType<RouteEndpoint>()
                .Where(route => route.Metadata.GetMetadata<Refusals>() is { } refuses && refuses.Problems.Contains(type))
                .Select(route => $"{route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0]} {route.RoutePattern.RawText}")
                .Order(StringComparer.Ordinal)]);
    }

    public override void Configure()
    {
        Get("/problems/{code}");
        AllowAnonymous();
        Refuses(Problems.NotFound);
    }

    protected override Task<ProblemPage> Answer(EmptyRequest request, CancellationToken cancel)
    {
        if (ProblemCatalogue.Find(Path<string>("code")) is not { } type)
            return Task.FromResult(ProblemPage.Refuse(Problems.NotFound));
        HttpContext.Response.Headers.Vary = "Accept, Accept-Language";
        var response = Response.Of(type, HttpContext, routes);
        return Task.FromResult(new ProblemPage(
            PrefersHtml(HttpContext.Request) ? TypedResults.Text(Html(response), "text/html", Encoding.UTF8) : TypedResults.Json(response, Json.Options)));
    }

    /// <summary>The names in braces.</summary>
    public static IEnumerable<string> FiguresOf(string detail) => Figure().Matches(detail).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);

    /// <summary>A browser names text/html first; a client that names JSON or anything at all gets JSON.</summary>
    static bool PrefersHtml(HttpRequest request)
    {
        var accept = request.GetTypedHeaders().Accept;
        return Quality(accept, "text/html") > Quality(accept, "application/json");
    }

    static double Quality(IEnumerable<MediaTypeHeaderValue> accept, string mediaType) =>
        accept.Where(range => range.MediaType == mediaType).Select(range => range.Quality ?? 1).DefaultIfEmpty(0).Max();

    static string Html(Response problem)
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

    [GeneratedRegex(@"\{(?<name>[^}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();
}

/// <summary>The documentation of a problem, as JSON or as a page.</summary>
sealed class ProblemPage(IResult page) : IAnswer<ProblemPage>, IEndpointMetadataProvider
{
    public static ProblemPage Refuse(Problem problem) => new(new Refused(problem));

    public Task ExecuteAsync(HttpContext httpContext) => page.ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(GetProblem.Response), ["application/json", "text/html"]));

    sealed class Refused(Problem problem) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => httpContext.Write(problem);
    }
}
