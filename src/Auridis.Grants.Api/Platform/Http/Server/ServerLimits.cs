namespace Auridis.Grants.Api.Platform.Http;

/// <summary>What the server takes before it looks at a route, and what it says of itself.</summary>
static class ServerLimits
{
    public static void AddServerLimits(this WebApplicationBuilder builder)
    {
        var settings = HttpSettings.Read(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
    }
}
