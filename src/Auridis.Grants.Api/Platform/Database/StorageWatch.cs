namespace Auridis.Grants.Api.Platform.Database;

/// <summary>
/// Tells the log when an outage of the storage begins and when it is over, once each, however many requests meet it. That it is over is
/// found out by writing: an instance that is not ready gets no requests whose success would tell.
/// </summary>
sealed partial class StorageWatch(Db db, TimeProvider time, ILogger<StorageWatch> log) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start that fails is reported by whoever started; nothing is left to do here.
        await db.Ready.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var moments = new PeriodicTimer(Interval, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            var outage = await db.Storage.Begin.WaitAsync(stoppingToken);
            Began(log, outage.Reason, outage.InnerException);
            // Its pages that can still be read say nothing of the others: somebody has to look at it.
            if (outage.Fault is StorageFault.Damaged)
                return;
            do
                await moments.WaitForNextTickAsync(stoppingToken);
            while (!await db.TryToWrite(Author.System(time), stoppingToken));
            db.Storage.Works();
            Ended(log);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot keep changes: {Reason}")]
    static partial void Began(ILogger log, string reason, Exception? error);

    // A warning, so that whoever was told of the failure is told of its end.
    [LoggerMessage(Level = LogLevel.Warning, Message = "The database keeps changes again")]
    static partial void Ended(ILogger log);
}
