using Auridis.Grants.BrowserTests;

namespace Auridis.Grants.ClientTests;

/// <summary>The clients in C# that partners generate from openapi.yaml: they build, and one plays a round.</summary>
[TestFixture]
[CancelAfter(Workshop.Milliseconds)]
public sealed class CSharpTests
{
    Workshop workshop = null!;

    [OneTimeSetUp]
    public async Task Fetch()
    {
        using var limit = new CancellationTokenSource(Workshop.Limit);
        workshop = new Workshop();
        await workshop.Fetch("", "dotnet", limit.Token, "tool", "restore");
    }

    [OneTimeTearDown]
    public void Close() => workshop?.Dispose();

    [Test]
    public async Task The_client_of_Kiota_builds_and_plays_a_round(CancellationToken cancel)
    {
        await workshop.Run("kiota", "dotnet", cancel, "kiota", "generate", "-l", "CSharp", "-d", "../openapi.yaml", "-o", "Generated",
            "-c", "GrantsClient", "-n", "Grants.Kiota", "--exclude-backward-compatible");
        await Build("kiota", cancel);

        await using var server = await GrantsServer.Start();
        var said = await workshop.Run("kiota", "dotnet", cancel, "out/Client.dll", server.Url);

        Assert.That(said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Is.EqualTo(
        [
            "listed 2018-A",
            "opened: Open, lot null",
            "refused: 409 wrong-state: The resource is 'open'; this step requires 'draft'.",
            "changed: CLIENT-CS",
            "exported: row",
        ]));
    }

    [Test]
    public async Task The_client_of_NSwag_builds(CancellationToken cancel)
    {
        await workshop.Run("nswag", "dotnet", cancel, "nswag", "openapi2csclient", "/input:../openapi.yaml", "/output:Client.cs",
            "/namespace:Grants.NSwag", "/GenerateOptionalPropertiesAsNullable:true", "/GenerateNullableReferenceTypes:true");
        await Build("nswag", cancel);
    }

    async Task Build(string part, CancellationToken cancel)
    {
        await workshop.Fetch(part, "dotnet", cancel, "restore");
        await workshop.Run(part, "dotnet", cancel, "build", "--no-restore", "-o", "out", "-v", "q", "-warnaserror");
    }
}
