namespace Auridis.Grants.Api.Platform.Http;

/// <summary>What a browser is told about every answer.</summary>
sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>An answer of the API is never a page that loads anything.</summary>
    const string Api = "default-src 'none'; frame-ancestors 'none'";

    const string SwaggerUi =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        // At the last moment: an error clears the headers that were set before it.
        http.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            // A page of our own may need more, and says so itself.
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy =
                    http.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase) ? SwaggerUi : Api;
            }
            return Task.CompletedTask;
        }, http);
        return next(http);
    }
}
