using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Tests.Features.ExportRuns;

/// <summary>Runs that are made and voided at the same moment.</summary>
[NonParallelizable]
public sealed class ExportRaceTests(DatabaseKind kind) : ExportFixture(kind)
{
    [Test]
    public async Task Runs_at_the_same_moment_never_take_the_same_entry()
    {
        await Post(PostingMatrix.Settlement, 20, new DateOnly(2019, 1, 1));

        var writing = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Post(PostingMatrix.Payable, 1, new DateOnly(2019, 2, 1))));
        var runs = (await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Run()))).ToList();
        await writing;
        runs.Add(await Run());

        var rows = new List<string>();
        foreach (var run in runs)
            rows.AddRange(Rows(await File(run)));
        Assert.That(rows, Is.Unique.And.Count.EqualTo(20 * 2 + 20));
        Assert.That(runs.Select(run => run.Json.GetProperty("number").GetInt32()).Order(), Is.EqualTo(Enumerable.Range(1, 13)));
    }

    [Test]
    public async Task Runs_that_are_voided_while_others_are_made_lose_and_double_no_entry()
    {
        await Post(PostingMatrix.Settlement, 10, new DateOnly(2019, 1, 1));
        List<Answer> runs = [await Run()];
        var voided = new HashSet<string>(StringComparer.Ordinal);

        // Each round voids what is in force while three new runs look for free entries, in every order that chance makes.
        for (var round = 0; round < 12; round++)
        {
            var inForce = runs.Where(run => !voided.Contains(run["id"])).ToList();
            var voiding = Task.WhenAll(inForce.Select(async run =>
                (await app.As("accounting-1").Post(run.Location + "/void", new { reason = "Once more" }, run.ETag)).Succeeded()));
            var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Run()));
            await voiding;
            voided.UnionWith(inForce.Select(run => run["id"]));
            runs.AddRange(made);
            foreach (var run in made)
                Assert.That(Rows(await File(run)), Has.Count.EqualTo(2 * await Claims(run)), "each settlement has two postings");
        }
        runs.Add(await Run());

        var rows = new List<string>();
        foreach (var run in runs.Where(run => !voided.Contains(run["id"])))
            rows.AddRange(Rows(await File(run)));
        Assert.That(rows, Is.Unique.And.Count.EqualTo(10 * 2));
    }

    Task<int> Claims(Answer run) =>
        app.Db.Read(session => session.One<int>("select count(*) from ExportClaim where ExportRunId = @Id",
            new { Id = Guid.Parse(run["id"]) }), CancellationToken.None);
}
