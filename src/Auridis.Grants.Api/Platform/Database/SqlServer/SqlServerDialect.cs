using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>The production database.</summary>
sealed class SqlServerDialect(string connectionString) : Dialect
{
    public override string Name => "sqlserver";

    public override bool WritesOneByOne => false;

    public override async Task<DbConnection> Open(CancellationToken cancel)
    {
        var connection = new SqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch (InvalidOperationException error) when (connection.State == ConnectionState.Closed)
        {
            // No connection of the pool has become free in time: the only such error of opening, and it has no type of its own.
            throw new DatabaseBusyException(error);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override string Take(string orderedSelect) => orderedSelect + " offset 0 rows fetch next @Take rows only";

    // 2601: a unique index; 2627: a unique or primary key constraint.
    public override bool IsUniqueViolation(Exception error) => error is SqlException { Number: 2601 or 2627 };

    // 1204: no room for locks. 3961: a migration has changed the table since the snapshot. 3958, 3966, 3967: the store of row versions is
    // full, or has forgotten the snapshot's. From class 20 on, the connection has gone.
    // 976, 983, 4060, 4221: the database is changing its replica, or is not up yet. 10928 and what follows: Azure SQL asks to come back.
    public override bool IsTransient(Exception error) => error is ConnectionLostException || WasRolledBack(error)
        || error is SqlException { Class: >= 20 }
        || error is SqlException { Number: 1204 or 3958 or 3961 or 3966 or 3967 or 976 or 983 or 4060 or 4221 }
        || error is SqlException { Number: 10928 or 10929 or 40197 or 40501 or 40613 or 49918 or 49919 or 49920 }
        || error is SqlException { Number: -1 or 64 or 121 or 233 or 10053 or 10054 };

    // 1205: deadlock victim. 3960: snapshot conflict. The only errors of a COMMIT that say for certain that nothing was committed.
    public static bool WasRolledBack(Exception error) => error is SqlException { Number: 1205 or 3960, Class: < 20 };

    // -2: the driver's command timeout. 1222: the server's lock timeout.
    public override bool HasWaitedTooLong(Exception error) => error is SqlException { Number: -2 or 1222 };

    /// <summary>
    /// Also of errors that end the connection, as 823 and 824 do. The store of row versions is not among them: it empties by itself.
    /// </summary>
    public override StorageFault? StorageFaultOf(Exception error) => error is not SqlException server ? null : server.Number switch
    {
        // A file group or the log is full, or cannot grow; 1827: the edition's limit; 40544, 40549: the quota of Azure SQL.
        1101 or 1105 or 1827 or 5149 or 9002 or 40544 => StorageFault.Full,
        3906 => StorageFault.ReadOnly,
        // 823: a read or a write of the operating system; 942: offline; 945: its files cannot be opened.
        823 or 942 or 945 => StorageFault.Failing,
        // 824: a page is not what was written; 605 and 7105: it is another table's; 926: suspect; 3908: emergency; 9004: the log.
        605 or 824 or 926 or 3908 or 7105 or 9004 => StorageFault.Damaged,
        _ => null,
    };

    public override async Task<DbTransaction> BeginMigration(DbConnection connection, CancellationToken cancel)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        // The procedure raises no error when it has waited in vain: a negative value says so.
        var granted = await connection.ExecuteScalarAsync<int>("""
            declare @granted int;
            exec @granted = sp_getapplock
                @Resource = 'Auridis.Grants.Migration', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 60000;
            select @granted;
            """, transaction: transaction, commandTimeout: 90);
        if (granted >= 0)
            return transaction;
        await transaction.DisposeAsync();
        throw new MigrationException("Another process has been migrating this database for a minute. Start again when it has finished.");
    }

    public override string SchemaObjects => """
        select 'table' as Kind, t.name as TableName, t.name as Name from sys.tables t
        union all
        select 'index', t.name, i.name from sys.indexes i join sys.tables t on t.object_id = i.object_id
        where i.name is not null and i.is_primary_key = 0 and i.is_unique_constraint = 0
        union all
        select 'trigger', t.name, r.name from sys.triggers r join sys.tables t on t.object_id = r.parent_id
        """;

    /// <summary>
    /// Readers must not block writers, nor writers readers, and a read of several statements is one snapshot: asked once at start,
    /// because a migration cannot set it in its transaction. And a change tells how many rows it has found: rules depend on that.
    /// </summary>
    public override async Task RequireSettings(CancellationToken cancel)
    {
        await using var connection = await Open(cancel);
        (string Setting, string IsOn)[] needed =
        [
            ("READ_COMMITTED_SNAPSHOT", "is_read_committed_snapshot_on"),
            ("ALLOW_SNAPSHOT_ISOLATION", "snapshot_isolation_state"),
        ];
        foreach (var (setting, isOn) in needed)
        {
            if (await connection.ExecuteScalarAsync<int>($"select cast({isOn} as int) from sys.databases where name = db_name()") != 1)
                throw new MigrationException($"{setting} is off. Run: ALTER DATABASE CURRENT SET {setting} ON");
        }
        if (await connection.ExecuteAsync("declare @Rows table (Number int); insert into @Rows values (1)") != 1)
            throw new MigrationException("NOCOUNT is on for new connections. Take 512 out of the server's 'user options' (sp_configure).");
    }
}
