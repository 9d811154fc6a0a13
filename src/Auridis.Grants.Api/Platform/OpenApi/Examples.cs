using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>The examples of all features, as JSON.</summary>
static class Examples
{
    static readonly Dictionary<string, Example> BySlice =
        All().ToDictionary(example => JsonNamingPolicy.CamelCase.ConvertName(example.Slice.Name), StringComparer.Ordinal);

    /// <summary>Those of every class that has some.</summary>
    public static IEnumerable<Example> All() => typeof(Examples).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(IExamples)))
        .Select(type => type.GetProperty(nameof(IExamples.All), BindingFlags.Public | BindingFlags.Static)!)
        .SelectMany(all => (IReadOnlyList<Example>)all.GetValue(null)!);

    public static JsonNode? Request(string? operation) =>
        BySlice.GetValueOrDefault(operation ?? "")?.Request is { } request ? Json(request) : null;

    public static JsonNode? Answer(string? operation) =>
        BySlice.GetValueOrDefault(operation ?? "") is { } example ? Json(example.Answer) : null;

    static JsonNode Json(object sample) => JsonSerializer.SerializeToNode(sample, Http.Json.Options)!;
}
