using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Auridis.Grants.Api.Values;

/// <summary>
/// An amount in euro. On the wire <c>{"amount":"100000.00","currency":"EUR"}</c>: a decimal string with exactly two places; anything
/// else is refused, never rounded. In the program and in the database whole cents.
/// </summary>
/// <param name="Cents">The amount in cents.</param>
[JsonConverter(typeof(MoneyConverter))]
readonly partial record struct Money(long Cents) : IComparable<Money>, IComparable
{
    /// <summary>The largest amount that SEPA can carry in one payment, and more than any programme has: 999,999,999.99 EUR.</summary>
    public const long MaxCents = 999_999_999_99;

    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    /// <summary>FluentValidation compares what can be compared in both ways.</summary>
    int IComparable.CompareTo(object? obj) => CompareTo((Money)obj!);

    /// <summary>As on the wire: <c>100000.00</c>.</summary>
    public string ToAmount() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Cents < 0 ? "-" : "")}{Magnitude / 100}.{Magnitude % 100:00}");

    /// <summary>For sentences, in the language of the request: <c>100,000.00 EUR</c> or <c>100.000,00 EUR</c>.</summary>
    public override string ToString() => In(Bilingual.Language);

    /// <summary>For a document that has a language of its own, <c>en</c> or <c>de</c>.</summary>
    public string In(string language)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{(Cents < 0 ? "-" : "")}{Magnitude / 100:#,0}.{Magnitude % 100:00} EUR");
        return language == "de" ? text.Replace(',', '\'').Replace('.', ',').Replace('\'', '.') : text;
    }

    /// <returns>False when the text is not a decimal with exactly two places, or is beyond <see cref="MaxCents"/>.</returns>
    public static bool TryParse(string? amount, out Money money)
    {
        money = default;
        if (amount is null || !Format().IsMatch(amount))
            return false;
        var digits = amount.Replace(".", "", StringComparison.Ordinal);
        var cents = long.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        money = new Money(cents);
        return Math.Abs(cents) <= MaxCents;
    }

    ulong Magnitude => (ulong)Math.Abs((decimal)Cents);

    // No leading zeros, no plus sign, no minus before zero: one amount, one text. Fifteen digits fit a long with room to spare.
    [GeneratedRegex(
        @"^(?!-0\.00)-?(0|[1-9][0-9]{0,14})\.[0-9]{2}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Format();

    sealed class MoneyConverter : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                throw Refuse();
            string? amount = null, currency = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                if (reader.TokenType != JsonTokenType.String)
                    throw Refuse();
                switch (name)
                {
                    case "amount" when amount is null:
                        amount = reader.GetString();
                        break;
                    case "currency" when currency is null:
                        currency = reader.GetString();
                        break;
                    default:
                        throw Refuse();
                }
            }
            return currency == "EUR" && TryParse(amount, out var money) ? money : throw Refuse();
        }

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("amount", value.ToAmount());
            writer.WriteString("currency", "EUR");
            writer.WriteEndObject();
        }

        const string Example = """{"amount":"100000.00","currency":"EUR"}""";

        static JsonValueException Refuse() => new(Bilingual.Of(
            $"An amount is {Example}: a string with exactly two decimal places and a point, up to 999999999.99.",
            $"Ein Betrag ist {Example}: eine Zeichenkette mit genau zwei Nachkommastellen und Punkt, bis 999999999.99."));
    }
}
