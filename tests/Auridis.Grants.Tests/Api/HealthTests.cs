using Dapper;

namespace Auridis.Grants.Tests.Api;

[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
public sealed class HealthTests(DatabaseKind kind)
{
    [Test]
    public async Task Anybody_may_ask_whether_it_lives_and_is_ready()
    {
        await using var app = await GrantsApp.Start(kind);
        Assert.That((await app.With(null).Get("/health/live")).Succeeded()["status"], Is.EqualTo("healthy"));
        Assert.That((await app.With(null).Get("/health/ready")).Succeeded()["checks.database.status"], Is.EqualTo("healthy"));
    }

    [Test]
    public async Task Health_is_only_asked()
    {
        await using var app = await GrantsApp.Start(kind);
        (await app.With(null).Post("/health/ready")).Refused(405, "method-not-allowed");
        (await app.With(null).Post("/health/live")).Refused(405, "method-not-allowed");
    }

    [Test]
    public async Task Without_its_migrations_it_lives_and_is_not_ready()
    {
        await using var app = await GrantsApp.Start(kind);
        await using (var connection = await app.Db.Dialect.Open(CancellationToken.None))
            await connection.ExecuteAsync("delete from Migration where Name like '0005%'");

        var answer = await app.With(null).Get("/health/ready");
        Assert.That(((int)answer.Status, answer["checks.database.description"]), Is.EqualTo((503, "migrations missing: 1")));
        (await app.With(null).Get("/health/live")).Succeeded();
    }

    [Test]
    public async Task Without_an_answering_database_it_says_so_and_nothing_of_the_reason()
    {
        await using var app = await GrantsApp.Start(kind);
        await using (var connection = await app.Db.Dialect.Open(CancellationToken.None))
            await connection.ExecuteAsync("drop table Migration");

        var answer = await app.With(null).Get("/health/ready");
        Assert.That(((int)answer.Status, answer["checks.database.description"]), Is.EqualTo((503, "the database does not answer")));
        Assert.That(answer.Text, Does.Not.Contain("Migration"));
    }
}
