namespace Auridis.Grants.Api;

/// <summary>What is done once before the first request: migrations, reference data, the business clock.</summary>
sealed partial class Startup(Db db, TimeProvider time, BusinessClock clock, IHostEnvironment environment, ILogger<Startup> log)
{
    /// <summary>When a new database in Development is made, its clock stands here: the week after the press release.</summary>
    static readonly DateTimeOffset FirstDay = new(2018, 10, 1, 7, 0, 0, TimeSpan.Zero);

    /// <returns>The migrations that were applied.</returns>
    public async Task<List<string>> Run(CancellationToken cancel)
    {
        await db.Dialect.RequireSettings(cancel);
        var applied = await new Migrator(db.Dialect, time).Run(cancel);
        if (applied.Count > 0)
            Migrated(log, string.Join(", ", applied));
        await ReferenceData.Load(db, time, cancel);
        if (environment.IsDevelopment())
            clock.Offset = await ClockOffset(cancel);
        // Nothing may have been written yet; a server on a disk that is full or read-only answers reads, and says that it is not ready.
        await db.TryToWrite(Author.System(time), cancel);
        db.SetReady();
        return applied;
    }

    async Task<TimeSpan> ClockOffset(CancellationToken cancel)
    {
        var stored = await db.Read(session => session.One<long?>("select OffsetMilliseconds from BusinessClock"), cancel);
        if (stored is { } milliseconds)
            return TimeSpan.FromMilliseconds(milliseconds);
        var offset = clock.OffsetTo(FirstDay);
        await db.Write<bool>(Author.System(time), async tx =>
        {
            await tx.Execute("update BusinessClock set OffsetMilliseconds = @Offset", new { Offset = (long)offset.TotalMilliseconds });
            return true;
        }, cancel);
        return offset;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Applied migrations: {Names}")]
    static partial void Migrated(ILogger log, string names);
}
