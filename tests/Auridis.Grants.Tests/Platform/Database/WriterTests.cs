using System.Diagnostics;
using System.Runtime.Versioning;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Auridis.Grants.Tests.Platform.Database;

/// <summary>SQLite's one writer and its readers: what each may do, and what happens when another process holds the file.</summary>
[TestFixture]
public sealed class WriterTests
{
    Counting items = null!;

    [SetUp]
    public async Task Start() => items = await Counting.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await items.DisposeAsync();

    /// <summary>SQLITE_STMTSTATUS_REPREPARE.</summary>
    const int Replanned = 5;

    [Test]
    public async Task The_writers_own_connection_is_durable()
    {
        var settings = await items.Write<(string, int, int)>(async tx =>
            (await tx.One<string>("PRAGMA journal_mode"), await tx.One<int>("PRAGMA synchronous"),
                await tx.One<int>("PRAGMA foreign_keys")));

        Assert.That(settings.Value, Is.EqualTo(("wal", 2, 1)));
    }

    [Test]
    public async Task A_reader_cannot_change_anything()
    {
        Assert.That(() => items.Db.Read(session => session.All<int>("insert into Item (Id, Name) values (1, 'one') returning Id"),
            CancellationToken.None),
            Throws.InstanceOf<SqliteException>());
        Assert.That(await items.Committed(), Is.Empty);
    }

    [Test]
    public async Task A_list_is_planned_once_however_long_a_page_is()
    {
        await using var reader = await ((SqliteDialect)items.Db.Dialect).OpenReader(CancellationToken.None);
        reader.Handle!.enable_sqlite3_next_stmt(true);
        foreach (var take in (int[])[1, 50, 200])
            await reader.QueryAsync<int>("select Id from Item order by Id limit @take", new { take });

        Assert.That(raw.sqlite3_stmt_status(raw.sqlite3_next_stmt(reader.Handle, null), Replanned, resetFlg: 0), Is.Zero);
    }

    [Test]
    public async Task A_closure_that_waits_for_something_else_fails_and_cannot_write_later()
    {
        var something = new TaskCompletionSource();
        var wentOn = new TaskCompletionSource<Exception?>();
        var outcome = items.Write<int>(async tx =>
        {
            await Counting.InsertIn(tx, 1);
            await something.Task;
            try
            {
                var inserted = await Counting.InsertIn(tx, 2);
                wentOn.SetResult(null);
                return inserted;
            }
            catch (InvalidOperationException error)
            {
                wentOn.SetResult(error);
                throw;
            }
        });

        Assert.That(async () => await outcome, Throws.InvalidOperationException.With.Message.Contains("waited for something other"));
        something.SetResult();
        Assert.That((await wentOn.Task)?.Message, Does.Contain("over"));
        Assert.That(await items.Committed(), Is.Empty);
    }

    [Test]
    public async Task Closing_the_database_finishes_what_is_waiting()
    {
        var answers = Enumerable.Range(1, 2000).Select(id => items.Insert(id)).ToList();
        await items.Db.DisposeAsync();

        Assert.That(answers.Select(answer => answer.IsCompletedSuccessfully || answer.Wait(Limit.OfAWait)), Is.All.True);
        Assert.That(() => items.Insert(9999), Throws.InstanceOf<ObjectDisposedException>());
        await using var again = items.Settings.Connect();
        Assert.That(await again.Read(session => session.One<int>("select count(*) from Item"), CancellationToken.None), Is.EqualTo(2000));
    }

    [Test]
    public async Task Another_process_that_holds_the_file_is_answered_by_waiting()
    {
        await using var other = (SqliteConnection)await items.Db.Dialect.Open(CancellationToken.None);
        // The writer has its connection, so that it waits nowhere but in its BEGIN.
        await items.Insert(1);
        var held = other.BeginTransaction();
        var waiting = items.Insert(2);
        using var moment = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
        await moment.WaitForNextTickAsync();
        Assert.That(waiting.IsCompleted, Is.False);
        await held.DisposeAsync();

        Assert.That((await waiting).Succeeded, Is.True);
        Assert.That(await items.Committed(), Is.EqualTo((int[])[1, 2]));
    }

    [Test]
    public void A_read_that_meets_a_lock_for_too_long_finds_the_database_busy() =>
        Assert.That(
            () => items.Db.Read<int>(
                _ => throw new SqliteException("database is locked", SQLitePCL.raw.SQLITE_BUSY), CancellationToken.None),
            Throws.TypeOf<DatabaseBusyException>());

    [Test]
    public async Task Another_process_that_holds_the_file_for_too_long_makes_the_database_busy()
    {
        await using var impatient = new SqliteDb(new SqliteDialect(items.Settings.ConnectionString));
        await impatient.Write<int>(Counting.Author, async tx => await tx.One<int>("PRAGMA busy_timeout = 50"), CancellationToken.None);
        await using var other = (SqliteConnection)await items.Db.Dialect.Open(CancellationToken.None);
        var held = other.BeginTransaction();
        var waited = Stopwatch.StartNew();

        Assert.That(() => impatient.Write(Counting.Author, tx => Counting.InsertIn(tx, 1), CancellationToken.None),
            Throws.TypeOf<DatabaseBusyException>());
        Assert.That(waited.Elapsed, Is.LessThan(TimeSpan.FromSeconds(25)), "The driver has a timeout of its own: half a minute.");
        await held.DisposeAsync();
        Assert.That(await items.Committed(), Is.Empty);
        Assert.That((await impatient.Write(Counting.Author, tx => Counting.InsertIn(tx, 2), CancellationToken.None)).Succeeded, Is.True);
        Assert.That(await items.Committed(), Is.EqualTo((int[])[2]));
    }

    /// <summary>A row that is replaced is deleted; SQLite tells its triggers only when it is asked to.</summary>
    [Test]
    public async Task What_is_only_added_to_cannot_be_replaced()
    {
        await items.Insert(1);
        await items.Run("create trigger TR_Item_Delete before delete on Item begin select raise(abort, 'append-only'); end");

        Assert.That(() => items.Write<int>(async tx => await tx.Execute("insert or replace into Item (Id, Name) values (1, 'other')")),
            Throws.TypeOf<SqliteException>().With.Message.Contains("append-only"));
        Assert.That((await items.Insert(2)).Succeeded, Is.True);
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_its_owner_reads_the_file()
    {
        await items.Insert(1);

        var file = new SqliteConnectionStringBuilder(items.Settings.ConnectionString).DataSource;
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(file)!).Select(File.GetUnixFileMode),
            Has.Exactly(3).Items.And.All.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }
}
