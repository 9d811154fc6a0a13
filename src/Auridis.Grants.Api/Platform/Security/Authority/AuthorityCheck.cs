using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Auridis.Grants.Api.Platform.Security;

/// <summary>
/// The authority's keys are known. While it is away and they still are, the server goes on serving who is signed in: it must not be taken
/// out of service for that.
/// </summary>
sealed class AuthorityCheck(AuthorityKeys keys) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult((keys.Known is not null, keys.IsAway) switch
        {
            (true, false) => HealthCheckResult.Healthy(),
            (true, true) => HealthCheckResult.Degraded("the authority cannot be asked; its keys are known"),
            (false, true) => HealthCheckResult.Unhealthy("the authority cannot be asked for its keys"),
            (false, false) => HealthCheckResult.Unhealthy("the authority's keys are being read"),
        });
}
