namespace Auridis.Grants.Tests.Playing;

/// <summary>Tests of the whole API through HTTP, which share one database; on each kind of database.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
public abstract class ApiTests(DatabaseKind kind)
{
    private protected GrantsApp app = null!;

    [OneTimeSetUp]
    public async Task Start() => app = await GrantsApp.Start(kind);

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (app is not null)
            await app.DisposeAsync();
    }
}
