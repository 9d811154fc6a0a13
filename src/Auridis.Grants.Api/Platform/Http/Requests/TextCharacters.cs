using System.Globalization;
using System.Text;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Which characters a text of people may hold. Refused is what a screen or a file would show otherwise than it is stored, or not at all.
/// The pattern says the same to JSON Schema, as far as U+FFFF and in a form that each dialect of regular expressions knows.
/// </summary>
/// <param name="Pattern">For the OpenAPI document.</param>
/// <param name="WhyRefused">Why a character may not stand in the text; null when it may.</param>
sealed record TextCharacters(string Pattern, Func<Rune, Bilingual?> WhyRefused)
{
    /// <summary>
    /// One line: no control characters, no breaks, nothing invisible but blanks, nothing that turns the direction of writing.
    /// </summary>
    public static readonly TextCharacters Line = new(
        @"^[^\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F"
        + @"\uFDD0-\uFDEF\uFEFF\uFFF0-\uFFFB\uFFFE\uFFFF]*$",
        character => IsBreak(character) ? new("the text has one line", "der Text hat eine Zeile")
            : WhyNever(character)
            ?? (IsInvisible(character) ? new("it is invisible", "es ist unsichtbar") : null));

    /// <summary>
    /// Several lines: breaks and tabs are allowed, and what is invisible too, as soft hyphens that a word processor has left; other control
    /// characters are not, nor what turns the direction of writing.
    /// </summary>
    public static readonly TextCharacters Prose = new(
        @"^[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069"
        + @"\uFDD0-\uFDEF\uFFFE\uFFFF]*$",
        character => IsBreak(character) || character.Value == '\t' ? null : WhyNever(character));

    static Bilingual? WhyNever(Rune character) =>
        Rune.IsControl(character) ? new("it is a control character", "es ist ein Steuerzeichen")
        : IsDirection(character.Value) ? new("it turns the direction of writing", "es dreht die Schreibrichtung um")
        : IsNoCharacter(character.Value) ? new("Unicode gives it to no character", "Unicode vergibt es an kein Zeichen")
        : null;

    static bool IsBreak(Rune character) => character.Value is '\n' or '\r' or 0x2028 or 0x2029;

    /// <summary>
    /// Marks, embeddings, overrides and isolates of bidirectional text: with them a text reads otherwise than it is stored.
    /// </summary>
    static bool IsDirection(int character) =>
        character is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    static bool IsNoCharacter(int character) => character is (>= 0xFDD0 and <= 0xFDEF) || (character & 0xFFFE) == 0xFFFE;

    /// <summary>What Unicode calls format, less the Arabic and Kaithi signs that enclose numbers and are seen.</summary>
    static bool IsInvisible(Rune character) => character.Value is (>= 0x2060 and <= 0x206F) or (>= 0xFFF0 and <= 0xFFFB)
        || (Rune.GetUnicodeCategory(character) == UnicodeCategory.Format
            && character.Value is not ((>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD));
}
