using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using Auridis.Grants.Api.Platform.Observability;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>One transaction for each closure; any number of instances of the API on one database.</summary>
sealed class SqlServerDb(SqlServerDialect dialect) : Db(dialect)
{
    const int WriteAttempts = 8;
    const int ReadAttempts = 4;

    protected override Task<T> RunRead<T>(Func<Session, Task<T>> query, CancellationToken cancel) => Again(ReadAttempts, async connection =>
    {
        // One snapshot for all statements: a resource and its parts are of one moment.
        var snapshot = await connection.BeginTransactionAsync(IsolationLevel.Snapshot, cancel);
        try
        {
            return await query(new Session(connection, snapshot, Dialect, cancel));
        }
        finally
        {
            await Leave(snapshot);
        }
    }, cancel);

    protected override Task<Outcome<T>> RunWrite<T>(Author author, Func<Tx, Task<Outcome<T>>> closure, CancellationToken cancel) =>
        Again(WriteAttempts, connection => Once(connection, author, closure, cancel), cancel);

    async Task<Outcome<T>> Once<T>(
        DbConnection connection, Author author, Func<Tx, Task<Outcome<T>>> closure, CancellationToken cancel)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        try
        {
            var tx = new Tx(connection, transaction, Dialect, author, cancel);
            var outcome = await closure(tx);
            if (outcome.Succeeded)
                await tx.LastSteps.Run(tx);
            tx.End();
            if (outcome.Succeeded)
            {
                await Commit(transaction);
                Instruments.Committed();
            }
            else
            {
                Instruments.Refused();
            }
            return outcome;
        }
        finally
        {
            await Leave(transaction);
        }
    }

    /// <summary>
    /// Rolls back what was not committed. On a connection that has gone, as after a time-out, the driver fails to, and there is nothing
    /// left to roll back: its failure must not hide the error that came first, nor turn a refusal into an error.
    /// </summary>
    static async Task Leave(DbTransaction transaction)
    {
        try
        {
            await transaction.DisposeAsync();
        }
        catch (Exception error) when (error is InvalidOperationException or DbException)
        {
            // The server has rolled back: it does so when a connection ends.
        }
    }

    /// <summary>Runs what has not been committed yet for as long as trying again may help, on a connection of its own each time.</summary>
    async Task<T> Again<T>(int attempts, Func<DbConnection, Task<T>> run, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await Dialect.Open(cancel);
                return await UnlessLost(connection, run);
            }
            catch (Exception error) when (Dialect.StorageFaultOf(error) is not null)
            {
                // Waiting is of no use.
                throw;
            }
            catch (Exception error) when (attempt < attempts && (Dialect.IsTransient(error) || Dialect.IsUniqueViolation(error)))
            {
                Instruments.Retries.Add(1);
                // Those who met once must not meet again: a random pause that grows, about a second in all.
                await Task.Delay(RandomNumberGenerator.GetInt32(1, 8 << attempt), cancel); // a back-off, not a test's sleep
            }
            catch (Exception error) when (Dialect.IsTransient(error) || Dialect.HasWaitedTooLong(error))
            {
                throw new DatabaseBusyException(error);
            }
        }
    }

    /// <summary>Whatever fails on a connection that has gone, has failed for that: the server rolls back what was not committed.</summary>
    async Task<T> UnlessLost<T>(DbConnection connection, Func<DbConnection, Task<T>> run)
    {
        try
        {
            return await run(connection);
        }
        catch (Exception error) when (connection.State != ConnectionState.Open
            && error is not CommitOutcomeUnknownException and not OperationCanceledException
            && !Dialect.HasWaitedTooLong(error) && Dialect.StorageFaultOf(error) is null)
        {
            throw new ConnectionLostException(error);
        }
    }

    static async Task Commit(DbTransaction transaction)
    {
        try
        {
            // Not cancellable: a caller that hangs up now must not leave the outcome open.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception error) when (!SqlServerDialect.WasRolledBack(error))
        {
            throw new CommitOutcomeUnknownException(error);
        }
    }
}
