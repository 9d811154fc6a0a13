using Dapper;

namespace Auridis.Grants.Tests.Platform.Database;

/// <summary>The script by which the benchmark fills programmes with applications keeps up with the schema and can be decided on.</summary>
[TestFixture]
public sealed class DecisionSeedTests
{
    [Test]
    public async Task What_the_benchmark_fills_in_is_ranked_and_selected_within_its_quota()
    {
        await using var app = await GrantsApp.Start(DatabaseKind.Sqlite);
        var script = await File.ReadAllTextAsync(
            Path.Combine(Repository.Folder, "tests", "Auridis.Grants.Benchmarks", "Decisions", "seed.sql"));
        await using (var connection = await app.Db.Dialect.Open(CancellationToken.None))
            await connection.ExecuteAsync(script, new { Programmes = 1 });

        var draft = (await app.As("decider-1").Post("/programmes/0000000a-0000-7000-8000-000000000001/selections", new { })).Succeeded();

        var decisions = draft.Json.GetProperty("decisions").EnumerateArray().ToList();
        Assert.That((decisions.Count, decisions.Count(decision => decision.GetProperty("decision").GetString() is "select")),
            Is.EqualTo((1_000, 600)));
        Assert.That(decisions.Count(decision => decision.GetProperty("reason").GetString() is "quota"), Is.Positive);
    }
}
