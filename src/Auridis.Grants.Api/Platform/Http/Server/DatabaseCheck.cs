using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Auridis.Grants.Api.Platform.Http;

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
            if (db.FindOutage() is { } outage)
                return Unable(outage);
            return missing.Count == 0 ? Ready() : NotReady($"migrations missing: {missing.Count}");
        }
        catch (StorageUnavailableException outage)
        {
            return Unable(outage);
        }
        catch (Exception error)
        {
            // The reason is for the log: it names servers and files, and anybody may ask this route.
            return NotReady("the database does not answer", error);
        }
    }

    /// <summary>Logged by <see cref="StorageWatch"/>, whoever has noticed it.</summary>
    static HealthCheckResult Unable(StorageUnavailableException outage) => HealthCheckResult.Unhealthy(outage.Reason);

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
