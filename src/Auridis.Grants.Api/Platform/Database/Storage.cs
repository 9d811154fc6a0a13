namespace Auridis.Grants.Api.Platform.Database;

/// <summary>
/// Whether the database can keep changes. It is believed to until it fails to; from then on there is an outage, until
/// <see cref="StorageWatch"/> has seen a write work.
/// </summary>
sealed class Storage
{
    readonly Lock gate = new();
    volatile StorageUnavailableException? outage;
    TaskCompletionSource<StorageUnavailableException> begin = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The fault with which the outage began; null when there is none.</summary>
    public StorageUnavailableException? Outage => outage;

    /// <summary>Completes with the outage that there is, or with the next one.</summary>
    public Task<StorageUnavailableException> Begin
    {
        get
        {
            lock (gate)
                return begin.Task;
        }
    }

    /// <summary>Notes that the database has failed to keep something.</summary>
    public void Fails(StorageUnavailableException error)
    {
        lock (gate)
        {
            if (outage is not null)
                return;
            outage = error;
            begin.SetResult(error);
        }
    }

    /// <summary>Ends the outage.</summary>
    public void Works()
    {
        lock (gate)
        {
            if (outage is null)
                return;
            outage = null;
            begin = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
