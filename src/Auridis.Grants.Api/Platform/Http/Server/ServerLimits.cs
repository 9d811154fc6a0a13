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
            // Nobody reads so much: see BodyLimit.
            kestrel.Limits.MaxRequestBodySize = settings.MaxBodyBytes + BodyLimit.Overrun;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
    }
}
