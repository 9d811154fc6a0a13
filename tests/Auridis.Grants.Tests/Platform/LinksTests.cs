using System.Text.RegularExpressions;

namespace Auridis.Grants.Tests.Platform;

[TestFixture]
public sealed partial class LinksTests
{
    [Test]
    public void The_documentation_points_at_files_that_are_there()
    {
        var links = Directory.EnumerateFiles(Repository.Folder, "*.md").Concat(Repository.Sources("docs", ".md"))
            .SelectMany(page => Link().Matches(File.ReadAllText(page)).Select(match => (Page: page, Path: match.Groups["path"].Value)))
            .ToList();
        var broken = links.Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(link.Page)!, link.Path)))
            .Select(link => $"{Path.GetFileName(link.Page)} → {link.Path}");

        Assert.That(links, Has.Count.GreaterThan(100));
        Assert.That(broken, Is.Empty);
    }

    /// <summary>A link inside the repository, without its anchor.</summary>
    [GeneratedRegex(@"\]\((?!https?:|#)(?<path>[^)#]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Link();
}
