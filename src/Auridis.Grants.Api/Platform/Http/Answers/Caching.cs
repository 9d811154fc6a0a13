using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

static class Caching
{
    /// <summary>What one caller sees is not for the next one: caches keep it for that caller, and ask again.</summary>
    public static void KeepForCaller(this HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-cache";
        // Compression would name Accept-Encoding only where there is a body, and a 304 has the Vary of its 200 (RFC 9110, section 15.4.5).
        response.Headers.Append(HeaderNames.Vary, "Authorization, Accept-Encoding");
    }
}
