namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The section <c>RateLimit</c>. 0 switches a limit off.</summary>
sealed class RateLimitSettings
{
    /// <summary>Requests of one caller in a minute.</summary>
    public int PermitsPerMinute { get; init; } = 6_000;

    /// <summary>Requests from one address in a minute, whoever they are from: many callers can stand behind one address.</summary>
    public int PermitsPerMinuteAndAddress { get; init; } = 60_000;

    public static RateLimitSettings Read(IConfiguration configuration)
    {
        var settings = configuration.Read<RateLimitSettings>("RateLimit");
        Settings.Require("RateLimit__PermitsPerMinute", settings.PermitsPerMinute, 0, int.MaxValue);
        Settings.Require("RateLimit__PermitsPerMinuteAndAddress", settings.PermitsPerMinuteAndAddress, 0, int.MaxValue);
        return settings;
    }
}
