using System.IO.Compression;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>What every request meets before its route: proxies, limits, compression, other origins.</summary>
static class Edge
{
    public static void AddEdge(this WebApplicationBuilder builder)
    {
        var settings = HttpSettings.Read(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        if (settings.Proxies.Count > 0)
        {
            builder.Services.Configure<ForwardedHeadersOptions>(options =>
            {
                options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
                options.KnownProxies.Clear();
                options.KnownIPNetworks.Clear();
                foreach (var network in settings.Networks)
                    options.KnownIPNetworks.Add(network);
                // Every proxy of the chain that is known is walked through; the first unknown address is the caller's.
                options.ForwardLimit = null;
            });
        }
        builder.Services.AddResponseCompression(options =>
        {
            // BREACH needs a browser that sends the victim's credentials on an attacker's behalf. Here they are bearer tokens in a
            // header, which no browser adds by itself; there are no cookies.
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = ["application/json", ProblemWriter.ContentType, "application/yaml", "text/csv", "text/html", "text/css", "text/javascript", "image/svg+xml"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .WithOrigins([.. settings.CorsOrigins])
            .WithMethods("GET", "HEAD", "POST", "PUT", "DELETE")
            .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.AcceptLanguage, HeaderNames.IfMatch, HeaderNames.IfNoneMatch, "Idempotency-Key", HeaderNames.TraceParent)
            .WithExposedHeaders(HeaderNames.ETag, HeaderNames.Location, HeaderNames.Link, HeaderNames.RetryAfter, HeaderNames.ContentDisposition, "Idempotency-Replayed", "RateLimit", "RateLimit-Policy")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }

    public static void UseProxies(this WebApplication app)
    {
        if (HttpSettings.Read(app.Configuration).Proxies.Count > 0)
            app.UseForwardedHeaders();
    }

    public static void UseOrigins(this WebApplication app)
    {
        if (HttpSettings.Read(app.Configuration).CorsOrigins.Count > 0)
            app.UseCors();
    }
}
