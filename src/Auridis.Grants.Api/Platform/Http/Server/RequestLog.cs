using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// One line for each request, and its id for the caller, who can name the line by it. The route's template instead of its path, and no
/// query string: who reads logs learns nothing about persons.
/// </summary>
sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    /// <summary>On every answer: the trace id, as problems and audit events have it.</summary>
    public const string RequestId = "X-Request-Id";

    public async Task InvokeAsync(HttpContext http)
    {
        // Taken before anything can end the request's activity.
        var (started, traceId) = (Stopwatch.GetTimestamp(), http.TraceId());
        // At the last moment: an error clears the headers that were set before it.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers[RequestId] = traceId;
            return Task.CompletedTask;
        });
        try
        {
            await next(http);
        }
        finally
        {
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
            Name(http, route);
            Served(log, http.Request.Method, route, http.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds, traceId);
        }
    }

    /// <summary>The framework's span knows the path only; by its template, requests of one route are found together.</summary>
    static void Name(HttpContext http, string route)
    {
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span)
            return;
        span.DisplayName = $"{http.Request.Method} {route}";
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", http.Response.StatusCode);
        if (http.Response.StatusCode >= 500)
            span.SetStatus(ActivityStatusCode.Error);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds:0.0} ms, trace {TraceId}")]
    static partial void Served(ILogger log, string method, string route, int status, double milliseconds, string traceId);
}
