using Auridis.Grants.Api;
using Auridis.Grants.Api.Platform.Deadlines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Auridis.Grants.Tests.Playing;

/// <summary>What the clock brings about, as several instances do it at once, and what it leaves in the audit trail.</summary>
static class SweepSteps
{
    public static Task Sweep(this GrantsApp app, int atOnce = 1) => Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ =>
        new Sweep(DueSteps.All, app.Db, app.Services.GetRequiredService<BusinessClock>(), TimeProvider.System, NullLogger<Sweep>.Instance)
            .Run(CancellationToken.None)));

    /// <summary>Who has taken a step on a resource, by the audit trail.</summary>
    public static Task<List<string>> ActorsOf(this GrantsApp app, string resource, string action) => app.Db.Read(session =>
        session.All<string>("select Actor from AuditEvent where Action = @Action and ResourceId = @Id order by Seq",
            new { Action = action, Id = Guid.Parse(resource.Split('/')[^1]) }), CancellationToken.None);
}
