namespace Auridis.Grants.Tests.Platform;

[TestFixture]
public sealed class LineLengthTests
{
    const int Most = 140;

    [Test]
    public void No_line_is_longer_than_140_characters([Values("src", "tests", "sql")] string folder)
    {
        var tooLong = Repository.Sources(folder, ".cs", ".sql").SelectMany(file => File.ReadLines(file)
            .Select((line, index) => (Length: line.EnumerateRunes().Count(), Number: index + 1))
            .Where(line => line.Length > Most)
            .Select(line => $"{Path.GetRelativePath(Repository.Folder, file)}:{line.Number} has {line.Length}"));

        Assert.That(tooLong, Is.Empty);
    }
}
