using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Reads the headers of a request whose caller may send it, and refuses what they rule out before the body is read: who accepts nothing
/// that the route answers with, another charset than UTF-8, a compressed body, a missing or unreadable If-Match or Idempotency-Key.
/// </summary>
sealed class HeaderChecks(RequestDelegate next)
{
    /// <summary>The types that a route answers with, read once.</summary>
    static readonly ConditionalWeakTable<EndpointMetadataCollection, MediaTypeHeaderValue[]> Offered = [];

    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is not RouteEndpoint route)
            return next(http);
        if (!IsAcceptable(http.Request, route.Metadata))
            return http.Write(Problems.NotAcceptable);
        var accepts = route.Metadata.GetMetadata<IAcceptsMetadata>();
        if (accepts is not null)
        {
            if (!HasCharsetOf(http.Request, accepts))
                return http.Write(Problems.UnsupportedMediaType);
            if (http.Request.Headers.ContentEncoding.ToString() is not "" and not "identity")
            {
                // It tells the caller that the coding is what is wrong (RFC 9110, section 15.5.16).
                http.Response.Headers.AcceptEncoding = "identity";
                return http.Write(Problems.UnsupportedMediaType);
            }
        }
        if (RequestHeaders.Read(http.Request, route.Metadata, out var headers) is { } problem)
            return http.Write(problem);
        // With no type at all routing has let it through, and FastEndpoints would begin an empty answer.
        if (http.Request.ContentType is null && accepts is not null)
        {
            return http.Write(IsCsv(accepts) || http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true }
                ? Problems.UnsupportedMediaType
                : Problems.EmptyBody);
        }
        http.Features.Set(headers);
        return next(http);
    }

    static bool IsAcceptable(HttpRequest request, EndpointMetadataCollection route)
    {
        var header = request.Headers.Accept.ToString();
        if (header is "" or "*/*")
            return true;
        var offered = Offered.GetValue(route, TypesOf);
        // Nearly everybody names one type.
        if (offered.Length == 0 || Array.Exists(offered, type => type.MediaType.Equals(header, StringComparison.Ordinal)))
            return true;
        var accept = request.GetTypedHeaders().Accept;
        return accept.Count == 0 || Array.Exists(offered, type => Accepts(accept, type));
    }

    static MediaTypeHeaderValue[] TypesOf(EndpointMetadataCollection route) =>
    [
        .. route.OfType<IProducesResponseTypeMetadata>()
            .Where(answer => answer.StatusCode is >= 200 and < 300)
            .SelectMany(answer => answer.ContentTypes)
            .Select(type => new MediaTypeHeaderValue(type)),
    ];

    /// <summary>
    /// The most specific range decides (RFC 9110, section 12.5.1); q=0 excludes. Parameters, as a charset, make no other type.
    /// </summary>
    static bool Accepts(IEnumerable<MediaTypeHeaderValue> accept, MediaTypeHeaderValue offered) =>
        accept.Where(range => range.MatchesAllTypes
                || (range.Type.Equals(offered.Type, StringComparison.OrdinalIgnoreCase)
                    && (range.MatchesAllSubTypes || range.SubType.Equals(offered.SubType, StringComparison.OrdinalIgnoreCase))))
            .OrderBy(range => range.MatchesAllTypes).ThenBy(range => range.MatchesAllSubTypes).ThenBy(range => range.Quality is 0)
            .FirstOrDefault() is { } range && range.Quality is not 0;

    /// <summary>
    /// JSON is UTF-8 (RFC 8259, section 8.1); a CSV file may be in Windows-1252 as well, and shows by itself in which. So the charset need
    /// not be named: the framework does not know it in quotes.
    /// </summary>
    static bool HasCharsetOf(HttpRequest request, IAcceptsMetadata accepts)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue)
            return true;
        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        if (!charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            && !(IsCsv(accepts) && charset.Equals("windows-1252", StringComparison.OrdinalIgnoreCase)))
            return false;
        request.ContentType = type.MediaType.Value;
        return true;
    }

    static bool IsCsv(IAcceptsMetadata accepts) => accepts.ContentTypes.Contains(CsvUpload.ContentType, StringComparer.Ordinal);
}
