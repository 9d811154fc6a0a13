namespace Auridis.Grants.Tests.Playing;

/// <summary>The sources that the tests were built from.</summary>
static class Repository
{
    /// <summary>The folder of the solution, above the one that the tests run in.</summary>
    public static string Folder { get; } = Find(new DirectoryInfo(TestContext.CurrentContext.TestDirectory));

    static string Find(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "Auridis.Grants.sln"))
        ? folder.FullName
        : Find(folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository."));
}
