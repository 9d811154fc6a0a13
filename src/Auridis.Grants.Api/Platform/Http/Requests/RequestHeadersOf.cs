namespace Auridis.Grants.Api.Platform.Http;

static class RequestHeadersOf
{
    /// <summary>The headers of this request, which were checked before its body was read.</summary>
    public static RequestHeaders RequestHeaders(this HttpContext http) => http.Features.Get<RequestHeaders>() ?? Http.RequestHeaders.None;

    /// <summary>The version that the caller saw (If-Match); only on routes that need it.</summary>
    public static int SeenVersion(this HttpContext http) =>
        http.RequestHeaders().Version ?? throw new InvalidOperationException("The route takes no If-Match.");
}
