using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Answers are compressed for callers who accept it.</summary>
static class Compression
{
    public static void AddCompression(this WebApplicationBuilder builder)
    {
        builder.Services.AddResponseCompression(options =>
        {
            // BREACH needs a browser that sends the victim's credentials on an attacker's behalf. Here they are bearer tokens in a
            // header, which no browser adds by itself; there are no cookies.
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes =
            [
                "application/json",
                ProblemWriter.ContentType,
                "application/yaml",
                "text/csv",
                "text/html",
                "text/css",
                "text/javascript",
                "image/svg+xml",
            ];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
