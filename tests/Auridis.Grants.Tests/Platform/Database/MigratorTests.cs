using Dapper;

namespace Auridis.Grants.Tests.Platform.Database;

[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
public sealed class MigratorTests(DatabaseKind kind)
{
    TestDatabase database = null!;
    Db db = null!;

    [SetUp]
    public async Task Start()
    {
        database = await TestDatabase.Create(kind);
        db = database.Settings.Connect();
    }

    [TearDown]
    public async Task Stop()
    {
        if (db is not null)
            await db.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
    }

    [Test]
    public async Task A_new_database_gets_all_scripts_in_their_order_and_a_second_run_does_nothing()
    {
        var applied = await Run(Own);

        Assert.That(applied, Is.EqualTo(Own.Select(script => script.Name)).And.Ordered);
        Assert.That(await Run(Own), Is.Empty);
        Assert.That(await Query<string>("select Name from Migration order by Name"), Is.EqualTo(applied));
    }

    [Test]
    public async Task A_new_script_is_applied_after_those_that_are_there()
    {
        await Run(Own);

        Assert.That(await Run([.. Own, Extra]), Is.EqualTo((string[])[Extra.Name]));
        Assert.That(await Query<int>("select Id from Extra"), Is.EqualTo((int[])[7]));
    }

    [Test]
    public async Task An_edited_script_is_refused_before_anything_is_applied()
    {
        await Run(Own);
        List<Script> edited = [Own[0] with { Text = Own[0].Text + "\n-- a late thought" }, .. Own.Skip(1), Extra];

        Assert.That(() => Run(edited),
            Throws.TypeOf<MigrationException>().With.Message.Contains(Own[0].Name).And.Message.Contains("edited"));
        Assert.That(await Tables(), Has.No.Member("extra"));
    }

    [Test]
    public async Task A_script_with_other_line_ends_is_the_same_script()
    {
        List<Script> windows = [.. Own.Select(script => script with { Text = script.Text.ReplaceLineEndings("\r\n") })];
        Assert.That(windows[0].Text, Is.Not.EqualTo(Own[0].Text));

        await Run(windows);
        Assert.That(await Run(Own), Is.Empty);
    }

    [Test]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await Run([.. Own, Extra]);

        Assert.That(() => Run(Own), Throws.TypeOf<MigrationException>().With.Message.Contains(Extra.Name).And.Message.Contains("newer"));
    }

    [Test]
    public async Task A_script_that_fails_leaves_nothing_and_can_be_mended()
    {
        await Run(Own);
        var broken = new Script("9999_Broken.sql",
            "create table Half (Id int not null)\nGO\ninsert into Half (Id) values (1)\nGO\ninsert into Nowhere (Id) values (1)");

        Assert.That(() => Run([.. Own, Extra, broken]), Throws.InstanceOf<System.Data.Common.DbException>());
        Assert.That(await Tables(), Has.Member("extra").And.No.Member("half"));
        Assert.That(await Query<string>("select Name from Migration where Name like '99%'"), Is.EqualTo((string[])[Extra.Name]));

        Assert.That(await Run([.. Own, Extra, broken with { Text = "create table Half (Id int not null)" }]),
            Is.EqualTo((string[])[broken.Name]));
    }

    [Test]
    public async Task Instances_that_start_at_once_apply_each_script_once()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var own = database.Settings.Connect();
            return await new Migrator(own.Dialect, TimeProvider.System).Run(CancellationToken.None);
        })));

        Assert.That(applied.SelectMany(names => names).Order(StringComparer.Ordinal), Is.EqualTo(Own.Select(script => script.Name)));
    }

    [TestCase("a\nGO\nb", 2)]
    [TestCase("a\r\nGO\r\nb\r\nGO\r\n", 2)]
    [TestCase("GO\n\nGO\na", 1)]
    [TestCase("a -- GO is the end\nb", 1)]
    [TestCase("insert into T values ('GO')", 1)]
    [TestCase("  GO  ", 0)]
    public void GO_ends_a_batch_only_on_a_line_of_its_own(string text, int batches) =>
        Assert.That(new Script("0001_Test.sql", text).Batches.Count(), Is.EqualTo(batches));

    List<Script> Own => Migrator.Scripts(db.Dialect.Name);

    static Script Extra => new("9998_Extra.sql", "create table Extra (Id int not null)\nGO\ninsert into Extra (Id) values (7)");

    Task<List<string>> Run(IReadOnlyList<Script> scripts) =>
        new Migrator(db.Dialect, TimeProvider.System).Run(scripts, CancellationToken.None);

    async Task<List<string>> Tables() => [.. (await Query<string>(
        $"select Name from ({db.Dialect.SchemaObjects}) Objects where Kind = 'table'")).Select(name => name.ToLowerInvariant())];

    async Task<List<T>> Query<T>(string sql)
    {
        await using var connection = await db.Dialect.Open(CancellationToken.None);
        return (await connection.QueryAsync<T>(sql)).AsList();
    }
}
