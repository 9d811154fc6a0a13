using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Tells who calls a deprecated operation that it will be removed, when, and where that is documented.</summary>
sealed class DeprecationHeaders(RequestDelegate next)
{
    public const string Deprecation = "Deprecation";
    public const string Sunset = "Sunset";

    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Deprecation>() is { } deprecation)
        {
            // At the last moment: an error clears the headers that were set before it, and a list sets its own Link.
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers[Deprecation] = deprecation.Header;
                headers[Sunset] = deprecation.Sunset;
                headers.Append(HeaderNames.Link, $"<{http.Request.PathBase}/swagger>; rel=\"deprecation\"; type=\"text/html\"");
                return Task.CompletedTask;
            });
        }
        return next(http);
    }
}
