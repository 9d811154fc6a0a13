using System.Text.Json;

namespace Auridis.Grants.Tests.Contract;

/// <summary>The OpenAPI document as it is served, and the routes that it describes.</summary>
[TestFixture]
public abstract class ContractFixture() : ApiTests(DatabaseKind.Sqlite)
{
    private protected JsonElement document;

    [OneTimeSetUp]
    public async Task Read() => document = (await app.With(null).Get("/swagger/v1/swagger.json")).Succeeded().Json;

    private protected IEnumerable<(string Name, JsonElement Value)> Operations() =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value);

    private protected static JsonElement.ObjectEnumerator Members(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var child) ? child.EnumerateObject() : default;
}
