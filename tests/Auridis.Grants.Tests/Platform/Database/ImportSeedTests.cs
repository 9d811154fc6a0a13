using Dapper;

namespace Auridis.Grants.Tests.Platform.Database;

/// <summary>The script by which the benchmark makes a report for its receipts keeps up with the schema.</summary>
[TestFixture]
public sealed class ImportSeedTests
{
    [Test]
    public async Task The_report_that_the_benchmark_fills_takes_receipts()
    {
        await using var app = await GrantsApp.Start(DatabaseKind.Sqlite);
        var script = await File.ReadAllTextAsync(
            Path.Combine(Repository.Folder, "tests", "Auridis.Grants.Benchmarks", "Imports", "seed.sql"));
        await using (var connection = await app.Db.Dialect.Open(CancellationToken.None))
            await connection.ExecuteAsync(script);

        var report = (await app.As("auditor-1").Get("/spending-reports/0000000f-0000-7000-8000-000000000001")).Succeeded();

        Assert.That((report["kind"], report["status"], report["officeAgs"]), Is.EqualTo(("final", "due", "05512000")));
    }
}
