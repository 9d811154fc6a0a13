using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Http;

/// <summary>Refuses a caller who accepts nothing that the route answers with, before anything is done for it.</summary>
sealed class ContentNegotiation(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var accept = http.Request.GetTypedHeaders().Accept;
        if (accept.Count == 0 || http.GetEndpoint() is not { } route)
            return next(http);
        var offered = route.Metadata.OfType<IProducesResponseTypeMetadata>()
            .Where(answer => answer.StatusCode is >= 200 and < 300)
            .SelectMany(answer => answer.ContentTypes)
            .ToList();
        return offered.Count == 0 || offered.Exists(type => Accepts(accept, new MediaTypeHeaderValue(type))) ? next(http) : http.Write(Problems.NotAcceptable);
    }

    /// <summary>The most specific range decides (RFC 9110, section 12.5.1); q=0 excludes.</summary>
    static bool Accepts(IEnumerable<MediaTypeHeaderValue> accept, MediaTypeHeaderValue offered) =>
        accept.Where(offered.IsSubsetOf)
            .OrderBy(range => range.MatchesAllTypes).ThenBy(range => range.MatchesAllSubTypes)
            .FirstOrDefault() is { } range && range.Quality is not 0;
}
