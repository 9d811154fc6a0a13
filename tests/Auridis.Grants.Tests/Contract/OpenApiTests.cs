using System.Text.Json;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Contract;

/// <summary>The document that clients are made from says all that it must, and the repository has it as it is served.</summary>
[TestFixture]
public sealed class OpenApiTests
{
    static readonly string[] Texts = ["operationId", "summary", "description"];

    GrantsApp app = null!;
    JsonElement document;

    [OneTimeSetUp]
    public async Task Start()
    {
        app = await GrantsApp.Start(DatabaseKind.Sqlite);
        document = (await app.With(null).Get("/swagger/v1/swagger.json")).Succeeded().Json;
    }

    [OneTimeTearDown]
    public async Task Stop() => await app.DisposeAsync();

    [Test]
    public async Task The_committed_document_is_the_served_one()
    {
        var file = Path.Combine(Repository.Folder, "openapi.yaml");
        var served = (await app.With(null).Get("/swagger/v1/swagger.yaml")).Succeeded().Text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
            await File.WriteAllTextAsync(file, served);

        var committed = File.Exists(file) ? (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") : "";
        var (line, ours, theirs) = FirstDifference(committed, served);

        Assert.That(committed == served, Is.True, $"""
            openapi.yaml is not what the server serves; the first difference is in line {line}:
              committed: {ours}
              served:    {theirs}
            If the contract is meant to change, write the new document with
              UPDATE_OPENAPI=1 dotnet test tests/Auridis.Grants.Tests --filter Name={nameof(The_committed_document_is_the_served_one)}
            and commit it with the change.
            """);
    }

    [Test]
    public void Every_operation_is_described()
    {
        Assert.Multiple(() =>
        {
            foreach (var (name, operation) in Operations())
            {
                foreach (var text in Texts)
                    Assert.That(operation.TryGetProperty(text, out var value) && value.GetString() is { Length: > 0 }, Is.True, $"{name} has no {text}");
                Assert.That(operation.GetProperty("tags").GetArrayLength(), Is.EqualTo(1), $"{name} belongs to one group");
                foreach (var parameter in Items(operation, "parameters").Where(parameter => !parameter.TryGetProperty("$ref", out _)))
                    Assert.That(parameter.TryGetProperty("description", out _), Is.True, $"{name}: the parameter '{parameter.GetProperty("name")}' has no description");
            }
        });
    }

    [Test]
    public void Every_body_has_an_example()
    {
        Assert.Multiple(() =>
        {
            foreach (var (name, operation) in Operations())
            {
                var bodies = operation.GetProperty("responses").EnumerateObject().Select(response => (response.Name, response.Value));
                if (operation.TryGetProperty("requestBody", out var request))
                    bodies = bodies.Prepend(("the request", request));
                foreach (var (body, value) in bodies)
                {
                    foreach (var media in Members(value, "content").Where(media => media.Name.EndsWith("json", StringComparison.Ordinal)))
                        Assert.That(media.Value.TryGetProperty("example", out _) || media.Value.TryGetProperty("examples", out _), Is.True, $"{name}: {body} has no example");
                }
            }
        });
    }

    [Test]
    public void Every_field_is_described()
    {
        var silent = document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .SelectMany(schema => Members(schema.Value, "properties"), (schema, field) => (Name: $"{schema.Name}.{field.Name}", field.Value))
            .Where(field => !field.Value.TryGetProperty("description", out var text) || text.GetString() is null or "")
            .Select(field => field.Name);

        Assert.That(silent, Is.Empty, "a <param> text in the record's XML documentation becomes the field's description");
    }

    [Test]
    public void Every_group_is_described()
    {
        var described = document.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()).ToList();
        var used = Operations().SelectMany(operation => operation.Value.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString())).Distinct(StringComparer.Ordinal);

        Assert.That(used, Is.SubsetOf(described), "Introduction.cs describes the groups");
    }

    [Test]
    public void Every_change_names_its_problems()
    {
        var silent = Routes()
            .Where(route => !ProblemsOf.Is(route.Metadata, "GET") && !ProblemsOf.IsAnonymous(route.Metadata) && route.Metadata.GetMetadata<RefusesMetadata>() is null)
            .Select(route => route.DisplayName);

        Assert.That(silent, Is.Empty);
    }

    [Test]
    public void Every_route_is_for_somebody_or_open_on_purpose()
    {
        Assert.Multiple(() =>
        {
            foreach (var route in Routes())
            {
                var policies = route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).ToList();
                Assert.That(ProblemsOf.IsAnonymous(route.Metadata) || policies.Count > 0, Is.True, $"{route.DisplayName} names no policy");
                Assert.That(policies, Is.SubsetOf(Policies.Table.Keys), $"{route.DisplayName} names a policy that is not in the table");
            }
        });
    }

    [Test]
    public void One_code_means_one_problem()
    {
        var shared = Routes().SelectMany(route => ProblemsOf.Endpoint(route.Metadata)).Distinct()
            .GroupBy(problem => problem.Code, StringComparer.Ordinal)
            .Where(problems => problems.Count() > 1)
            .Select(problems => problems.Key);

        Assert.That(shared, Is.Empty);
    }

    IEnumerable<RouteEndpoint> Routes() => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    IEnumerable<(string Name, JsonElement Value)> Operations() =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value);

    static JsonElement.ObjectEnumerator Members(JsonElement parent, string name) => parent.TryGetProperty(name, out var child) ? child.EnumerateObject() : default;

    static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) => parent.TryGetProperty(name, out var child) ? child.EnumerateArray() : default;

    static (int Line, string Ours, string Theirs) FirstDifference(string committed, string served)
    {
        var (ours, theirs) = (committed.Split('\n'), served.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(ours.Length, theirs.Length)).FirstOrDefault(i => ours.ElementAtOrDefault(i) != theirs.ElementAtOrDefault(i));
        return (line + 1, ours.ElementAtOrDefault(line) ?? "(end)", theirs.ElementAtOrDefault(line) ?? "(end)");
    }
}
