using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Auridis.Grants.Tests.Platform.Http;

public sealed class HealthTests(DatabaseKind kind) : ApiTests(kind)
{
    [Test]
    public async Task Anybody_may_ask_whether_it_lives_and_is_ready()
    {
        Assert.That((await app.With(null).Get("/health/live")).Succeeded()["status"], Is.EqualTo("healthy"));
        Assert.That((await app.With(null).Get("/health/ready")).Succeeded()["checks.database.status"], Is.EqualTo("healthy"));
    }

    [Test]
    public async Task Health_is_only_asked()
    {
        (await app.With(null).Post("/health/ready")).Refused(405, "method-not-allowed");
        (await app.With(null).Post("/health/live")).Refused(405, "method-not-allowed");
    }

    [Test]
    public async Task Without_its_migrations_it_lives_and_is_not_ready()
    {
        await using var broken = await GrantsApp.Start(Kind);
        await using (var connection = await broken.Db.Dialect.Open(CancellationToken.None))
            await connection.ExecuteAsync("delete from Migration where Name like '0005%'");

        var answer = await broken.With(null).Get("/health/ready");
        Assert.That(((int)answer.Status, answer["checks.database.description"]), Is.EqualTo((503, "migrations missing: 1")));
        (await broken.With(null).Get("/health/live")).Succeeded();
    }

    [Test]
    public async Task Without_an_answering_database_it_says_so_and_nothing_of_the_reason()
    {
        await using var broken = await GrantsApp.Start(Kind);
        await using (var connection = await broken.Db.Dialect.Open(CancellationToken.None))
            await connection.ExecuteAsync("drop table Migration");

        var answer = await broken.With(null).Get("/health/ready");
        Assert.That(((int)answer.Status, answer["checks.database.description"]), Is.EqualTo((503, "the database does not answer")));
        Assert.That(answer.Text, Does.Not.Contain("Migration"));
    }

    [Test]
    public async Task A_database_that_does_not_answer_is_logged_once_with_the_reason_and_again_when_it_breaks_again()
    {
        using var log = new LogRecorder();
        await using var broken = await Logged(log);

        for (var outage = 1; outage <= 2; outage++)
        {
            await using (var connection = await broken.Db.Dialect.Open(CancellationToken.None))
                await connection.ExecuteAsync(Rename("Migration", "Away"));
            await Task.WhenAll(Enumerable.Range(0, 5)
                .Select(async _ => Assert.That((int)(await broken.With(null).Get("/health/ready")).Status, Is.EqualTo(503))));
            await using (var connection = await broken.Db.Dialect.Open(CancellationToken.None))
                await connection.ExecuteAsync(Rename("Away", "Migration"));
            (await broken.With(null).Get("/health/ready")).Succeeded();

            Assert.That(log.Lines, Has.Count.EqualTo(2 * outage));
            Assert.That(log.Lines.ElementAt(2 * outage - 2),
                Does.StartWith("Error: Not ready: the database does not answer").And.Contain("Migration").IgnoreCase);
            Assert.That(log.Lines.ElementAt(2 * outage - 1), Does.StartWith("Warning: The database is ready again"));
        }
    }

    [Test]
    public async Task Missing_migrations_are_logged()
    {
        using var log = new LogRecorder();
        await using var broken = await Logged(log);
        await using (var connection = await broken.Db.Dialect.Open(CancellationToken.None))
            await connection.ExecuteAsync("delete from Migration where Name like '0005%'");

        await broken.With(null).Get("/health/ready");
        await broken.With(null).Get("/health/ready");

        Assert.That(log.Lines.Single(), Does.StartWith("Error: Not ready: migrations missing: 1"));
    }

    [Test]
    public async Task Asked_while_it_stops_it_says_so_and_logs_no_error()
    {
        using var log = new LogRecorder();
        await using var broken = await Logged(log);
        broken.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        var answer = await broken.With(null).Get("/health/ready");

        Assert.That(((int)answer.Status, answer["checks.shutdown.description"]), Is.EqualTo((503, "stopping")));
        Assert.That(log.Lines, Is.Empty);
    }

    Task<GrantsApp> Logged(LogRecorder log) => GrantsApp.Start(Kind, builder => builder.Logging.AddProvider(log));

    string Rename(string table, string to) =>
        Kind == DatabaseKind.Sqlite ? $"alter table {table} rename to {to}" : $"exec sp_rename '{table}', '{to}', 'OBJECT'";
}
