using Auridis.Grants.Api.Platform.OpenApi;
using Microsoft.AspNetCore.Routing;

namespace Auridis.Grants.Tests;

/// <summary>
/// What only the whole run can tell. Fixtures that are not parallel run when all others have, in the order of their names: this is the
/// last. A run of some tests leaves it out, or learns from it what those did not call.
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
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"], (route, method) =>
                (Method: method, Name: $"{method} {route.RoutePattern.RawText}"))
            .Where(route => route.Method is not ("GET" or "HEAD"))
            .Select(route => route.Name)
            .ToHashSet(StringComparer.Ordinal);

        Assert.That(changes, Is.SupersetOf(Unaudited));
        Assert.That(changes.Except(Unaudited, StringComparer.Ordinal).Except(AuditGuard.Audited.Keys, StringComparer.Ordinal), Is.Empty);
    }

    /// <summary>
    /// A partner learns the life cycle from the examples: the state that a step leads to, and what is still null in it. Each must be one
    /// that the operation has really answered, and what a read shows, one that any has.
    /// </summary>
    [Test]
    public async Task Every_answer_in_an_example_was_seen_in_that_state()
    {
        if (SeenAnswers.IsEmpty)
            Assert.Ignore("No test ran before this one.");
        await using var app = await GrantsApp.Start(DatabaseKind.Sqlite);
        var document = (await app.With(null).Get("/swagger/v1/swagger.json")).Succeeded().Json;

        Assert.Multiple(() =>
        {
            foreach (var operation in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
            {
                var name = operation.Value.GetProperty("operationId").GetString()!;
                if (Examples.Answer(name) is null)
                    continue;
                var success = operation.Value.GetProperty("responses").EnumerateObject()
                    .Single(response => response.Name is "200" or "201" or "202").Value;
                var example = success.GetProperty("content").GetProperty("application/json").GetProperty("example");
                // A read shows what the steps have answered.
                Assert.That(SeenAnswers.ShapesOf(example), Is.SubsetOf(SeenAnswers.Of(operation.Name is "get" ? null : name)), name);
            }
        });
    }
}
