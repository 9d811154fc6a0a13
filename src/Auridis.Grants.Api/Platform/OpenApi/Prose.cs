using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>Texts that are wrapped in the source. Swagger UI would break the lines where the source does.</summary>
static class Prose
{
    /// <summary>The text with each paragraph on one line; headings and lists keep their lines.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Unwrap(string? text)
    {
        if (text is null)
            return null;
        var lines = text.ReplaceLineEndings("\n").Trim().Split('\n').Select(line => line.TrimEnd()).ToArray();
        var unwrapped = new StringBuilder(lines[0]);
        foreach (var (before, line) in lines.Zip(lines.Skip(1)))
        {
            if (GoesOn(before, line))
                unwrapped.Append(' ').Append(line.TrimStart(' '));
            else
                unwrapped.Append('\n').Append(line);
        }
        return unwrapped.ToString();
    }

    static bool GoesOn(string before, string line) =>
        before.Length > 0 && !before.StartsWith('#') && line.TrimStart(' ') is [not ('#' or '-'), ..];
}
