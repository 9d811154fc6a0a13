using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Between the signal to stop and the end, requests that run are finished and new ones belong to another instance.</summary>
sealed class ShutdownCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Unhealthy("stopping")
            : HealthCheckResult.Healthy());
}
