using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>The examples of all features, as JSON.</summary>
static class Examples
{
    static readonly Dictionary<string, Example> BySlice = All().ToDictionary(example => JsonNamingPolicy.CamelCase.ConvertName(example.Slice.Name), StringComparer.Ordinal);

    /// <summary>Those of every class that has some.</summary>
    public static IEnumerable<Example> All() => typeof(Examples).Assembly.GetTypes()
        .Where(type => type.IsClass && type.IsAssignableTo(typeof(IExamples)))
        .SelectMany(type => (IReadOnlyList<Example>)type.GetProperty(nameof(IExamples.All), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!);

    public static JsonNode? Request(string? operation) => BySlice.GetValueOrDefault(operation ?? "")?.Request is { } request ? Json(request) : null;

    public static JsonNode? Answer(string? operation) => BySlice.GetValueOrDefault(operation ?? "") is { } example ? Json(example.Answer) : null;

    /// <summary>What a figure of a problem can look like.</summary>
    public static JsonNode Figure(string name) => name switch
    {
        "office" or "ags" => "05512000",
        "reference" => "GA-2018-A-0007",
        "skipped" => "GA-2018-A-0004",
        "programmeCode" => "2018-A",
        "criterion" => "need",
        "category" => "personnel",
        "actual" => "submitted",
        "expected" or "applicationStatus" or "programmeStatus" => "draft",
        "earlier" => "approver",
        "reason" => "There is a line break in a text.",
        "today" => "2018-12-01",
        "finalFrom" => "2019-02-12",
        "earliest" => "2018-12-31",
        "application" => Example.Id(6).ToString(),
        "review" => Example.Id(8).ToString(),
        _ when name.EndsWith("On", StringComparison.Ordinal) => "2018-11-30",
        _ when name.EndsWith("Version", StringComparison.Ordinal) || name.EndsWith("Count", StringComparison.Ordinal) => 3,
        _ => Amounts.Contains(name, StringComparer.Ordinal) ? "100,000.00 EUR" : "12",
    };

    static readonly string[] Amounts =
    [
        "amount", "available", "budget", "cap", "committed", "declared", "drawn", "entitlement", "expenditure", "funds", "open", "paid", "reduction", "requested", "sumLimit",
        "unspent", "wanted",
    ];

    static JsonNode Json(object sample) => JsonSerializer.SerializeToNode(sample, Http.Json.Options)!;
}
