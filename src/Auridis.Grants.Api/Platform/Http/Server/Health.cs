using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>What an orchestrator asks: is the process alive, and can it serve.</summary>
static class Health
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        // The framework logs an error each time somebody asks while the process starts, stops or waits for its database.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
        builder.Services.AddSingleton<DatabaseCheck>();
        builder.Services.AddHealthChecks()
            .AddCheck<ShutdownCheck>("shutdown")
            .AddCheck<DatabaseCheck>("database", timeout: TimeSpan.FromSeconds(5));
    }

    /// <summary>
    /// Before everything else: whoever asks every second is neither signed in nor counted, and an answer needs none of what stands
    /// between.
    /// </summary>
    public static void Use(IApplicationBuilder app)
    {
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
                && !HttpMethods.IsGet(http.Request.Method)
                && !HttpMethods.IsHead(http.Request.Method),
            other => other.Run(http =>
            {
                http.Response.Headers.Allow = "GET, HEAD";
                return http.Write(Problems.MethodNotAllowed);
            }));
        // Alive means that the process answers. A database that is away is no reason to kill the process.
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write });
        app.UseHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = Write });
    }

    /// <summary>By hand: an orchestrator waits for the first answer, and the serializer would learn its shape first.</summary>
    static async Task Write(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("status", Name(report.Status));
        json.WriteStartObject("checks");
        foreach (var (name, entry) in report.Entries)
        {
            json.WriteStartObject(name);
            json.WriteString("status", Name(entry.Status));
            json.WriteString("description", entry.Description);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    static string Name(HealthStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}

/// <summary>Between the signal to stop and the end, requests that run are finished and new ones belong to another instance.</summary>
sealed class ShutdownCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Unhealthy("stopping")
            : HealthCheckResult.Healthy());
}

/// <summary>
/// The database answers, and has all migrations of this version. When it does no longer, that is logged once, and so is its return.
/// </summary>
sealed partial class DatabaseCheck(Db db, ILogger<DatabaseCheck> log) : IHealthCheck
{
    bool failing;

    readonly Lazy<List<string>> needed = new(() => [.. Migrator.Scripts(db.Dialect.Name).Select(script => script.Name)]);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!db.Ready.IsCompletedSuccessfully)
            return HealthCheckResult.Unhealthy("being made ready");
        try
        {
            var applied = await db.Read(session => session.All<string>("select Name from Migration"), cancellationToken);
            var missing = needed.Value.Except(applied, StringComparer.Ordinal).ToList();
            return missing.Count == 0 ? Ready() : NotReady($"migrations missing: {missing.Count}");
        }
        catch (Exception error)
        {
            // The reason is for the log: it names servers and files, and anybody may ask this route.
            return NotReady("the database does not answer", error);
        }
    }

    HealthCheckResult Ready()
    {
        if (Interlocked.Exchange(ref failing, false))
            LogReady(log);
        return HealthCheckResult.Healthy();
    }

    HealthCheckResult NotReady(string what, Exception? error = null)
    {
        if (!Interlocked.Exchange(ref failing, true))
            LogNotReady(log, what, error);
        return HealthCheckResult.Unhealthy(what);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Not ready: {What}")]
    static partial void LogNotReady(ILogger log, string what, Exception? error);

    // A warning, so that whoever was told of the failure is told of its end.
    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is ready again")]
    static partial void LogReady(ILogger log);
}
