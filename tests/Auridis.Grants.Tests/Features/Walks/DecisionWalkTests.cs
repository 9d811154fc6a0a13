namespace Auridis.Grants.Tests.Features.Walks;

/// <summary>Whatever is asked in whatever order, from the call to the decision: no law is broken, and everything comes to an end.</summary>
public sealed class DecisionWalkTests(DatabaseKind kind) : ApiTests(kind)
{
    const int Steps = 1_000;

    /// <summary>How many steps pass between two looks at the laws.</summary>
    const int Stride = 50;

    [TestCase(1)]
    [TestCase(2018)]
    [TestCase(55555)]
    [CancelAfter(Limit.OfATest)]
    public async Task A_walk_breaks_no_law_and_ends_in_final_states(int seed)
    {
        var random = new Random(seed);
        var walk = await DecisionWalk.Begin(app, $"WALK-{seed}");
        for (var step = 0; step < Steps; step += Stride)
        {
            await walk.Take(random, Stride);
            await walk.Invariants();
        }
        await TestContext.Out.WriteLineAsync(string.Join(", ", walk.Succeeded.OrderBy(command => command.Key, StringComparer.Ordinal)));
        Assert.That(walk.Succeeded, Has.Count.GreaterThan(25).And.ContainKey("publish"), "far enough for a walk");

        await walk.End();
    }

    /// <summary>Different commands at the same time, not copies of one.</summary>
    [Test]
    [CancelAfter(Limit.OfATest)]
    public async Task Four_walk_at_once_and_break_no_law()
    {
        var walk = await DecisionWalk.Begin(app, "WALK-TOGETHER");
        for (var step = 0; step < Steps / 4; step += Stride / 2)
        {
            var from = step;
            await Task.WhenAll(Enumerable.Range(0, 4).Select(walker => Task.Run(() =>
                walk.Take(new Random(from * 4 + walker), Stride / 2, clock: walker == 0))));
            await walk.Invariants();
        }

        await walk.End();
        var trail = (await app.As("auditor-1").Get("/audit-events/verify")).Succeeded();
        Assert.That(trail["intact"], Is.EqualTo("True"));
    }
}
