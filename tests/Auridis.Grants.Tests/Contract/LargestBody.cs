using System.Globalization;
using System.Text.Json;

namespace Auridis.Grants.Tests.Contract;

/// <summary>
/// The largest JSON that a schema of the document allows: every text and list as long as it may be, every member there, and every character
/// in its longest spelling, which is an escape of six bytes, or two of them for a character beyond U+FFFF. Without white space, which no
/// schema bounds.
/// </summary>
sealed class LargestBody(JsonElement document)
{
    /// <exception cref="InvalidOperationException">The schema does not say how long a text or a list may be.</exception>
    public string Of(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Of(reference.GetString()!.Split('/')[1..]
                .Aggregate(document, (place, name) => place.GetProperty(name)));
        }
        foreach (var choice in (string[])["anyOf", "oneOf"])
        {
            if (schema.TryGetProperty(choice, out var alternatives))
                return alternatives.EnumerateArray().Select(Of).MaxBy(json => json.Length)!;
        }
        return TypeOf(schema) switch
        {
            "object" => "{" + string.Join(',', schema.GetProperty("properties").EnumerateObject()
                .Select(member => $"{Escaped(member.Name)}:{Of(member.Value)}")) + "}",
            "array" => "[" + string.Join(',', Enumerable.Repeat(Of(schema.GetProperty("items")), Limit(schema, "maxItems"))) + "]",
            "string" => Text(schema),
            "integer" => int.MinValue.ToString(CultureInfo.InvariantCulture),
            "number" => schema.GetProperty("maximum").GetRawText() + ".00",
            "boolean" => "false",
            "null" => "null",
            var other => throw new InvalidOperationException($"No request has a value of the type {other}: {schema}"),
        };
    }

    static string Text(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var values))
            return Escaped(values.EnumerateArray().Select(value => value.ToString()).MaxBy(value => value.Length)!);
        return schema.TryGetProperty("format", out var format)
            ? Escaped(format.GetString() switch
            {
                "uuid" => Guid.Empty.ToString(),
                "date" => "2018-11-30",
                "date-time" => "2018-10-01T09:00:00.1234567+02:00",
                var other => throw new InvalidOperationException($"No request has the format {other}."),
            })
            : "\"" + string.Concat(Enumerable.Repeat("\\ud83d\\ude00", Limit(schema, "maxLength"))) + "\"";
    }

    static string Escaped(string text) => "\"" + string.Concat(text.Select(c => $"\\u{(int)c:x4}")) + "\"";

    static int Limit(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out var limit)
        ? limit.GetInt32()
        : throw new InvalidOperationException($"A request has no bound, because {keyword} is missing: {schema}");

    /// <summary>The type, other than null where that is allowed as well.</summary>
    static string TypeOf(JsonElement schema) => schema.GetProperty("type") is { ValueKind: JsonValueKind.Array } types
        ? types.EnumerateArray().Select(type => type.GetString()!).First(type => type != "null")
        : schema.GetProperty("type").GetString()!;
}
