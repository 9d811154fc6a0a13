namespace Auridis.Grants.Api.Platform.Deadlines;

/// <summary>Sweeps at start and then each minute: a day that has passed takes effect a minute later at most.</summary>
sealed class SweepEachMinute(Sweep sweep, Db db, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A start that fails is reported by whoever started; nothing is left to do here.
        await db.Ready.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stoppingToken.IsCancellationRequested)
            return;
        using var minutes = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        do
        {
            // That nothing can be written is told once, by the watch of the storage.
            if (db.Storage.Outage is null)
                await sweep.Run(stoppingToken);
        }
        while (await minutes.WaitForNextTickAsync(stoppingToken));
    }
}
