using System.Net;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>What stands between the network and the routes: the section <c>Http</c>.</summary>
sealed class HttpSettings
{
    /// <summary>
    /// Every request that keeps to the document has at most so many bytes, however its characters are escaped: a limit below it would
    /// refuse what the document allows.
    /// </summary>
    public const long LargestRequest = 5 * 1024 * 1024;

    /// <summary>The largest body of a request in bytes.</summary>
    public long MaxBodyBytes { get; init; } = LargestRequest;

    /// <summary>Origins whose pages may call the API from a browser, such as <c>https://portal.example.org</c>; none by default.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>
    /// Proxies whose X-Forwarded-For, -Proto and -Host are believed: addresses or networks (<c>10.0.0.0/8</c>); none by default.
    /// </summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <exception cref="SettingsException">A value is out of range, or no origin, or no network.</exception>
    public static HttpSettings Read(IConfiguration configuration)
    {
        var settings = configuration.Read<HttpSettings>("Http");
        Settings.Require("Http__MaxBodyBytes", settings.MaxBodyBytes, LargestRequest, 1024 * 1024 * 1024);
        foreach (var origin in settings.CorsOrigins.Where(origin => !IsOrigin(origin)))
        {
            throw new SettingsException(
                $"Http__CorsOrigins has '{origin}'. An origin is a scheme, a host and perhaps a port, such as https://portal.example.org.");
        }
        _ = settings.Networks;
        return settings;
    }

    public IReadOnlyList<IPNetwork> Networks => [.. Proxies.Select(Network)];

    static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority) == text;

    static IPNetwork Network(string text)
    {
        if (IPNetwork.TryParse(text, out var network))
            return network;
        if (IPAddress.TryParse(text, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        throw new SettingsException($"Http__Proxies has '{text}'. Set an address, or a network such as 10.0.0.0/8.");
    }
}
