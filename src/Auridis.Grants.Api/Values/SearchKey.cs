using System.Text;

namespace Auridis.Grants.Api.Values;

/// <summary>
/// What a text is found by: its <see cref="TextKey"/>, with ä as ae, ö as oe and ü as ue, as people write them who have no such keys.
/// Stored beside what can be searched; never compared to tell whether two texts are alike.
/// </summary>
readonly record struct SearchKey
{
    /// <summary>As long as the columns. The key of a title comes to 600; only one of nothing but musical symbols is longer.</summary>
    const int Longest = 800;

    readonly string? key;

    SearchKey(string key) => this.key = key;

    public static SearchKey Of(string text)
    {
        var folded = TextKey.Of(text).ToString()
            .Replace("ä", "ae", StringComparison.Ordinal)
            .Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal);
        return new(Cut(folded, Longest));
    }

    /// <summary>The key as it is stored.</summary>
    public override string ToString() => key ?? "";

    /// <summary>The beginning of a text, at most so long, without half a character.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>
    /// The first text after all that begin with this one, compared byte by byte: its last character is the next one. The same in the order
    /// of UTF-8 and in that of UTF-16.
    /// </summary>
    /// <param name="beginning">Not empty, and without what Unicode gives to no character.</param>
    public static string After(string beginning)
    {
        Rune.DecodeLastFromUtf16(beginning, out var last, out var length);
        var next = last.Value == 0xD7FF ? 0xE000 : last.Value + 1;
        return beginning[..^length] + char.ConvertFromUtf32(next);
    }
}
