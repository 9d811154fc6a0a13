using System.Text.RegularExpressions;

namespace Auridis.Grants.Tests.Platform;

[TestFixture]
public sealed partial class SqlParametersTests
{
    /// <summary>Other words that begin with @: a variable of T-SQL, and rules of CSS.</summary>
    static readonly string[] Others = ["@granted", "@keyframes", "@media"];

    [Test]
    public void Every_parameter_of_a_statement_is_in_PascalCase([Values("Features", "Platform")] string area)
    {
        var small = Repository.Sources(Path.Combine("src", "Auridis.Grants.Api", area), ".cs").SelectMany(file =>
            SmallParameters(File.ReadAllText(file)).Select(found => $"{Path.GetRelativePath(Repository.Folder, file)}: {found}"));

        Assert.That(small, Is.Empty);
    }

    [TestCase("""Execute("update A set B = @b where C = @C")""", "@b")]
    [TestCase(""""Execute($"""insert into A (B) values (@b, {more}, @_c)""")"""", "@b")]
    [TestCase(""""One("select 1 where A = @A", new { @class, Text = """ and B = @b""" })"""", "@b")]
    [TestCase("""// where A = @a""", null)]
    [TestCase("""/* where A = @a */ /// <c>where B = @b</c>""", null)]
    [TestCase("""IsMachine("@clients") && @class == '"' && Mail("a person@example.org") && "@@rowcount of it" """, null)]
    public void Parameters_are_found_in_texts_only(string source, string? found) =>
        Assert.That(SmallParameters(source), Is.EqualTo(found is null ? Array.Empty<string>() : [found]));

    static IEnumerable<string> SmallParameters(string source) => Token().Matches(source)
        .Select(token => token.Groups["text"].Value)
        // A statement, or a part of one, has blanks.
        .Where(text => text.Contains(' ', StringComparison.Ordinal))
        .SelectMany(text => SmallParameter().Matches(text))
        .Select(match => match.Value)
        .Where(parameter => !Others.Contains(parameter, StringComparer.Ordinal));

    [GeneratedRegex("""
        //[^\n]*
        | /\*.*?\*/
        | (?<quotes>"{3,})(?<text>.*?)\k<quotes>
        | @\$?"(?<text>([^"]|"")*)"
        | "(?<text>(\\.|[^"\\\n])*)"
        | '(\\.|[^'\\\n])+'
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<![\w@])@[a-z]\w*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex SmallParameter();
}
