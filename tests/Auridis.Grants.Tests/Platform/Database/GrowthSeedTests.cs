using Dapper;

namespace Auridis.Grants.Tests.Platform.Database;

/// <summary>The script by which the benchmark fills a database keeps up with the schema, and leaves a ledger that is right.</summary>
[TestFixture]
public sealed class GrowthSeedTests
{
    [Test]
    public async Task What_the_benchmark_fills_in_keeps_all_constraints_and_its_balances_agree_with_its_entries()
    {
        await using var app = await GrantsApp.Start(DatabaseKind.Sqlite);
        var script = await File.ReadAllTextAsync(
            Path.Combine(Repository.Folder, "tests", "Auridis.Grants.Benchmarks", "Growth", "seed.sql"));
        await using (var connection = await app.Db.Dialect.Open(CancellationToken.None))
            await connection.ExecuteAsync(script, new { Entries = 1_000 });

        var ledger = (await app.As("auditor-1").Get("/ledger/verification")).Succeeded();
        var waiting = (await app.As("finance-1").Get("/disbursements?status=approved&limit=200")).Succeeded().Json.GetProperty("items");
        var overdue = (await app.As("finance-1").Get("/spending-reports?overdue=true&limit=200")).Succeeded().Json.GetProperty("items");
        var released = (await app.As("finance-1").Post(
            $"/disbursements/{waiting[0].GetProperty("id").GetString()}/release", ifMatch: "\"1\"", key: Payments.Key)).Succeeded();

        Assert.That((ledger["intact"], ledger["entries"], waiting.GetArrayLength(), overdue.GetArrayLength(), released["status"]),
            Is.EqualTo(("True", "1000", 200, 50, "released")));
    }
}
