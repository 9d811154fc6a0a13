using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Auridis.Grants.Api.Values;

/// <summary>Times in JSON: UTC with Z, in milliseconds. A time without a zone is refused: it would be taken for the server's own.</summary>
sealed class TimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && HasZone(reader.GetString()!) && reader.TryGetDateTimeOffset(out var time)
            ? time.ToUniversalTime()
            : throw new JsonValueException(Bilingual.Of(
                "A time is written as 2018-09-26T10:00:00Z.", "Eine Zeit wird als 2018-09-26T10:00:00Z geschrieben."));

    static bool HasZone(string text) => text.Length > 19 && (text[^1] == 'Z' || text[^6] is '+' or '-');

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[24];
        value.UtcDateTime.TryFormat(text, out _, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text);
    }
}
