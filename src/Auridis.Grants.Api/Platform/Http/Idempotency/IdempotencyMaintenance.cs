namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Forgets old Idempotency-Keys, once at start and then every hour.</summary>
sealed partial class IdempotencyMaintenance(
    Db db, TimeProvider time, IConfiguration configuration, ILogger<IdempotencyMaintenance> log) : BackgroundService
{
    /// <summary>Rows that one transaction deletes at most, so that requests are never kept waiting for long.</summary>
    public const int Chunk = 500;

    readonly TimeSpan kept = TimeSpan.FromHours(IdempotencySettings.Read(configuration).KeepHours);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start that fails is reported by whoever started; nothing is left to do here.
        await db.Ready.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stoppingToken.IsCancellationRequested)
            return;
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), time);
        do
        {
            try
            {
                await Forget(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The keys are kept an hour longer; that is no reason to stop the server.
                Failed(log, error);
            }
        }
        while (await hourly.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Deletes what is older than the setting, chunk by chunk.</summary>
    /// <returns>How many keys were forgotten.</returns>
    public async Task<int> Forget(CancellationToken cancel)
    {
        var before = time.GetUtcNow().ToMilliseconds() - kept;
        var forgotten = 0;
        while (await db.Read(session => session.Top<long>(Oldest, new { Before = before, Take = 1 }), cancel) is [var first])
        {
            var chunk = new { First = first, Last = first + Chunk - 1, Before = before };
            var outcome = await db.Write<int>(Author.System(time), async tx => await tx.Execute(Delete, chunk), cancel);
            forgotten += outcome.Value;
        }
        return forgotten;
    }

    // By the index: asking for the lowest number reads the whole table when nothing is old.
    const string Oldest = "select Seq from IdempotencyRecord where CreatedAt < @Before order by CreatedAt, Seq";

    const string Delete = "delete from IdempotencyRecord where Seq between @First and @Last and CreatedAt < @Before";

    [LoggerMessage(Level = LogLevel.Error, Message = "Old Idempotency-Keys could not be deleted")]
    static partial void Failed(ILogger log, Exception error);
}
