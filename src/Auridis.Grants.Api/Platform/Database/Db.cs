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

    /// <summary>
    /// Runs a closure that only asks: all its statements see the database of one moment. A transient fault can run it again from its start.
    /// </summary>
    /// <exception cref="DatabaseBusyException">Waiting and trying again have been no use.</exception>
    public abstract Task<T> Read<T>(Func<Session, Task<T>> query, CancellationToken cancel);

    /// <summary>
    /// Runs a closure as one transaction: committed and durable when this returns a value, without any effect when it returns a refusal.
    /// A transient fault runs the closure again from its start, so it does nothing but database work, and never catches a
    /// database error to go on. A broken unique index does the same: the second run sees the row that was in the way.
    /// </summary>
    /// <exception cref="CommitOutcomeUnknownException">The connection was lost while committing.</exception>
    /// <exception cref="DatabaseBusyException">Others hold what the closure needs; nothing was changed.</exception>
    public abstract Task<Outcome<T>> Write<T>(Author author, Func<Tx, Task<Outcome<T>>> closure, CancellationToken cancel);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
