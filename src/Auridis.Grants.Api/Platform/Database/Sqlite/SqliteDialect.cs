using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>The embedded database: one file, one writer, many readers (WAL).</summary>
sealed class SqliteDialect(string connectionString) : Dialect
{
    static SqliteDialect()
    {
        Batteries_V2.Init();
        // A connection is used by one thread at a time and needs no lock of its own, and nobody asks how much memory SQLite takes: counting
        // it locks at each allocation. Who has opened a connection before is too late, and has the locks.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public override string Name => "sqlite";

    public override bool WritesOneByOne => true;

    /// <summary>Makes the file when there is none.</summary>
    public override async Task<DbConnection> Open(CancellationToken cancel)
    {
        CreateForOwner(Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource));
        return await OpenWriter(cancel);
    }

    /// <summary>A connection for changes, to a file that is there: who made a new one would go on with an empty database.</summary>
    public async Task<SqliteKeptConnection> OpenWriter(CancellationToken cancel)
    {
        var connection = await OpenConnection(cancel);
        // 16 MB each: a checkpoint writes a page once that many commits have changed, and what the writer changes is in memory. So is
        // what a savepoint would bring back: in a temporary file, it is most of what a group of closures writes.
        Run(connection, "PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;");
        return connection;
    }

    /// <summary>A connection that refuses to change anything.</summary>
    public async Task<SqliteKeptConnection> OpenReader(CancellationToken cancel)
    {
        var connection = await OpenConnection(cancel);
        Run(connection, "PRAGMA query_only = 1");
        return connection;
    }

    async Task<SqliteKeptConnection> OpenConnection(CancellationToken cancel)
    {
        // Pooling is off because the writer and the readers keep their connections for the life of the process. The driver would try a
        // statement that was refused for a lock again for half a minute, each time with the wait of busy_timeout: a second ends that.
        var settings = new SqliteConnectionStringBuilder(connectionString) { Pooling = false, ForeignKeys = true, DefaultTimeout = 1 };
        if (settings.Mode == SqliteOpenMode.ReadWriteCreate)
            settings.Mode = SqliteOpenMode.ReadWrite;
        var connection = new SqliteKeptConnection(settings.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            // Query planner stability guarantee: otherwise SQLite plans a list anew each time, for the number that is bound to its limit.
            Check(raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _), connection);
            // FULL: a commit is on the disk before anybody is answered. The driver's own busy retry sleeps 150 ms,
            // so waiting for another process is left to SQLite's busy handler.
            Run(connection, "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            // Or a replaced row would be deleted without the triggers of what is only added to.
            Run(connection, "PRAGMA recursive_triggers = 1");
            Require(connection, "PRAGMA journal_mode", "wal");
            Require(connection, "PRAGMA synchronous", "2");
            Require(connection, "PRAGMA foreign_keys", "1");
            Require(connection, "PRAGMA recursive_triggers", "1");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Creates the file for its owner's eyes only; SQLite gives the files beside it the same rights.</summary>
    static void CreateForOwner(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // Never opened once it is there: to close it would release the locks that SQLite holds on it.
        if (File.Exists(file))
            return;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            new FileStream(file, options).Dispose();
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another one was quicker.
        }
    }

    public override string Take(string orderedSelect) => orderedSelect + " limit @Take";

    // 1555 and 2067: SQLITE_CONSTRAINT_PRIMARYKEY and SQLITE_CONSTRAINT_UNIQUE.
    public override bool IsUniqueViolation(Exception error) => error is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    // The last one: processes that open the file at once have disturbed each other for ten seconds.
    public override bool IsTransient(Exception error) =>
        error is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL };

    // A statement that is refused for a lock has waited for it already: see busy_timeout.
    public override bool HasWaitedTooLong(Exception error) => IsTransient(error);

    public override StorageFault? StorageFaultOf(Exception error) => error is not SqliteException sqlite ? null
        : sqlite.SqliteErrorCode switch
        {
            raw.SQLITE_FULL or raw.SQLITE_NOLFS => StorageFault.Full,
            raw.SQLITE_READONLY => StorageFault.ReadOnly,
            // Of memory there was too little, and none of the disk.
            raw.SQLITE_IOERR when sqlite.SqliteExtendedErrorCode == raw.SQLITE_IOERR_NOMEM => null,
            raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => StorageFault.Failing,
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StorageFault.Damaged,
            _ => null,
        };

    public override async Task<DbTransaction> BeginMigration(DbConnection connection, CancellationToken cancel) =>
        // Serializable is BEGIN IMMEDIATE here: a second process waits at this line.
        await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancel);

    public override string SchemaObjects => """
        select type as Kind, tbl_name as TableName, name as Name
        from sqlite_master
        where type in ('table', 'index', 'trigger') and name not like 'sqlite_%'
        """;

    /// <summary>True when no transaction is open on the connection: an error has ended it, or it was committed.</summary>
    public static bool TransactionEnded(SqliteConnection connection) => raw.sqlite3_get_autocommit(connection.Handle) != 0;

    static void Check(int result, SqliteConnection connection) => SqliteException.ThrowExceptionForRC(result, connection.Handle);

    static void Require(SqliteConnection connection, string pragma, string expected)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        var actual = Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        if (actual != expected)
        {
            throw new InvalidOperationException(
                $"SQLite answers '{actual}' to '{pragma}' where '{expected}' is needed; the file system may not support it.");
        }
    }

    static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
