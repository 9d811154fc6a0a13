using System.Globalization;
using Microsoft.Data.SqlClient;

namespace Auridis.Grants.Tests.Playing;

/// <summary>A database of its own for a fixture, removed with it.</summary>
sealed class TestDatabase : IAsyncDisposable
{
    static int count;

    // Babelfish's catalogue cannot take two databases that are made or dropped at once.
    static readonly SemaphoreSlim OneAtATime = new(1);
    readonly Func<Task> remove;

    TestDatabase(DatabaseSettings settings, Func<Task> remove) => (Settings, this.remove) = (settings, remove);

    public DatabaseSettings Settings { get; }

    public static async Task<TestDatabase> Create(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => CreateSqlite(),
        _ => await CreateSqlServer(),
    };

    public async ValueTask DisposeAsync() => await remove();

    static TestDatabase CreateSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("auridis-grants-test-").FullName;
        var settings = new DatabaseSettings { Provider = "Sqlite", ConnectionString = $"Data Source={Path.Combine(folder, "test.db")}" };
        return new TestDatabase(settings, () =>
        {
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }

    static async Task<TestDatabase> CreateSqlServer()
    {
        var server = Environment.GetEnvironmentVariable("GRANTS_TEST_SQLSERVER");
        if (string.IsNullOrEmpty(server))
        {
            if (Environment.GetEnvironmentVariable("REQUIRE_SQLSERVER") == "1")
                Assert.Fail("REQUIRE_SQLSERVER=1, and GRANTS_TEST_SQLSERVER holds no connection string.");
            Assert.Ignore("GRANTS_TEST_SQLSERVER holds no connection string.");
        }
        var name = string.Create(CultureInfo.InvariantCulture, $"grants_test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}");
        await Run(server!, $"create database {name}");
        await SwitchOnSnapshotReads(server!, name);
        // Races queue dozens of transactions on one row. On a slow server the last of them waits longer than the default 30 s, and the
        // tests ask what comes out, not how fast. NUnit's limit for one test still holds.
        var settings = new SqlConnectionStringBuilder(server) { InitialCatalog = name, MaxPoolSize = 120, CommandTimeout = 100 };
        return new TestDatabase(new DatabaseSettings { Provider = "SqlServer", ConnectionString = settings.ToString() }, async () =>
        {
            using (var pool = new SqlConnection(settings.ToString()))
                SqlConnection.ClearPool(pool);
            await Drop(server!, name);
        });
    }

    static async Task SwitchOnSnapshotReads(string server, string name)
    {
        try
        {
            await Run(server, $"alter database {name} set read_committed_snapshot on with rollback immediate");
            await Run(server, $"alter database {name} set allow_snapshot_isolation on");
        }
        catch (SqlException)
        {
            // Babelfish does not know the statements, and has both on. Where it fails on SQL Server, the API refuses to start.
        }
    }

    static async Task Drop(string server, string name)
    {
        // The server ends the sessions of a cleared pool in its own time, and refuses to drop a database that is still in use.
        using var moments = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Run(server, $"drop database {name}");
                return;
            }
            catch (SqlException) when (attempt < 100)
            {
                await moments.WaitForNextTickAsync();
            }
        }
    }

    static async Task Run(string server, string sql)
    {
        await using var connection = new SqlConnection(server);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await OneAtATime.WaitAsync();
        try
        {
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}

/// <summary>The databases that a fixture runs on; SQL Server is skipped by name where none is given.</summary>
public enum DatabaseKind
{
    Sqlite,
    SqlServer,
}
