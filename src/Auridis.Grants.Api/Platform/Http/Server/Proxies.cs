using Microsoft.AspNetCore.HttpOverrides;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Whom the server believes about the caller's address, scheme and host.</summary>
static class Proxies
{
    public static void AddProxies(this WebApplicationBuilder builder)
    {
        var settings = HttpSettings.Read(builder.Configuration);
        if (settings.Proxies.Count == 0)
            return;
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in settings.Networks)
                options.KnownIPNetworks.Add(network);
            // Every proxy of the chain that is known is walked through; the first unknown address is the caller's.
            options.ForwardLimit = null;
        });
    }

    public static void UseProxies(this WebApplication app)
    {
        if (HttpSettings.Read(app.Configuration).Proxies.Count > 0)
            app.UseForwardedHeaders();
    }
}
