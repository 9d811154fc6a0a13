using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Auridis.Grants.Api.Database;

/// <summary>Readers on connections of their own, kept open; all changes through one <see cref="SqliteWriter"/>.</summary>
sealed class SqliteDb(SqliteDialect dialect) : Db(dialect)
{
    readonly ConcurrentBag<SqliteConnection> readers = [];
    readonly SqliteWriter writer = new(dialect);

    public override async Task<T> Read<T>(Func<Session, Task<T>> query, CancellationToken cancel)
    {
        if (!readers.TryTake(out var connection))
            connection = await dialect.OpenReader(cancel);
        T answer;
        try
        {
            // A deferred transaction is a snapshot: a resource and its parts are of one moment.
            await using var transaction = connection.BeginTransaction(deferred: true);
            answer = await query(new Session(connection, transaction, Dialect, cancel));
        }
        catch
        {
            // The connection may be what is broken: the next reader gets a new one.
            await connection.DisposeAsync();
            throw;
        }
        readers.Add(connection);
        return answer;
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
