using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Says what is wrong with a body. System.Text.Json tells its cases apart by English sentences only, so they are told apart here by what
/// the body was to become: the place of the error either names a member of that type or does not.
/// </summary>
static class JsonFault
{
    /// <param name="error">The reader's error.</param>
    /// <param name="request">The type that the body was read as; null when the route does not say.</param>
    public static Problem Explain(JsonException error, Type? request)
    {
        // A syntax error (nesting too deep is one) is the reader's own exception, inside the serializer's.
        if (error.InnerException is JsonException)
            return Problems.MalformedJson.With(("reason", Position(error)));
        var path = JsonPointer.Parts(error.Path);
        if (error is JsonValueException value)
        {
            return At(
                Problems.InvalidValue,
                value.Item is { } item ? [.. ListOf(path), item.ToString(CultureInfo.InvariantCulture)] : path,
                value.Message);
        }
        var parent = request is null || path.Count == 0 ? null : Walk(Json.Options.GetTypeInfo(request), path.SkipLast(1));
        if (parent is { Kind: JsonTypeInfoKind.Object } && Member(parent, path[^1]) is null)
            return At(Problems.UnknownField, path, Bilingual.Of("This field is not known.", "Dieses Feld ist nicht bekannt."));
        if (request is not null
            && Walk(Json.Options.GetTypeInfo(request), path) is { Kind: JsonTypeInfoKind.Object } place
            && Missing(place, error.Message) is { Count: > 0 } missing)
        {
            return Problems.MissingField with
            {
                Errors = missing.ToDictionary(
                    name => JsonPointer.Of([.. path, name]),
                    _ => new[] { Bilingual.Of("This field is required.", "Dieses Feld ist erforderlich.") },
                    StringComparer.Ordinal),
            };
        }
        return At(Problems.InvalidValue, path, Bilingual.Of(
            "The value has the wrong type or format, is null where it must not be, or occurs twice.",
            "Der Wert hat den falschen Typ oder das falsche Format, ist null, wo er es nicht sein darf, oder kommt doppelt vor."));
    }

    /// <summary>At the end of a list the reader names the list, or the place behind its last item.</summary>
    static IEnumerable<string> ListOf(IReadOnlyList<string> path) =>
        path.Count > 0 && path[^1].All(char.IsAsciiDigit) ? path.SkipLast(1) : path;

    /// <summary>The required members that the error names: in quotes, in whatever sentence.</summary>
    static List<string> Missing(JsonTypeInfo place, string message) =>
        [
            .. place.Properties
                .Where(property => property.IsRequired && message.Contains($"'{property.Name}'", StringComparison.Ordinal))
                .Select(property => property.Name),
        ];

    static JsonTypeInfo? Walk(JsonTypeInfo root, IEnumerable<string> path)
    {
        JsonTypeInfo? place = root;
        foreach (var part in path)
        {
            var next = place.Kind switch
            {
                JsonTypeInfoKind.Object => Member(place, part)?.PropertyType,
                JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => place.ElementType,
                _ => null,
            };
            if (next is null)
                return null;
            place = Json.Options.GetTypeInfo(next);
        }
        return place;
    }

    static JsonPropertyInfo? Member(JsonTypeInfo type, string name) => type.Properties.FirstOrDefault(property => property.Name == name);

    static Problem At(Problem type, IReadOnlyList<string> path, string message) => type with
    {
        Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [JsonPointer.Of(path)] = [message] },
    };

    static string Position(JsonException error) => Bilingual.Of(
        $"syntax error at line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}",
        $"Syntaxfehler in Zeile {error.LineNumber + 1}, Byte {error.BytePositionInLine + 1}");
}
