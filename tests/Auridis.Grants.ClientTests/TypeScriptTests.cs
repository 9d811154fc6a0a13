using Auridis.Grants.BrowserTests;

namespace Auridis.Grants.ClientTests;

/// <summary>The clients in TypeScript that partners generate from openapi.yaml: they compile, and one plays a round.</summary>
[TestFixture]
[CancelAfter(Workshop.Milliseconds)]
public sealed class TypeScriptTests
{
    const string Part = "typescript";

    Workshop workshop = null!;

    [OneTimeSetUp]
    public async Task Fetch()
    {
        using var limit = new CancellationTokenSource(Workshop.Limit);
        workshop = new Workshop();
        await workshop.Fetch(Part, "npm", limit.Token, "install", "--ignore-scripts");
    }

    [OneTimeTearDown]
    public void Close() => workshop?.Dispose();

    [Test]
    public async Task The_types_of_openapi_typescript_compile(CancellationToken cancel)
    {
        await Npx(cancel, "openapi-typescript", "../openapi.yaml", "-o", "openapi-typescript/schema.ts");
        await Compile(cancel, "openapi-typescript/schema.ts");
    }

    /// <summary>With strict checks, since play.ts is compiled too: what it reads is there, and what may be null is known to be.</summary>
    [Test]
    public async Task The_clients_of_hey_api_and_orval_compile_and_play_a_round(CancellationToken cancel)
    {
        await Npx(cancel, "openapi-ts", "-i", "../openapi.yaml", "-o", "hey-api", "--no-log-file");
        await Npx(cancel, "orval", "--config", "./orval.config.cjs");
        await Compile(cancel, "play.ts", "orval/client.ts");

        await using var server = await GrantsServer.Start();
        var said = await workshop.Run(Part, "node", cancel, "out/play.js", server.Url);

        Assert.That(said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), Is.EqualTo(
        [
            "listed 2018-A",
            "opened: open, lot null",
            "refused: 409 wrong-state: The resource is 'open'; this step requires 'draft'.",
            "changed: CLIENT-TS",
        ]));
    }

    Task<string> Npx(CancellationToken cancel, params string[] arguments) =>
        workshop.Run(Part, "npx", cancel, ["--no-install", .. arguments]);

    /// <summary>The options of tsconfig.json, for these files and what they import.</summary>
    Task<string> Compile(CancellationToken cancel, params string[] files) => Npx(cancel,
        ["tsc", "--strict", "--target", "es2022", "--module", "node16", "--lib", "es2022,dom,dom.iterable", "--types", "node",
            "--skipLibCheck", "--outDir", "out", .. files]);
}
