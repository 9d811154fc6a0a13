using System.Collections.Frozen;

namespace Auridis.Grants.Api.YouthOffices;

/// <summary>
/// An International Bank Account Number (ISO 13616) of a country of SEPA: the length that its country sets, and check digits that leave 1
/// when divided by 97. Any single wrong digit, and any two neighbours that changed places, are found.
/// </summary>
readonly record struct Iban
{
    readonly string? text;

    Iban(string text) => this.text = text;

    /// <summary>The lengths that the countries' banks have registered; a country that is not here takes no SEPA payment.</summary>
    static readonly FrozenDictionary<string, int> Lengths = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["AD"] = 24, ["AL"] = 28, ["AT"] = 20, ["BE"] = 16, ["BG"] = 22, ["CH"] = 21, ["CY"] = 28, ["CZ"] = 24, ["DE"] = 22, ["DK"] = 18,
        ["EE"] = 20, ["ES"] = 24, ["FI"] = 18, ["FR"] = 27, ["GB"] = 22, ["GI"] = 23, ["GR"] = 27, ["HR"] = 21, ["HU"] = 28, ["IE"] = 22,
        ["IS"] = 26, ["IT"] = 27, ["LI"] = 21, ["LT"] = 20, ["LU"] = 20, ["LV"] = 21, ["MC"] = 27, ["MD"] = 24, ["ME"] = 22, ["MK"] = 19,
        ["MT"] = 31, ["NL"] = 18, ["NO"] = 15, ["PL"] = 28, ["PT"] = 25, ["RO"] = 24, ["RS"] = 22, ["SE"] = 24, ["SI"] = 19, ["SK"] = 24,
        ["SM"] = 27, ["VA"] = 22,
    }.ToFrozenDictionary(StringComparer.Ordinal);

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
