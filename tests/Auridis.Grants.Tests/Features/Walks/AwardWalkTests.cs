using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Auridis.Grants.Tests.Features.Walks;

/// <summary>Whatever is done with awards and their money, in whatever order: no law is broken, and the ledger agrees.</summary>
public sealed class AwardWalkTests(DatabaseKind kind) : ApiTests(kind)
{
    const int Steps = 2_000;

    /// <summary>How many steps pass between two looks at the laws.</summary>
    const int Stride = 50;

    readonly LogRecorder log = new();

    /// <summary>A fault of the server is told with what it has logged.</summary>
    [TearDown]
    public async Task TellTheLog()
    {
        foreach (var line in log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)))
            await TestContext.Out.WriteLineAsync(line);
        log.Lines.Clear();
    }

    [OneTimeTearDown]
    public void Close() => log.Dispose();

    /// <summary>Each walk has a ledger of its own: it closes months.</summary>
    [SetUp]
    public async Task Begin()
    {
        await app.DisposeAsync();
        app = await GrantsApp.Start(Kind, builder => builder.Services.AddSingleton<ILoggerProvider>(log));
    }

    [TestCase(3)]
    [TestCase(2019)]
    [TestCase(77777)]
    [CancelAfter(Limit.OfATest)]
    public async Task A_walk_breaks_no_law(int seed)
    {
        var random = new Random(seed);
        var walk = await AwardWalk.Begin(app);
        for (var step = 0; step < Steps; step += Stride)
        {
            await walk.Take(random, Stride);
            await walk.Invariants();
        }

        await TestContext.Out.WriteLineAsync(string.Join(", ", walk.Succeeded.OrderBy(command => command.Key, StringComparer.Ordinal)));
        Assert.That(walk.Succeeded, Has.Count.GreaterThan(25).And.ContainKey("confirm settlement").And.ContainKey("confirm a month"),
            "far enough for a walk");
    }

    /// <summary>Different commands at the same time, not copies of one.</summary>
    [Test]
    [CancelAfter(Limit.OfATest)]
    public async Task Four_walk_at_once_and_break_no_law()
    {
        var walk = await AwardWalk.Begin(app);
        for (var step = 0; step < Steps / 4; step += Stride / 2)
        {
            var from = step;
            await Task.WhenAll(Enumerable.Range(0, 4).Select(walker => Task.Run(() =>
                walk.Take(new Random(from * 4 + walker), Stride / 2, clock: walker == 0))));
            await walk.Invariants();
        }

        var trail = (await app.As("auditor-1").Get("/audit-events/verify")).Succeeded();
        Assert.That(trail["intact"], Is.EqualTo("True"));
    }
}
