using System.Collections.Concurrent;
using System.Data.Common;

namespace Auridis.Grants.Api.Database;

/// <summary>Readers on connections of their own, kept open; all changes through one <see cref="SqliteWriter"/>.</summary>
sealed class SqliteDb(SqliteDialect dialect) : Db(dialect)
{
    readonly ConcurrentBag<DbConnection> readers = [];
    readonly SqliteWriter writer = new(dialect);

    public override async Task<T> Read<T>(Func<Session, Task<T>> query, CancellationToken cancel)
    {
        if (!readers.TryTake(out var connection))
            connection = await Dialect.Open(cancel);
        // A deferred transaction is a snapshot: a resource and its parts are of one moment.
        var transaction = ((Microsoft.Data.Sqlite.SqliteConnection)connection).BeginTransaction(deferred: true);
        try
        {
            return await query(new Session(connection, transaction, Dialect, cancel));
        }
        finally
        {
            await transaction.DisposeAsync();
            readers.Add(connection);
        }
    }

    public override Task<Outcome<T>> Write<T>(Origin origin, Func<Tx, Task<Outcome<T>>> closure, CancellationToken cancel) =>
        writer.Write(origin, closure, cancel);

    public override async ValueTask DisposeAsync()
    {
        writer.Dispose();
        foreach (var connection in readers)
            await connection.DisposeAsync();
        await base.DisposeAsync();
    }
}
