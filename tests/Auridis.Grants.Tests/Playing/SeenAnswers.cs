using System.Collections.Concurrent;
using System.Text.Json;

namespace Auridis.Grants.Tests.Playing;

/// <summary>
/// What the operations answered in any test of this run: in which status a resource was, and which of its members were null.
/// <see cref="WholeRunTests"/> holds the examples of the OpenAPI document against it.
/// </summary>
static class SeenAnswers
{
    static readonly ConcurrentDictionary<(string Operation, string Shape), bool> Seen = new();

    public static bool IsEmpty => Seen.IsEmpty;

    public static void Add(string operation, JsonElement body)
    {
        foreach (var shape in ShapesOf(body))
            Seen.TryAdd((operation, shape), true);
    }

    /// <summary>Of a list, those of its items.</summary>
    public static IEnumerable<string> ShapesOf(JsonElement body) =>
        body.TryGetProperty("items", out var items) && body.TryGetProperty("nextCursor", out _)
            ? items.EnumerateArray().Select(Shape).Distinct(StringComparer.Ordinal)
            : [Shape(body)];

    /// <summary>What this operation answered; null for all of them.</summary>
    public static IEnumerable<string> Of(string? operation) =>
        Seen.Keys.Where(seen => operation is null || seen.Operation == operation).Select(seen => seen.Shape)
            .Distinct(StringComparer.Ordinal);

    static string Shape(JsonElement resource)
    {
        var status = resource.TryGetProperty("status", out var value) ? value.ToString() : "found";
        var members = resource.EnumerateObject().Select(member =>
            member.Value.ValueKind is JsonValueKind.Null ? member.Name + " null" : member.Name);
        return $"{status}: {string.Join(", ", members)}";
    }
}
