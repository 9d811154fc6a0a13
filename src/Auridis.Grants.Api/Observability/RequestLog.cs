using System.Diagnostics;
using Auridis.Grants.Api.Http;

namespace Auridis.Grants.Api.Observability;

/// <summary>
/// One line for each request. The route's template instead of its path, and no query string: who reads logs learns nothing about persons.
/// </summary>
sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // Taken before anything can end the request's activity.
        var (started, traceId) = (Stopwatch.GetTimestamp(), http.TraceId());
        try
        {
            await next(http);
        }
        finally
        {
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
            var level = http.GetEndpoint()?.Metadata.GetMetadata<QuietMetadata>() is null ? LogLevel.Information : LogLevel.Debug;
            Served(log, level, http.Request.Method, route, http.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds, traceId);
        }
    }

    [LoggerMessage(Message = "{Method} {Route} {Status} in {Milliseconds:0.0} ms, trace {TraceId}")]
    static partial void Served(ILogger log, LogLevel level, string method, string route, int status, double milliseconds, string traceId);
}

/// <summary>A route that is asked every few seconds: its requests are logged on the level Debug.</summary>
sealed class QuietMetadata
{
    public static readonly QuietMetadata Instance = new();
}
