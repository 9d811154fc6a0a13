using System.Globalization;
using System.Text;

namespace Auridis.Grants.Api.Values;

/// <summary>
/// Texts as people count and see them. One form of a text (NFC) is made where it comes in; a character is a code point, as JSON Schema
/// counts, and not one of the two halves in which .NET keeps those beyond U+FFFF.
/// </summary>
static class Characters
{
    /// <summary>The one form of a text: composed (NFC).</summary>
    public static string Compose(string text) => Ascii.IsValid(text) ? text : Normalize(text, NormalizationForm.FormC);

    /// <summary>
    /// As .NET does it, which throws at U+FFFE: no character, and so nothing that its neighbours could be composed with.
    /// </summary>
    public static string Normalize(string text, NormalizationForm form) =>
        string.Join('\uFFFE', text.Split('\uFFFE').Select(part => part.Normalize(form)));

    /// <summary>How many characters a text has.</summary>
    public static int Count(string text)
    {
        var count = text.Length;
        foreach (var half in text)
        {
            if (char.IsLowSurrogate(half))
                count--;
        }
        return count;
    }

    /// <summary>As Unicode writes it: <c>U+00AD</c>.</summary>
    public static string NameOf(int character) => string.Create(CultureInfo.InvariantCulture, $"U+{character:X4}");

    /// <summary>
    /// There is something to see of it. What only changes its neighbours, keeps a place free, or means something to one font only, does
    /// not show by itself.
    /// </summary>
    public static bool Shows(Rune character) => !IsFiller(character) && !IsBlank(character) && Rune.GetUnicodeCategory(character)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    /// <summary>Takes a place and shows nothing there.</summary>
    public static bool IsBlank(Rune character) => Rune.IsWhiteSpace(character) || character.Value is BrailleBlank or MusicalNull;

    /// <summary>
    /// Shows nothing and takes no place, though Unicode files it under letters and marks: joiner of graphemes, fillers of Hangul, inherent
    /// vowels of Khmer, selectors of variants.
    /// </summary>
    public static bool IsFiller(Rune character) => character.Value
        is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0
        or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    const int BrailleBlank = 0x2800;

    const int MusicalNull = 0x1D159;
}
