using System.Data.Common;
using Dapper;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>
/// A transaction in which a closure changes things. It commits when the closure succeeds and leaves nothing behind otherwise.
/// </summary>
sealed class Tx(DbConnection connection, DbTransaction? transaction, Dialect dialect, Author author, CancellationToken cancel)
    : Session(connection, transaction, dialect, cancel)
{
    readonly SortedList<LastStep, (object Items, Func<Task> Run)> lastSteps = [];
    readonly LockOrder locks = new();
    volatile bool ended;

    /// <summary>Who changes things, and when.</summary>
    public Author Author => author;

    /// <summary>The only thread that may use the connection, where there is such a one.</summary>
    public Thread? Thread { get; init; }

    /// <summary>A new id (UUIDv7).</summary>
    public Guid NewId() => Guid.CreateVersion7(author.At);

    /// <summary>Runs a statement and tells how many rows it changed.</summary>
    /// <exception cref="InvalidOperationException">The server does not tell, so that no rule could be held: see
    /// <see cref="Dialect.RequireSettings"/>.</exception>
    public async Task<int> Execute(string sql, object? parameters = null)
    {
        locks.Take(sql);
        var rows = await Connection.ExecuteAsync(Command(sql, parameters));
        return rows >= 0 ? rows : throw new InvalidOperationException("The database does not count rows: NOCOUNT is on.");
    }

    /// <summary>
    /// Changes a row that others wait for and reads it, in one round trip: an update, a semicolon, a select. The update waits for whoever
    /// is ahead, and what is read after it is the newest; the other way round it need not be.
    /// </summary>
    /// <returns>The one row, or null when there is none.</returns>
    public Task<T?> ExecuteAndRead<T>(string sql, object? parameters = null)
    {
        locks.Take(sql);
        return OneOrNull<T>(sql, parameters);
    }

    /// <summary>
    /// Puts an item off to the end of the transaction, where <paramref name="finish"/> gets all items of the step at once. Counters that
    /// every writer shares (journal, audit) are touched there, always in the same order: held for the shortest time, and never
    /// in a deadlock.
    /// </summary>
    public void AtTheEnd<T>(LastStep step, T item, Func<Tx, List<T>, Task> finish)
    {
        if (lastSteps.TryGetValue(step, out var waiting))
        {
            ((List<T>)waiting.Items).Add(item);
            return;
        }
        List<T> items = [item];
        lastSteps.Add(step, (items, () => finish(this, items)));
    }

    /// <summary>Runs what was put off; called by the database right before the commit.</summary>
    public async Task RunLastSteps()
    {
        while (lastSteps.Count > 0)
        {
            var (_, run) = lastSteps.GetValueAtIndex(0);
            lastSteps.RemoveAt(0);
            await run();
        }
    }

    /// <summary>Called by the database when the closure has finished: the connection serves others next.</summary>
    public void End() => ended = true;

    /// <exception cref="InvalidOperationException">The closure has left something running that is not part of the transaction any
    /// more.</exception>
    protected override CommandDefinition Command(string sql, object? parameters) =>
        ended || (Thread is not null && Thread != Thread.CurrentThread)
            ? throw new InvalidOperationException(
                "The transaction is over. Its closure must await each statement, and nothing but statements.")
            : base.Command(sql, parameters);
}
