using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

static class AcceptedTypes
{
    /// <summary>Whether the caller would rather have one media type than another. Who takes either alike has no preference.</summary>
    public static bool Prefers(this HttpRequest request, string type, string over)
    {
        var accept = request.GetTypedHeaders().Accept;
        return Quality(accept, new(type)) > Quality(accept, new(over));
    }

    /// <summary>The most specific range decides (RFC 9110, section 12.5.1).</summary>
    static double Quality(IEnumerable<MediaTypeHeaderValue> accept, MediaTypeHeaderValue type) => accept
        .Where(range => type.IsSubsetOf(range))
        .OrderBy(range => range.MatchesAllTypes).ThenBy(range => range.MatchesAllSubTypes)
        .Select(range => range.Quality ?? 1)
        .FirstOrDefault();
}
