using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Says what is wrong with a body, in the order in which an operation lists its problems: no JSON, fields that nobody knows, fields that
/// are missing, a value of the wrong type. System.Text.Json stops at the first fault and tells its cases apart by English sentences; so the
/// body is held against the type that it was to become, and all places of one kind are named at once.
/// </summary>
static class JsonFault
{
    /// <param name="json">The whole body.</param>
    /// <param name="error">What the serializer stopped at.</param>
    /// <param name="request">The type that the body was to become.</param>
    public static Problem Explain(ReadOnlySpan<byte> json, JsonException error, Type request)
    {
        if (MergePatch.DocumentOf(request) is { } document)
        {
            // Any JSON is a merge patch: what is wrong is the document that it would make.
            var fault = Explain(json, error, document);
            return fault.Is(Problems.InvalidValue) ? Problems.ValidationFailed with { Errors = fault.Errors } : fault;
        }
        if (WhyMalformed(json) is { } reason)
            return Problems.MalformedJson.With(("reason", reason));
        var found = new Found();
        try
        {
            var reader = new Utf8JsonReader(json);
            Compare(JsonElement.ParseValue(ref reader), Json.Options.GetTypeInfo(request), [], found);
        }
        catch (InvalidOperationException)
        {
            return NoText;
        }
        return found switch
        {
            { Unknown.Count: > 0 } => Problems.UnknownField with { Errors = found.Unknown },
            { Missing.Count: > 0 } => Problems.MissingField with { Errors = found.Missing },
            { Repeated.Count: > 0 } => Problems.InvalidValue with { Errors = found.Repeated },
            _ => OfValue(error),
        };
    }

    /// <summary>Bytes that are no UTF-8, or escapes that are no characters, in the name of a field.</summary>
    public static Problem NoText => Problems.MalformedJson.With(("reason", Bilingual.Of("it is not text", "er ist kein Text")));

    static string? WhyMalformed(ReadOnlySpan<byte> json)
    {
        if (ErrorIn(json, Json.Deepest) is not { } error)
            return null;
        var (line, place) = (error.LineNumber + 1, error.BytePositionInLine + 1);
        var isTooDeep = ErrorIn(json, int.MaxValue) is not { } other
            || (other.LineNumber, other.BytePositionInLine) != (error.LineNumber, error.BytePositionInLine);
        return isTooDeep
            ? Bilingual.Of(
                $"it is nested deeper than {Json.Deepest} levels at line {line}, byte {place}",
                $"er ist in Zeile {line}, Byte {place} tiefer als {Json.Deepest} Ebenen verschachtelt")
            : Bilingual.Of($"syntax error at line {line}, byte {place}", $"Syntaxfehler in Zeile {line}, Byte {place}");
    }

    static JsonException? ErrorIn(ReadOnlySpan<byte> json, int deepest)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = deepest });
        try
        {
            while (reader.Read())
            {
                // Only whether it comes to the end.
            }
            return null;
        }
        catch (JsonException error)
        {
            return error;
        }
    }

    static void Compare(JsonElement value, JsonTypeInfo type, string[] path, Found found)
    {
        if (type.Kind == JsonTypeInfoKind.Object && value.ValueKind == JsonValueKind.Object)
        {
            var sent = new HashSet<string>(StringComparer.Ordinal);
            foreach (var field in value.EnumerateObject())
            {
                string[] place = [.. path, field.Name];
                if (type.Properties.FirstOrDefault(property => property.Name == field.Name) is not { } known)
                    Found.Add(found.Unknown, place, Bilingual.Of("This field is not known.", "Dieses Feld ist nicht bekannt."));
                else if (!sent.Add(field.Name))
                    Found.Add(found.Repeated, place, Bilingual.Of("This field occurs twice.", "Dieses Feld kommt doppelt vor."));
                else
                    Compare(field.Value, Json.Options.GetTypeInfo(known.PropertyType), place, found);
            }
            foreach (var property in type.Properties.Where(property => property.IsRequired && !sent.Contains(property.Name)))
            {
                Found.Add(
                    found.Missing, [.. path, property.Name], Bilingual.Of("This field is required.", "Dieses Feld ist erforderlich."));
            }
        }
        else if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } item } && value.ValueKind == JsonValueKind.Array)
        {
            var itemType = Json.Options.GetTypeInfo(item);
            foreach (var (i, element) in value.EnumerateArray().Index())
                Compare(element, itemType, [.. path, i.ToString(CultureInfo.InvariantCulture)], found);
        }
    }

    /// <summary>What remains: the serializer names the place.</summary>
    static Problem OfValue(JsonException error)
    {
        var path = JsonPointer.Parts(error.Path);
        return error is JsonValueException value
            ? Problems.InvalidValue.At(
                JsonPointer.Of(value.Item is { } item ? [.. ListOf(path), item.ToString(CultureInfo.InvariantCulture)] : path),
                value.Message)
            : Problems.InvalidValue.At(JsonPointer.Of(path), Bilingual.Of(
                "The value has the wrong type or format, or is null where it must not be.",
                "Der Wert hat den falschen Typ oder das falsche Format, oder ist null, wo er es nicht sein darf."));
    }

    /// <summary>At the end of a list the reader names the list, or the place behind its last item.</summary>
    static IEnumerable<string> ListOf(IReadOnlyList<string> path) =>
        path.Count > 0 && path[^1].All(char.IsAsciiDigit) ? path.SkipLast(1) : path;

    /// <summary>The places of each kind.</summary>
    sealed class Found
    {
        public Dictionary<string, string[]> Unknown { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string[]> Missing { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, string[]> Repeated { get; } = new(StringComparer.Ordinal);

        public static void Add(Dictionary<string, string[]> places, string[] path, string message)
        {
            if (places.Count < Problem.MostPlaces)
                places[JsonPointer.Of(path)] = [message];
        }
    }
}
