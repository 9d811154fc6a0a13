using Dapper;

namespace Auridis.Grants.Tests.Platform.Database;

/// <summary>
/// The script by which the benchmark fills large rounds keeps up with the schema; what it fills in can be ranked and mended.
/// </summary>
[TestFixture]
public sealed class LargeRoundSeedTests
{
    [Test]
    public async Task What_the_benchmark_fills_in_is_ranked_assigned_and_swept()
    {
        await using var app = await GrantsApp.Start(DatabaseKind.Sqlite);
        var script = await File.ReadAllTextAsync(
            Path.Combine(Repository.Folder, "tests", "Auridis.Grants.Benchmarks", "LargeRound", "seed.sql"));
        await app.ItIs("2018-10-01");
        await app.Submitted(await app.OpenProgramme("LARGE"), "05512000");
        await using (var connection = await app.Db.Dialect.Open(CancellationToken.None))
            await connection.ExecuteAsync(script, new { Ranked = 20, Mended = 10 });

        var ranking = (await app.As("decider-1").Get("/programmes/0000000a-0000-7000-8000-000000000001/ranking")).Succeeded();
        var assigned = (await app.As("caseworker-1").Post("/programmes/0000000a-0000-7000-8000-000000000002/review-assignments",
            new { perApplication = 1, reviewers = new[] { new { subject = "reviewer-1" } }, seed = "x", dryRun = true })).Succeeded();
        await app.SetClock("2018-12-17");

        Assert.That((ranking.Json.GetProperty("ranked").GetArrayLength(), assigned.Json.GetProperty("assignments").GetArrayLength()),
            Is.EqualTo((20, 20)));
        Assert.That(await app.Db.Read(session => session.One<int>(
            "select count(*) from Application where Reference like 'GA-MEND-%' and Status = 'ineligible'"), CancellationToken.None),
            Is.EqualTo(10));
    }
}
