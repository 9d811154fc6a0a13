namespace Auridis.Grants.Api.Platform.Deadlines;

/// <summary>
/// Takes all steps that are due by the business clock, as <c>system</c>: each row in a transaction of its own, so that one that fails
/// keeps nobody else waiting. Several instances may sweep at once: each step asks again when it is taken.
/// </summary>
sealed partial class Sweep(IReadOnlyList<DueStep> steps, Db db, BusinessClock clock, TimeProvider time, ILogger<Sweep> log)
{
    /// <summary>How many rows are looked for at a time.</summary>
    public const int Chunk = 500;

    // Enough to share the commits of the group on SQLite, and few enough that requests have most of each group.
    const int AtOnce = 4;

    /// <summary>Takes every step that is due now. What fails is logged, and is due again at the next sweep.</summary>
    /// <returns>How many rows were changed.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var today = clock.Today;
        var taken = 0;
        foreach (var step in steps)
        {
            try
            {
                taken += await Run(step, today, cancel);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                NotFound(log, step.Name, error);
            }
        }
        return taken;
    }

    async Task<int> Run(DueStep step, DateOnly today, CancellationToken cancel)
    {
        var all = 0;
        while (true)
        {
            var due = await db.Read(session => step.Due(session, today, Chunk), cancel);
            var taken = 0;
            await Parallel.ForEachAsync(
                due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
                async (id, _) => Interlocked.Add(ref taken, await Take(step, id, today, cancel)));
            all += taken;
            // What fails stays due: when nothing else is left, it waits for the next sweep.
            if (due.Count < Chunk || taken == 0)
                return all;
        }
    }

    async Task<int> Take(DueStep step, Guid id, DateOnly today, CancellationToken cancel)
    {
        try
        {
            return (await db.Write<int>(Author.System(time), async tx => await step.Take(tx, id, today), cancel)).Value;
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            NotTaken(log, step.Name, id, error);
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due could not be found: {Step}")]
    static partial void NotFound(ILogger log, string step, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "A step that is due failed: {Step} {Id}")]
    static partial void NotTaken(ILogger log, string step, Guid id, Exception error);
}
