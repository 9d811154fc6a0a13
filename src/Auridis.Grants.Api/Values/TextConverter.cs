using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Auridis.Grants.Api.Values;

/// <summary>
/// Texts in JSON. Each comes in composed (NFC), so that everything behind knows one form. What is no text is refused with its place: half
/// of a character (an unpaired surrogate), or bytes that are not UTF-8.
/// </summary>
sealed class TextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException();
        try
        {
            return Characters.Compose(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            throw new JsonValueException(WhyNoText(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan));
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <param name="json">What stands between the quotes, with its escapes.</param>
    static string WhyNoText(ReadOnlySpan<byte> json)
    {
        for (var position = 1; !json.IsEmpty; position++)
        {
            var length = 2;
            if (json is not [(byte)'\\', ..])
            {
                if (Rune.DecodeFromUtf8(json, out _, out length) != OperationStatus.Done)
                {
                    return Bilingual.Of(
                        $"The byte 0x{json[0]:X2} at position {position} is not UTF-8.",
                        $"Das Byte 0x{json[0]:X2} an Position {position} ist kein UTF-8.");
                }
            }
            else if (json[1] == 'u')
            {
                var half = Escaped(json);
                var pair = char.IsHighSurrogate(half)
                    && json[6..] is [(byte)'\\', (byte)'u', ..] && char.IsLowSurrogate(Escaped(json[6..]));
                if (char.IsSurrogate(half) && !pair)
                {
                    return Bilingual.Of(
                        $"{Characters.NameOf(half)} at position {position} is half a character: the other surrogate is missing.",
                        $"{Characters.NameOf(half)} an Position {position} ist ein halbes Zeichen: das andere Surrogat fehlt.");
                }
                length = pair ? 12 : 6;
            }
            json = json[length..];
        }
        throw new InvalidOperationException("Every part of the text can be read, and the whole cannot.");
    }

    /// <summary>The reader has made sure of the four digits.</summary>
    static char Escaped(ReadOnlySpan<byte> json) =>
        (char)ushort.Parse(json.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
