using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Pages of other origins call the API from a browser where the operator allows them to.</summary>
static class Cors
{
    public static void AddOrigins(this WebApplicationBuilder builder)
    {
        var settings = HttpSettings.Read(builder.Configuration);
        builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .WithOrigins([.. settings.CorsOrigins])
            .WithMethods("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
            .WithHeaders(
                HeaderNames.Authorization,
                HeaderNames.ContentType,
                HeaderNames.AcceptLanguage,
                HeaderNames.IfMatch,
                HeaderNames.IfNoneMatch,
                "Idempotency-Key",
                HeaderNames.TraceParent)
            .WithExposedHeaders(
                HeaderNames.ETag,
                HeaderNames.Location,
                HeaderNames.Link,
                HeaderNames.RetryAfter,
                HeaderNames.ContentDisposition,
                "Idempotency-Replayed",
                RequestLog.RequestId,
                DeprecationHeaders.Deprecation,
                DeprecationHeaders.Sunset,
                "RateLimit",
                "RateLimit-Policy")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }

    public static void UseOrigins(this WebApplication app)
    {
        if (HttpSettings.Read(app.Configuration).CorsOrigins.Count > 0)
            app.UseCors();
    }
}
