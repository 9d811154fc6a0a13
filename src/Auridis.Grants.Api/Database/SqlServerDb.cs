using System.Data;
using System.Security.Cryptography;
using Auridis.Grants.Api.Observability;

namespace Auridis.Grants.Api.Database;

/// <summary>One transaction for each closure; any number of instances of the API on one database.</summary>
sealed class SqlServerDb(SqlServerDialect dialect) : Db(dialect)
{
    const int Attempts = 8;

    public override async Task<T> Read<T>(Func<Session, Task<T>> query, CancellationToken cancel)
    {
        await using var connection = await Dialect.Open(cancel);
        return await query(new Session(connection, null, Dialect, cancel));
    }

    public override async Task<Outcome<T>> Write<T>(Origin origin, Func<Tx, Task<Outcome<T>>> closure, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnce(origin, closure, cancel);
            }
            catch (Exception error) when (attempt < Attempts && (Dialect.IsTransient(error) || Dialect.IsUniqueViolation(error)))
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

    async Task<Outcome<T>> WriteOnce<T>(Origin origin, Func<Tx, Task<Outcome<T>>> closure, CancellationToken cancel)
    {
        await using var connection = await Dialect.Open(cancel);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        var tx = new Tx(connection, transaction, Dialect, origin, cancel);
        var outcome = await closure(tx);
        if (outcome.Succeeded)
            await tx.RunLastSteps();
        tx.End();
        if (!outcome.Succeeded)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            Instruments.Refused();
            return outcome;
        }
        try
        {
            // Not cancellable: a caller that hangs up now must not leave the outcome open.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception error) when (connection.State != ConnectionState.Open || Dialect.HasWaitedTooLong(error))
        {
            throw new CommitOutcomeUnknownException(error);
        }
        Instruments.Committed();
        return outcome;
    }
}
