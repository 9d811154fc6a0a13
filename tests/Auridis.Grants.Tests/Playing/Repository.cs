namespace Auridis.Grants.Tests.Playing;

/// <summary>The sources that the tests were built from.</summary>
static class Repository
{
    /// <summary>The folder of the solution, above the one that the tests run in.</summary>
    public static string Folder { get; } = Find(new DirectoryInfo(TestContext.CurrentContext.TestDirectory));

    /// <summary>The files of a folder that people write, by the ends of their names.</summary>
    public static IEnumerable<string> Sources(string folder, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Folder, folder), "*", SearchOption.AllDirectories)
            .Where(file => Array.Exists(endings, ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Where(file => !Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Auridis.Grants.sln"))
        ? folder.FullName
        : Find(folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository."));
}
