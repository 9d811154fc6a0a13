using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>How the API reads and writes JSON: camelCase, unknown fields refused, times in UTC with Z, German letters as they are.</summary>
static class Json
{
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>For documents kept in a column: what an older version wrote is still read.</summary>
    public static readonly JsonSerializerOptions Stored = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new TimeConverter() },
    };

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.PropertyNameCaseInsensitive = false;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        // The relaxed encoder leaves umlauts readable; the answers are JSON documents and never stand inside HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new TimeConverter());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RefuseNullItems);
        return options;
    }

    /// <summary>RespectNullableAnnotations looks at properties only, and leaves <c>[null]</c> to whoever reads the list. No list here has null items.</summary>
    static void RefuseNullItems(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            type.OnDeserialized = list =>
            {
                var item = ((IEnumerable)list).Cast<object?>().ToList().IndexOf(null);
                if (item >= 0)
                    throw new JsonValueException(Bilingual.Of("A list has no null items.", "Eine Liste hat keine null-Einträge.")) { Item = item };
            };
        }
    }

    sealed class TimeConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && HasZone(reader.GetString()!) && reader.TryGetDateTimeOffset(out var time)
                ? time.ToUniversalTime()
                : throw new JsonValueException(Bilingual.Of("A time is written as 2018-09-26T10:00:00Z.", "Eine Zeit wird als 2018-09-26T10:00:00Z geschrieben."));

        /// <summary>Without a zone it would be taken for the server's own time.</summary>
        static bool HasZone(string text) => text.Length > 19 && (text[^1] == 'Z' || text[^6] is '+' or '-');

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
        {
            Span<char> text = stackalloc char[24];
            value.UtcDateTime.TryFormat(text, out _, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            writer.WriteStringValue(text);
        }
    }
}
