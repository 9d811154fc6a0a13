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
