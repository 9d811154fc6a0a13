using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Auridis.Grants.Api.Values;

/// <summary>
/// What the words of people are compared by: two texts that read alike have one key. Composed or not, capitals or small letters (with ß
/// as ss), one blank or several, with or without what nobody sees. Stored where the database compares; at most three times as long as
/// its text.
/// </summary>
readonly record struct TextKey
{
    readonly string? key;

    TextKey(string key) => this.key = key;

    public static TextKey Of(string text)
    {
        var built = new StringBuilder(text.Length);
        var blank = false;
        foreach (var character in Fold(Characters.Normalize(text, NormalizationForm.FormD)).EnumerateRunes())
        {
            if (Characters.IsBlank(character))
            {
                blank = built.Length > 0;
            }
            else if (!Characters.IsFiller(character) && Rune.GetUnicodeCategory(character) != UnicodeCategory.Format)
            {
                if (blank)
                    built.Append(' ');
                blank = false;
                built.Append(character.ToString());
            }
        }
        return new(Characters.Compose(built.ToString()));
    }

    /// <summary>The key as it is stored.</summary>
    public override string ToString() => key ?? "";

    /// <summary>
    /// Full case folding (the Unicode Standard, section 3.13): by way of the capitals, so that letters which share one, such as σ and ς,
    /// are one letter; then what folds to several letters. The text is decomposed, so that no other letter does.
    /// </summary>
    static string Fold(string decomposed)
    {
        var small = decomposed.ToUpperInvariant().ToLowerInvariant();
        if (Ascii.IsValid(small))
            return small;
        var folded = new StringBuilder(small.Length);
        foreach (var letter in small)
        {
            if (Several.TryGetValue(letter, out var letters))
                folded.Append(letters);
            else
                folded.Append(letter);
        }
        return folded.ToString();
    }

    /// <summary>CaseFolding.txt, status F, less what canonical decomposition takes apart already.</summary>
    static readonly FrozenDictionary<char, string> Several = new Dictionary<char, string>
    {
        ['ß'] = "ss",
        ['ŉ'] = "ʼn",
        ['ẚ'] = "aʾ",
        ['ﬀ'] = "ff",
        ['ﬁ'] = "fi",
        ['ﬂ'] = "fl",
        ['ﬃ'] = "ffi",
        ['ﬄ'] = "ffl",
        ['ﬅ'] = "st",
        ['ﬆ'] = "st",
        ['և'] = "եւ",
        ['ﬓ'] = "մն",
        ['ﬔ'] = "մե",
        ['ﬕ'] = "մի",
        ['ﬖ'] = "վն",
        ['ﬗ'] = "մխ",
    }.ToFrozenDictionary();
}
