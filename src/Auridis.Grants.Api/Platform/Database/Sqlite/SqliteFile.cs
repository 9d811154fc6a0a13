using System.Runtime.InteropServices;
using SQLitePCL;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>
/// The file as it was opened first. A file that is deleted, renamed or replaced goes on for those who have it open, and whatever they
/// write is gone with them: nobody would notice. A connection of its own keeps it open, so that nobody else gets its inode.
/// </summary>
sealed class SqliteFile(SqliteDialect dialect) : IDisposable
{
    readonly Lazy<SqliteKeptConnection> opened = new(
        () => dialect.OpenReader(CancellationToken.None).GetAwaiter().GetResult()); // SQLite opens synchronously

    /// <exception cref="StorageUnavailableException">The file is not where it was.</exception>
    public void RequireInPlace()
    {
        if (HasMoved)
            throw new StorageUnavailableException(StorageFault.Moved);
    }

    /// <summary>Two looks into a folder, some microseconds.</summary>
    public bool HasMoved =>
        // Windows lets nobody delete or rename an open file, and SQLite does not answer there.
        (FileControl(opened.Value.Handle!, MainDatabase, HasMovedControl, out var moved) == raw.SQLITE_OK && moved != 0)
        // SQLite asks for the database only. Its log is there for as long as one connection is open.
        || !File.Exists(opened.Value.DataSource + "-wal");

    public void Dispose()
    {
        if (opened.IsValueCreated)
            opened.Value.Dispose();
    }

    /// <summary>SQLITE_FCNTL_HAS_MOVED.</summary>
    const int HasMovedControl = 20;

    /// <summary>No name.</summary>
    const nint MainDatabase = 0;

    // The packages have no name for it.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    static extern int FileControl(sqlite3 connection, nint database, int control, out int answer);
}
