using System.Text.Json;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// What is submitted is complete: every member of the content is there, with a partner, a milestone and a line of the finance plan at
/// least. A project can do without staff of its own, but says so by an empty list.
/// </summary>
static class CompleteContent
{
    /// <summary>What is missing, by JSON pointer.</summary>
    public static string[] Missing(ApplicationContent content) =>
        [.. MissingBelow(JsonSerializer.SerializeToElement(content, StoredJson.Options), "")];

    /// <summary>
    /// A document has all members, and null where there is none: one that the content gets one day is required by itself.
    /// </summary>
    static IEnumerable<string> MissingBelow(JsonElement value, string place) => value.ValueKind switch
    {
        JsonValueKind.Null => [place],
        JsonValueKind.Array when value.GetArrayLength() == 0 && place != "/staff" => [place],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => MissingBelow(member.Value, $"{place}/{member.Name}")),
        _ => [],
    };
}
