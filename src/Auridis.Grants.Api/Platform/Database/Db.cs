namespace Auridis.Grants.Api.Platform.Database;

/// <summary>The database. <see cref="Write{T}"/> is the only way to change anything.</summary>
abstract class Db(Dialect dialect) : IAsyncDisposable
{
    readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    static Db() => TypeHandlers.Add();

    public Dialect Dialect => dialect;

    /// <summary>Completes when the start is through with it: migrated, and its reference data loaded.</summary>
    public Task Ready => ready.Task;

    public void SetReady() => ready.TrySetResult();

    /// <summary>Whether it can keep changes, as far as is known.</summary>
    public Storage Storage { get; } = new();

    /// <summary>
    /// Runs a closure that only asks: all its statements see the database of one moment. A transient fault can run it again from its start.
    /// </summary>
    /// <exception cref="DatabaseBusyException">Waiting and trying again have been no use.</exception>
    /// <exception cref="StorageUnavailableException">What holds the database fails.</exception>
    public async Task<T> Read<T>(Func<Session, Task<T>> query, CancellationToken cancel)
    {
        try
        {
            return await RunRead(query, cancel);
        }
        catch (StorageUnavailableException error)
        {
            Storage.Fails(error);
            throw;
        }
        // A reader's connection takes no changes either: whoever tries is a fault of the program, and none of the storage.
        catch (Exception error) when (Dialect.StorageFaultOf(error) is { } fault and not StorageFault.ReadOnly)
        {
            throw Noted(fault, error);
        }
    }

    /// <summary>
    /// Runs a closure as one transaction: committed and durable when this returns a value, without any effect when it returns a refusal.
    /// A transient fault runs the closure again from its start, so it does nothing but database work, and never catches a
    /// database error to go on. A broken unique index does the same: the second run sees the row that was in the way.
    /// </summary>
    /// <exception cref="CommitOutcomeUnknownException">The connection was lost while committing.</exception>
    /// <exception cref="DatabaseBusyException">Others hold what the closure needs; nothing was changed.</exception>
    /// <exception cref="StorageUnavailableException">What holds the database takes no changes; nothing was changed.</exception>
    public async Task<Outcome<T>> Write<T>(Author author, Func<Tx, Task<Outcome<T>>> closure, CancellationToken cancel)
    {
        try
        {
            return await RunWrite(author, closure, cancel);
        }
        catch (StorageUnavailableException error)
        {
            Storage.Fails(error);
            throw;
        }
        catch (CommitOutcomeUnknownException error) when (Dialect.StorageFaultOf(error.InnerException!) is { } fault)
        {
            Noted(fault, error);
            throw;
        }
        catch (Exception error) when (Dialect.StorageFaultOf(error) is { } fault)
        {
            throw Noted(fault, error);
        }
    }

    /// <summary>
    /// Writes as much as a request does, and takes it back: a change of one number would find room on a full disk. The database grows by
    /// that much, once.
    /// </summary>
    /// <returns>False when it could not; an outage of the storage has been noted then.</returns>
    public async Task<bool> TryToWrite(Author author, CancellationToken cancel)
    {
        try
        {
            await Put(new byte[64 * 1024]);
            await Put([]);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return false;
        }

        Task<Outcome<int>> Put(byte[] content) => Write<int>(
            author, async tx => await tx.Execute("update StorageProbe set Content = @Content", new { Content = content }), cancel);
    }

    /// <summary>The outage of the storage that there is, or that can be found out without writing; null when there is none.</summary>
    public virtual StorageUnavailableException? FindOutage() => Storage.Outage;

    protected abstract Task<T> RunRead<T>(Func<Session, Task<T>> query, CancellationToken cancel);

    protected abstract Task<Outcome<T>> RunWrite<T>(Author author, Func<Tx, Task<Outcome<T>>> closure, CancellationToken cancel);

    StorageUnavailableException Noted(StorageFault fault, Exception error)
    {
        var unavailable = new StorageUnavailableException(fault, error);
        Storage.Fails(unavailable);
        return unavailable;
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
