using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>Texts that are wrapped in the source. Swagger UI would break the lines where the source does.</summary>
static partial class Prose
{
    /// <summary>The text with each paragraph on one line; headings and lists keep their lines.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Unwrap(string? text) => text is null
        ? null
        : LineBreak().Replace(string.Join('\n', text.Trim().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())), " ");

    [GeneratedRegex(
        @"(?<=[^\n])(?<!^#[^\n]*)\n *(?![\n#-])",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineBreak();
}
