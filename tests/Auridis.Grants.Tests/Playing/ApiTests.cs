namespace Auridis.Grants.Tests.Playing;

/// <summary>
/// Tests of the whole API through HTTP, which share one database; on each kind of database. A fixture with a <c>[TestFixture]</c> of its
/// own runs on the one that it names.
/// </summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
public abstract class ApiTests(DatabaseKind kind, params (string Key, string Value)[] settings)
{
    private protected GrantsApp app = null!;

    private protected DatabaseKind Kind => kind;

    [OneTimeSetUp]
    public async Task Start() => app = await GrantsApp.Start(kind, settings);

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (app is not null)
            await app.DisposeAsync();
    }
}
