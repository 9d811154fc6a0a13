using System.Collections.Concurrent;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>Readers on connections of their own, kept open; all changes through one <see cref="SqliteWriter"/>.</summary>
sealed class SqliteDb : Db
{
    readonly SqliteDialect dialect;
    readonly ConcurrentBag<SqliteKeptConnection> readers = [];
    readonly SqliteFile file;
    readonly SqliteWriter writer;

    public SqliteDb(SqliteDialect dialect)
        : base(dialect)
    {
        this.dialect = dialect;
        file = new(dialect);
        writer = new(dialect, file);
    }

    public override StorageUnavailableException? FindOutage()
    {
        if (file.HasMoved)
            Storage.Fails(new StorageUnavailableException(StorageFault.Moved));
        return base.FindOutage();
    }

    protected override async Task<T> RunRead<T>(Func<Session, Task<T>> query, CancellationToken cancel)
    {
        // What is still open is nobody's any more.
        if (Storage.Outage is { Fault: StorageFault.Moved } outage)
            throw new StorageUnavailableException(outage.Fault);
        try
        {
            return await Once(query, cancel);
        }
        catch (Exception error) when (dialect.IsTransient(error))
        {
            // SQLite has waited for the lock already (busy_timeout): reading again at once would be of no use.
            throw new DatabaseBusyException(error);
        }
    }

    async Task<T> Once<T>(Func<Session, Task<T>> query, CancellationToken cancel)
    {
        if (!readers.TryTake(out var reader))
        {
            file.RequireInPlace();
            reader = await dialect.OpenReader(cancel);
        }
        try
        {
            // A transaction is a snapshot: a resource and its parts are of one moment.
            reader.Run("BEGIN");
            var answer = await query(new Session(reader, null, Dialect, cancel));
            reader.Run("COMMIT");
            readers.Add(reader);
            return answer;
        }
        catch
        {
            // The connection may be what is broken: the next reader gets a new one.
            await reader.DisposeAsync();
            throw;
        }
    }

    protected override Task<Outcome<T>> RunWrite<T>(Author author, Func<Tx, Task<Outcome<T>>> closure, CancellationToken cancel) =>
        writer.Write(author, closure, cancel);

    public override async ValueTask DisposeAsync()
    {
        writer.Dispose();
        foreach (var reader in readers)
            await reader.DisposeAsync();
        file.Dispose();
        await base.DisposeAsync();
    }
}
