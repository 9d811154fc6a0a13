using System.Text.RegularExpressions;

namespace Auridis.Grants.Tests.Features;

/// <summary>docs/rules.md speaks of the rules as they are.</summary>
[TestFixture]
public sealed partial class RulesTests
{
    static readonly string Docs = Path.Combine(Repository.Folder, "docs");

    /// <summary>The rows of its tables: rule, file, problem and test.</summary>
    static readonly string[][] Rows =
    [
        .. File.ReadLines(Path.Combine(Docs, "rules.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| rule |", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | ", StringSplitOptions.TrimEntries)),
    ];

    [Test]
    public void Every_rule_has_its_file_and_its_test()
    {
        Assert.That(Rows, Is.Not.Empty.And.All.Length.EqualTo(4));
        Assert.That(Rows.Select(row => LinkIn(row[1])), Is.All.Matches<string>(File.Exists));
        Assert.That(Rows.Select(row => LinkIn(row[3])), Is.All.Matches<string>(File.Exists));
    }

    [Test]
    public void Every_rule_of_a_feature_is_listed()
    {
        var rules = Repository.Sources("src", ".cs").Where(file => Path.GetFileName(Path.GetDirectoryName(file)) is "Rules").ToList();

        Assert.That(rules, Has.Count.GreaterThan(50));
        Assert.That(rules.Except(Rows.Select(row => LinkIn(row[1])), StringComparer.Ordinal), Is.Empty);
    }

    [Test]
    public void Every_problem_stands_at_one_rule() => Assert.That(
        Rows.SelectMany(row => Code().Matches(row[2]).Select(match => match.Groups["code"].Value)),
        Is.EquivalentTo(ProblemCatalogue.Declared().Select(problem => problem.Code)));

    static string LinkIn(string cell) => Path.GetFullPath(Path.Combine(Docs, Link().Match(cell).Groups["path"].Value));

    [GeneratedRegex(@"\]\((?<path>[^)]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Link();

    [GeneratedRegex("`(?<code>[a-z0-9-]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Code();
}
