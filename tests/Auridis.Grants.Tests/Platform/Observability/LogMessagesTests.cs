using System.Text.RegularExpressions;

namespace Auridis.Grants.Tests.Platform.Observability;

/// <summary>docs/operating.md lists the messages of the log that somebody may have to act on.</summary>
[TestFixture]
public sealed partial class LogMessagesTests
{
    [Test]
    public void Every_warning_and_error_is_listed()
    {
        var listed = Row().Matches(File.ReadAllText(Path.Combine(Repository.Folder, "docs", "operating.md")))
            .Select(match => (match.Groups["message"].Value, match.Groups["level"].Value));

        Assert.That(listed, Is.EquivalentTo(
            from file in Repository.Sources("src", ".cs")
            from Match match in Declaration().Matches(File.ReadAllText(file))
            select (Placeholder().Replace(match.Groups["message"].Value, "…"), match.Groups["level"].Value)));
    }

    [GeneratedRegex(@"^\| `(?<message>[^`]+)` \| (?<level>Warning|Error) \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Row();

    [GeneratedRegex(@"LoggerMessage\(Level = LogLevel\.(?<level>Warning|Error), Message = ""(?<message>[^""]+)""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Placeholder();
}
