using System.Text.Json;
using System.Text.Json.Nodes;

namespace Auridis.Grants.Api.OpenApi;

/// <summary>The examples as JSON: <see cref="Samples"/> of requests, <see cref="SampleAnswers"/>, and figures of problems.</summary>
static class Examples
{
    static readonly Dictionary<string, JsonNode> Requests = Samples.Requests.ToDictionary(request => SchemaNames.Of(request.GetType()), Json, StringComparer.Ordinal);

    static readonly Dictionary<string, JsonNode> Answers = SampleAnswers.ByOperation.ToDictionary(answer => answer.Key, answer => Json(answer.Value), StringComparer.Ordinal);

    /// <param name="schema">The name of the request's schema.</param>
    public static JsonNode? Request(string? schema) => Requests.GetValueOrDefault(schema ?? "")?.DeepClone();

    public static JsonNode? Answer(string? operation) => Answers.GetValueOrDefault(operation ?? "")?.DeepClone();

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
        "application" => SampleIds.Application.ToString(),
        "review" => SampleIds.Review.ToString(),
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
