using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Auridis.Grants.Api.Features.ProblemPages;

/// <summary>The documentation of a kind of problem.</summary>
/// <param name="Type">The URI that names this kind of problem, and this page.</param>
/// <param name="Code">What a client branches on. It never changes.</param>
/// <param name="Status">The HTTP status that it comes with.</param>
/// <param name="Title">The same for every occurrence, in the language of the request.</param>
/// <param name="Detail">What is said of one occurrence; <c>{figure}</c> stands for a member of the answer.</param>
/// <param name="Figures">The members that an answer has beside those of RFC 9457, as its detail names them.</param>
/// <param name="Operations">
/// The operations that name it as a refusal of their own, as method and path. Problems of headers, bodies and sign-in can come from any
/// operation.
/// </param>
sealed partial record ProblemDescription(
    string Type,
    string Code,
    int Status,
    string Title,
    string Detail,
    IReadOnlyList<string> Figures,
    IReadOnlyList<string> Operations)
{
    public static ProblemDescription Of(Problem kind, HttpContext http, EndpointDataSource routes) => new(
        kind.Uri(http.Request),
        kind.Code,
        kind.Status,
        kind.Title.Current,
        kind.Detail.Current,
        [.. FiguresOf(kind.Detail.En)],
        [
            .. routes.Endpoints.OfType<RouteEndpoint>()
                .Where(route => route.Metadata.GetMetadata<Refusals>() is { } refuses && refuses.Problems.Contains(kind))
                .Select(route => $"{route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0]} {PathOf(route.RoutePattern)}")
                .Order(StringComparer.Ordinal),
        ]);

    /// <summary>As the OpenAPI document shows it: <c>/programmes/{id}</c>, without the types that routing asks for.</summary>
    static string PathOf(RoutePattern route) => string.Concat(route.PathSegments.Select(segment => "/" + string.Concat(
        segment.Parts.Select(part => part is RoutePatternParameterPart { Name: var name } ? $"{{{name}}}" : Literal(part)))));

    static string Literal(RoutePatternPart part) => ((RoutePatternLiteralPart)part).Content;

    /// <summary>The names in braces.</summary>
    public static IEnumerable<string> FiguresOf(string detail) =>
        Figure().Matches(detail).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"\{(?<name>[^}]*)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Figure();
}
