using Microsoft.AspNetCore.Routing;

namespace Auridis.Grants.Tests;

/// <summary>
/// What only the whole run can tell. Fixtures that are not parallel run when all others have, in the order of their names: this is the last. A run
/// of some tests leaves it out, or learns from it what those did not call.
/// </summary>
[TestFixture]
[NonParallelizable]
public sealed class WholeRunTests
{
    /// <summary>Routes of the development issuer: they change nothing that lasts.</summary>
    static readonly string[] Unaudited = ["POST /development/authorize", "POST /development/token"];

    [Test]
    public async Task Every_route_that_changes_something_was_seen_to_leave_an_audit_event()
    {
        if (AuditGuard.Audited.IsEmpty)
            Assert.Ignore("No test ran before this one.");
        await using var app = await GrantsApp.Start(DatabaseKind.Sqlite);

        var changes = app.Routes
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"], (route, method) => (Method: method, Name: $"{method} {route.RoutePattern.RawText}"))
            .Where(route => route.Method is not ("GET" or "HEAD"))
            .Select(route => route.Name)
            .ToHashSet(StringComparer.Ordinal);

        Assert.That(changes, Is.SupersetOf(Unaudited));
        Assert.That(changes.Except(Unaudited, StringComparer.Ordinal).Except(AuditGuard.Audited.Keys, StringComparer.Ordinal), Is.Empty);
    }
}
