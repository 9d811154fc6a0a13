using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// A merge patch (RFC 7396) to a document of type <typeparamref name="T"/>: what it names is replaced, null empties it, and the rest stays.
/// A list is replaced as a whole. Each member of the document must be optional, in all its depth, so that a part of one can be read.
/// </summary>
/// <param name="values">What the patch sets, for the validator; what it empties or leaves out is null.</param>
/// <param name="patch">The patch as it was sent: null and left out are two things.</param>
[JsonConverter(typeof(MergePatchConverter))]
sealed class MergePatch<T>(T values, JsonNode patch)
    where T : notnull
{
    public T Values => values;

    public T ApplyTo(T document) =>
        MergePatch.Apply(JsonSerializer.SerializeToNode(document, Json.Options), patch).Deserialize<T>(Json.Options)!;
}

static class MergePatch
{
    public const string ContentType = "application/merge-patch+json";

    /// <summary>Section 2 of RFC 7396. The target is changed.</summary>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject members)
            return patch?.DeepClone();
        var merged = target as JsonObject ?? [];
        foreach (var (name, value) in members)
        {
            if (value is null)
                merged.Remove(name);
            else
                merged[name] = Apply(merged[name], value);
        }
        return merged;
    }

    /// <summary>The type of the document that a request patches; null when it is no merge patch.</summary>
    public static Type? DocumentOf(Type request) =>
        request.IsGenericType && request.GetGenericTypeDefinition() == typeof(MergePatch<>) ? request.GenericTypeArguments[0] : null;
}

/// <summary>Reads the patch twice: as what it sets, which refuses what the document does not know, and as it was sent.</summary>
sealed class MergePatchConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => MergePatch.DocumentOf(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

    sealed class Of<T> : JsonConverter<MergePatch<T>>
        where T : notnull
    {
        public override MergePatch<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var patch = JsonElement.ParseValue(ref reader);
            return new(patch.Deserialize<T>(options)!, JsonSerializer.SerializeToNode(patch, options)!);
        }

        public override void Write(Utf8JsonWriter writer, MergePatch<T> value, JsonSerializerOptions options) =>
            throw new NotSupportedException("A merge patch is read, and never answered.");
    }
}
