using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>A script, its batches (GO on a line of its own ends one), and the SHA-256 of its text with line ends normalised.</summary>
sealed partial record Script(string Name, string Text)
{
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normal(Text))));

    public IEnumerable<string> Batches => Go().Split(Normal(Text)).Where(batch => !string.IsNullOrWhiteSpace(batch));

    public static Script Read(string name, Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new Script(name, reader.ReadToEnd());
    }

    static string Normal(string text) => text.ReplaceLineEndings("\n");

    [GeneratedRegex(
        @"^\s*GO\s*$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Go();
}
