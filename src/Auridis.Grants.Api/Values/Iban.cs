using System.Collections.Frozen;
using System.Globalization;

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

    /// <summary>Reads an IBAN as people write it: in capital letters, with or without spaces.</summary>
    public static bool TryParse(string? written, out Iban iban)
    {
        iban = default;
        var compact = written?.Replace(" ", "", StringComparison.Ordinal);
        if (compact is not { Length: >= 5 and <= 34 } || !compact.All(c => c is >= 'A' and <= 'Z' or >= '0' and <= '9'))
            return false;
        // 00, 01 and 99 leave the same remainder as 97, 98 and 02, and no bank issues them.
        if (!Lengths.TryGetValue(compact[..2], out var length) || compact.Length != length || compact[2..4] is "00" or "01" or "99")
            return false;
        if (Remainder(compact) != 1)
            return false;
        iban = new Iban(compact);
        return true;
    }

    /// <summary>For those who need not know the account: country, check digits and the last four.</summary>
    public string Masked => ToString() is { Length: > 8 } whole ? whole[..4] + new string('*', whole.Length - 8) + whole[^4..] : "";

    /// <summary>Without spaces.</summary>
    public override string ToString() => text ?? "";

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
