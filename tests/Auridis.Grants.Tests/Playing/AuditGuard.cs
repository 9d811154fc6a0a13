using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Auridis.Grants.Tests.Playing;

/// <summary>
/// Fails any test whose successful change left no audit event of its own request. It stands in every app that tests start;
/// <see cref="WholeRunTests"/> asks afterwards whether it has seen every route.
/// </summary>
sealed class AuditGuard(RequestDelegate next, Db db)
{
    /// <summary>The routes on which a change has succeeded and was audited, in any test of this run.</summary>
    public static readonly ConcurrentDictionary<string, bool> Audited = new(StringComparer.Ordinal);

    public async Task InvokeAsync(HttpContext http)
    {
        var requestId = http.TraceId();
        await next(http);
        if (!IsChange(http))
            return;
        var events = await db.Read(session => session.One<int>("select count(*) from AuditEvent where RequestId = @requestId",
            new { requestId }), CancellationToken.None);
        var route = $"{http.Request.Method} {((RouteEndpoint)http.GetEndpoint()!).RoutePattern.RawText}";
        if (events == 0 && CanBeATrial.Contains(route))
            return;
        if (events == 0)
            throw new InvalidOperationException(
                $"{http.Request.Method} {http.Request.Path} answered {http.Response.StatusCode} and left no audit event.");
        Audited[route] = true;
    }

    /// <summary>The routes whose caller can ask for a trial, which changes nothing.</summary>
    static readonly HashSet<string> CanBeATrial = ["POST /programmes/{id:guid}/review-assignments", "POST /youth-offices/import"];

    /// <summary>Not a read, not the answer of an earlier request sent again, not a token of the development issuer.</summary>
    static bool IsChange(HttpContext http) =>
        http.Response.StatusCode is >= 200 and < 300
        && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
            && !HttpMethods.IsOptions(http.Request.Method)
        && !http.Response.Headers.ContainsKey("Idempotency-Replayed")
        && !http.Request.Path.StartsWithSegments("/development", StringComparison.Ordinal);
}
