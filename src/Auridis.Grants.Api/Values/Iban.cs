using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Auridis.Grants.Api.Values;

/// <summary>
/// An International Bank Account Number (ISO 13616) of a country of SEPA: the length that its country sets, and check digits that leave 1
/// when divided by 97. Any single wrong digit, and any two neighbours that changed places, are found.
/// </summary>
readonly record struct Iban
{
    readonly string? text;

    Iban(string text) => this.text = text;

    /// <summary>The lengths that the countries' banks have registered; a country that is not here takes no SEPA payment.</summary>
    static readonly FrozenDictionary<string, int> Lengths = """
        AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27
        GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MD24
        ME22 MK19 MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22
        """.Split([' ', '\n']).ToFrozenDictionary(
            entry => entry[..2],
            entry => int.Parse(entry.AsSpan(2), CultureInfo.InvariantCulture),
            StringComparer.Ordinal);

    /// <summary>The other countries of the IBAN registry: their numbers are right, and SEPA does not reach them.</summary>
    static readonly FrozenSet<string> OutsideSepa = """
        AE AZ BA BH BI BR BY CR DJ DO EG FK FO GE GL GT HN IL IQ JO KW KZ LB LC LY
        MN MR MU NI OM PK PS QA RU SA SC SD SO ST SV TL TN TR UA VG XK YE
        """.Split([' ', '\n']).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads an IBAN as people write and paste it: in capital or small letters, with or without blanks of any kind.</summary>
    public static bool TryParse(string? written, out Iban iban)
    {
        iban = written is null || WhyNone(written) is not null ? default : new Iban(Compact(written));
        return iban != default;
    }

    /// <summary>What is wrong with a text that is to be an IBAN, in the caller's language; null when it is one.</summary>
    public static string? WhyNone(string written) => (WhyNotWritten(written) ?? WhyNotIssued(Compact(written)))?.Current;

    /// <summary>For those who need not know the account: country, check digits and the last four.</summary>
    public string Masked => ToString() is { Length: > 8 } whole ? whole[..4] + new string('*', whole.Length - 8) + whole[^4..] : "";

    /// <summary>Without blanks, in capital letters.</summary>
    public override string ToString() => text ?? "";

    static string Compact(string written) => string.Concat(written.Where(c => !IsBlank(c)).Select(char.ToUpperInvariant));

    static bool IsBlank(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator;

    static Bilingual? WhyNotWritten(string written)
    {
        var position = 0;
        foreach (var character in written.EnumerateRunes())
        {
            position++;
            if (character.IsAscii ? char.IsAsciiLetterOrDigit((char)character.Value) || character.Value == ' '
                : Rune.GetUnicodeCategory(character) == UnicodeCategory.SpaceSeparator)
                continue;
            var name = Characters.NameOf(character.Value);
            return new(
                $"An IBAN has letters from A to Z, digits and blanks; {name} at position {position} is none of them.",
                $"Eine IBAN hat Buchstaben von A bis Z, Ziffern und Leerzeichen; {name} an Position {position} gehört nicht dazu.");
        }
        return null;
    }

    static Bilingual? WhyNotIssued(string compact)
    {
        if (compact is not [>= 'A', >= 'A', <= '9', <= '9', ..])
        {
            return new(
                "An IBAN begins with the two letters of its country and two check digits.",
                "Eine IBAN beginnt mit den zwei Buchstaben ihres Landes und zwei Prüfziffern.");
        }
        var country = compact[..2];
        if (!Lengths.TryGetValue(country, out var length))
        {
            return OutsideSepa.Contains(country)
                ? new($"{country} is outside SEPA; payments go to accounts within SEPA only.",
                    $"{country} liegt außerhalb von SEPA; gezahlt wird nur auf Konten innerhalb von SEPA.")
                : new($"No country has IBANs that begin with {country}.", $"Kein Land hat IBANs, die mit {country} beginnen.");
        }
        if (compact.Length != length)
        {
            return new(
                $"An IBAN of {country} has {length} characters without blanks; this one has {compact.Length}.",
                $"Eine IBAN aus {country} hat {length} Zeichen ohne Leerzeichen; diese hat {compact.Length}.");
        }
        // 00, 01 and 99 leave the same remainder as 97, 98 and 02, and no bank issues them.
        return compact[2..4] is "00" or "01" or "99" || Remainder(compact) != 1
            ? new("The check digits do not fit: a character is wrong, or two have changed places.",
                "Die Prüfziffern passen nicht: Ein Zeichen ist falsch, oder zwei sind vertauscht.")
            : null;
    }

    /// <summary>The number with its first four places moved to the end and letters as 10 to 35, modulo 97.</summary>
    static int Remainder(string compact)
    {
        var remainder = 0;
        for (var place = 0; place < compact.Length; place++)
        {
            var c = compact[(place + 4) % compact.Length];
            remainder = char.IsAsciiDigit(c) ? (remainder * 10 + (c - '0')) % 97 : (remainder * 100 + (c - 'A' + 10)) % 97;
        }
        return remainder;
    }
}
