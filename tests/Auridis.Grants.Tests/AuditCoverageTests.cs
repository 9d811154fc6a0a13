using Microsoft.AspNetCore.Routing;

namespace Auridis.Grants.Tests;

/// <summary>
/// Closes the rule that every change is audited: each route that changes something was seen by <see cref="AuditGuard"/>. It is not parallel and the
/// last in order, so that it runs when all others have; where only some tests run, leave it out or it names what they did not call.
/// </summary>
[TestFixture]
[NonParallelizable]
[Order(int.MaxValue)]
public sealed class AuditCoverageTests
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
