namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The headers that a change reads.</summary>
/// <param name="IdempotencyKey">The caller's key for this request, or null.</param>
/// <param name="Fingerprint">SHA-256 of the body under that key; empty without a body.</param>
/// <param name="Version">The version named in If-Match, or null where the route takes none.</param>
sealed record RequestHeaders(string? IdempotencyKey, string Fingerprint, int? Version)
{
    public static readonly RequestHeaders None = new(null, "", null);

    /// <returns>Why the headers are refused; null when they are what the route needs.</returns>
    public static Problem? Read(HttpRequest request, EndpointMetadataCollection route, out RequestHeaders headers)
    {
        headers = None;
        if (HttpMethods.IsGet(request.Method))
            return null;
        var keys = request.Headers["Idempotency-Key"];
        if (keys.Count > 1)
            return Problems.InvalidIdempotencyKey;
        var key = keys.ToString();
        if (key is "" && route.GetMetadata<RequiredKey>() is not null)
            return Problems.IdempotencyKeyMissing;
        // The draft makes it a structured string, "…"; most clients send it bare. Both are the same key.
        var bare = key.Length >= 2 && key[0] == '"' && key[^1] == '"' ? key[1..^1] : key;
        if (key is not "" && (bare.Length is 0 or > 128 || bare.Any(c => c is <= ' ' or > '~')))
            return Problems.InvalidIdempotencyKey;
        int? version = null;
        if (ProblemsOf.NeedsIfMatch(route))
        {
            var match = request.Headers.IfMatch.ToString();
            if (match is "")
                return Problems.IfMatchMissing;
            if (!ETag.TryParse(match, out var named))
                return Problems.InvalidIfMatch;
            version = named;
        }
        headers = new RequestHeaders(HttpMethods.IsPost(request.Method) && bare is not "" ? bare : null, "", version);
        return null;
    }
}
