using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Two limits, each a fixed window of a minute. By address before a token is checked, so that a flood of forged tokens costs little; by
/// caller (issuer and subject, or the address of who sends no token) after that.
/// </summary>
static class RateLimits
{
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        _ = RateLimitSettings.Read(builder.Configuration);
        builder.Services.AddRateLimiter(_ => { });
    }

    public static void UseRateLimitByAddress(this WebApplication app) =>
        app.UseRateLimit("address", RateLimitSettings.Read(app.Configuration).PermitsPerMinuteAndAddress, Address);

    public static void UseRateLimitByCaller(this WebApplication app) =>
        app.UseRateLimit("caller", RateLimitSettings.Read(app.Configuration).PermitsPerMinute,
            http => http.User.Identity is { IsAuthenticated: true } ? http.User.ActorKey() : Address(http));

    static void UseRateLimit(this WebApplication app, string name, int permits, Func<HttpContext, string> partition)
    {
        if (permits == 0)
            return;
        var limiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetFixedWindowLimiter(
            partition(http),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));
        app.Lifetime.ApplicationStopped.Register(limiter.Dispose);
        var policy = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={permits};w=60");
        app.UseRateLimiter(new RateLimiterOptions
        {
            GlobalLimiter = limiter,
            OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? (int)Math.Ceiling(time.TotalSeconds) : 60;
                var headers = rejected.HttpContext.Response.Headers;
                headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
                headers["RateLimit-Policy"] = policy;
                headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r=0;t={wait}");
                await rejected.HttpContext.Write(Problems.TooManyRequests);
            },
        });
        app.Use((http, next) =>
        {
            if (limiter.GetStatistics(http) is { } left)
            {
                http.Response.Headers["RateLimit-Policy"] = policy;
                var current = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={left.CurrentAvailablePermits}");
                http.Response.Headers["RateLimit"] = current;
            }
            return next(http);
        });
    }

    /// <summary>An IPv6 caller owns a whole /64 network.</summary>
    static string Address(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address =>
            new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]).ToString(),
        var address => address.ToString(),
    };
}
