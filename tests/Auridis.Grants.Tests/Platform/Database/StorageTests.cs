using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace Auridis.Grants.Tests.Platform.Database;

/// <summary>What holds the database fails under a running server: every caller is told, the log once, and nothing is lost.</summary>
[TestFixture]
[CancelAfter(Limit.OfATest)]
public sealed class StorageTests
{
    [Test]
    public async Task A_full_disk_refuses_changes_until_there_is_room_again(CancellationToken cancel)
    {
        using var log = new LogRecorder();
        await using var app = await Start(log);
        await LimitPages(app, "(select page_count from pragma_page_count)");

        var made = await CreateProgrammesUntilRefused(app);
        var more = await Task.WhenAll(Enumerable.Range(1, 20)
            .Select(number => app.As("caseworker-1").Post("/programmes", Sample.Programme($"MORE-{number}"), key: $"more-{number}")));
        made += more.Count(answer => answer.Code is null);
        foreach (var answer in more.Where(answer => answer.Code is not null))
            Refused(answer);

        Assert.That(await Programmes(app), Is.EqualTo(made), "read while nothing can be written");
        await IsNotReady(app, "its storage is full");
        await UntilLogged(log, 1, cancel);
        Assert.That(log.Lines.Single(),
            Does.StartWith("Error: The database cannot keep changes: its storage is full").And.Contain("SQLite"));

        await LimitPages(app, "1000000");
        await UntilReady(app, cancel);
        (await app.As("caseworker-1").Post("/programmes", Sample.Programme("ROOM"), key: "room")).Succeeded();
        await UntilLogged(log, 2, cancel);
        Assert.That(log.Lines.Skip(1), Is.EqualTo((string[])["Warning: The database keeps changes again "]));
    }

    [Test]
    public async Task A_second_outage_is_logged_again(CancellationToken cancel)
    {
        using var log = new LogRecorder();
        await using var app = await Start(log);
        for (var outage = 1; outage <= 2; outage++)
        {
            FailOnce(app, new SqliteException("disk I/O error", raw.SQLITE_IOERR));
            await IsNotReady(app, "its storage fails");
            await UntilReady(app, cancel);
            await UntilLogged(log, 2 * outage, cancel);
            Assert.That(log.Lines, Has.Count.EqualTo(2 * outage));
        }
    }

    [Test]
    public async Task A_damaged_database_stays_unready(CancellationToken cancel)
    {
        using var log = new LogRecorder();
        await using var app = await Start(log);

        FailOnce(app, new SqliteException("database disk image is malformed", raw.SQLITE_CORRUPT));

        await UntilLogged(log, 1, cancel);
        (await app.As("caseworker-1").Post("/programmes", Sample.Programme("STILL"), key: "still")).Succeeded();
        await IsNotReady(app, "it is damaged");
    }

    [Test]
    public async Task A_server_on_a_read_only_database_answers_reads_and_refuses_changes(CancellationToken cancel)
    {
        await using var database = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using (await Start(null, database.Settings.ConnectionString))
        {
            // It has made the tables.
        }
        using var log = new LogRecorder();
        // What SQLite does by itself on a disk that is read-only; and so even for root, for whom there are no read-only files.
        await using var app = await Start(log, database.Settings.ConnectionString + ";Mode=ReadOnly");

        Refused(await app.As("caseworker-1").Post("/programmes", Sample.Programme("RO"), key: "ro"));
        Refused(await app.As("caseworker-1").Post("/programmes", Sample.Programme("RO"), key: "ro", language: "de"));
        Assert.That(await Programmes(app), Is.EqualTo(1), "the reference programme");
        await IsNotReady(app, "its storage is read-only");
        await UntilLogged(log, 1, cancel);
        Assert.That(log.Lines.Single(), Does.StartWith("Error: The database cannot keep changes: its storage is read-only"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Nobody can delete or rename an open file there.")]
    public async Task Files_that_are_deleted_under_a_running_server_take_no_writes([Values] Removal removal, CancellationToken cancel)
    {
        using var log = new LogRecorder();
        await using var app = await Start(log);
        (await app.As("caseworker-1").Post("/programmes", Sample.Programme("BEFORE"), key: "before")).Succeeded();
        var file = FileOf(app);
        var folder = Path.GetDirectoryName(file)!;
        var aside = folder + "-aside";
        try
        {
            Remove(removal, file, aside);

            Refused(await app.As("caseworker-1").Post("/programmes", Sample.Programme("AFTER"), key: "after"));
            Refused(await app.As("caseworker-1").Get("/programmes"), "and what is read is nobody's");
            await IsNotReady(app, "its file was deleted, renamed or replaced while it was open");
            await UntilLogged(log, 1, cancel);
            Assert.That(log.Lines.Single(), Does.StartWith("Error: The database cannot keep changes: its file was deleted, renamed"));
            Assert.That(File.Exists(file), Is.EqualTo(removal is Removal.Replaced or Removal.OfTheLog), "no new file is made");

            if (removal is Removal.FolderRenamed)
            {
                Directory.Move(aside, folder);
                await UntilReady(app, cancel);
                (await app.As("caseworker-1").Post("/programmes", Sample.Programme("AFTER"), key: "after")).Succeeded();
            }
        }
        finally
        {
            Directory.CreateDirectory(folder);
            if (Directory.Exists(aside))
                Directory.Delete(aside, recursive: true);
        }
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Nobody can delete an open file there.")]
    public async Task Who_asks_whether_it_is_ready_learns_of_deleted_files_before_anybody_writes()
    {
        using var log = new LogRecorder();
        await using var app = await Start(log);
        (await app.With(null).Get("/health/ready")).Succeeded();
        File.Delete(FileOf(app));

        await IsNotReady(app, "its file was deleted, renamed or replaced while it was open");
    }

    [Test]
    public async Task A_full_log_of_SQL_Server_refuses_changes_until_there_is_room_again(CancellationToken cancel)
    {
        using var log = new LogRecorder();
        await using var database = await TestDatabase.Create(DatabaseKind.SqlServer);
        await using var proxy = new LossyProxy(database.Settings.ConnectionString);
        await using var app = await Start(log, proxy.ConnectionString, DatabaseKind.SqlServer);
        (await app.As("caseworker-1").Post("/programmes", Sample.Programme("BEFORE"), key: "before")).Succeeded();
        var programmes = await Programmes(app);
        proxy.Fail("update ", number: 9002, severity: 17);

        Refused(await app.As("caseworker-1").Post("/programmes", Sample.Programme("FULL"), key: "full"));
        Assert.That(await Programmes(app), Is.EqualTo(programmes), "read while nothing can be written");
        await IsNotReady(app, "its storage is full");
        await UntilLogged(log, 1, cancel);
        Assert.That(log.Lines.Single(), Does.StartWith("Error: The database cannot keep changes: its storage is full"));

        proxy.Relent();
        await UntilReady(app, cancel);
        (await app.As("caseworker-1").Post("/programmes", Sample.Programme("FULL"), key: "full")).Succeeded();
        await UntilLogged(log, 2, cancel);
        Assert.That(log.Lines.Skip(1), Is.EqualTo((string[])["Warning: The database keeps changes again "]));
    }

    [TestCase(raw.SQLITE_FULL, StorageFault.Full)]
    [TestCase(raw.SQLITE_NOLFS, StorageFault.Full)]
    [TestCase(raw.SQLITE_READONLY, StorageFault.ReadOnly)]
    [TestCase(raw.SQLITE_IOERR, StorageFault.Failing)]
    [TestCase(raw.SQLITE_CANTOPEN, StorageFault.Failing)]
    [TestCase(raw.SQLITE_PERM, StorageFault.Failing)]
    [TestCase(raw.SQLITE_CORRUPT, StorageFault.Damaged)]
    [TestCase(raw.SQLITE_NOTADB, StorageFault.Damaged)]
    [TestCase(raw.SQLITE_BUSY, null)]
    [TestCase(raw.SQLITE_CONSTRAINT, null)]
    [TestCase(raw.SQLITE_NOMEM, null)]
    public async Task Each_error_of_SQLite_is_of_the_storage_or_is_not(int code, object? fault)
    {
        await using var items = await Counting.Start(DatabaseKind.Sqlite);

        var error = await Assert.CatchAsync(() => items.Write<int>(async tx =>
        {
            await Counting.InsertIn(tx, 1);
            throw new SqliteException("as SQLite says it", code);
        }));

        Assert.That((error as StorageUnavailableException)?.Fault, Is.EqualTo(fault));
        Assert.That(items.Db.Storage.Outage?.Fault, Is.EqualTo(fault));
        Assert.That(await items.Committed(), Is.Empty);
    }

    [Test]
    public async Task A_reader_that_writes_is_a_fault_of_the_program_and_none_of_the_storage()
    {
        await using var items = await Counting.Start(DatabaseKind.Sqlite);

        Assert.That(() => items.Db.Read(session => session.All<int>("delete from Item returning Id"), CancellationToken.None),
            Throws.InstanceOf<SqliteException>());
        Assert.That(items.Db.Storage.Outage, Is.Null);
    }

    public enum Removal
    {
        FolderDeleted,
        FolderRenamed,
        FileRenamed,
        Replaced,
        OfTheLog,
    }

    static void Remove(Removal removal, string file, string aside)
    {
        var folder = Path.GetDirectoryName(file)!;
        switch (removal)
        {
            case Removal.FolderDeleted:
                Directory.Delete(folder, recursive: true);
                break;
            case Removal.FolderRenamed:
                Directory.Move(folder, aside);
                break;
            case Removal.FileRenamed:
                File.Move(file, file + "-old");
                break;
            case Removal.Replaced:
                File.Copy(file, file + "-copy");
                File.Move(file + "-copy", file, overwrite: true);
                break;
            case Removal.OfTheLog:
                File.Delete(file + "-wal");
                break;
        }
    }

    static Task<GrantsApp> Start(
        LogRecorder? log, string? connectionString = null, DatabaseKind kind = DatabaseKind.Sqlite) => GrantsApp.Start(kind, builder =>
    {
        if (log is not null)
            builder.Logging.AddProvider(log);
        if (connectionString is not null)
            builder.Configuration["Database:ConnectionString"] = connectionString;
    });

    /// <summary>SQLite's own limit, on the writer's connection: a full disk that a test can make and unmake.</summary>
    static async Task LimitPages(GrantsApp app, string pages) => await app.Db.Write<bool>(Counting.Author, async tx =>
    {
        var most = await tx.One<int>($"select {pages}");
        await tx.One<int>($"PRAGMA max_page_count = {most}");
        return true;
    }, CancellationToken.None);

    /// <returns>How many programmes there are.</returns>
    static async Task<int> CreateProgrammesUntilRefused(GrantsApp app)
    {
        // The reference programme is the first. A page or two are free inside the file.
        for (var made = 1; made < 500; made++)
        {
            var answer = await app.As("caseworker-1").Post("/programmes", Sample.Programme($"FULL-{made}"), key: $"full-{made}");
            if (answer.Code is null)
                continue;
            Refused(answer);
            return made;
        }
        throw new InvalidOperationException("The database never became full.");
    }

    static async Task<int> Programmes(GrantsApp app) =>
        await app.Db.Read(session => session.One<int>("select count(*) from Programme"), CancellationToken.None);

    static void Refused(Answer answer, string? why = null)
    {
        answer.Refused(503, "storage-unavailable");
        Assert.That(answer.Headers["Retry-After"], Is.EqualTo("30"), why);
    }

    static async Task IsNotReady(GrantsApp app, string why)
    {
        var ready = await app.With(null).Get("/health/ready");
        Assert.That(((int)ready.Status, ready["checks.database.description"]), Is.EqualTo((503, why)));
    }

    static async Task UntilReady(GrantsApp app, CancellationToken cancel)
    {
        using var moments = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((int)(await app.With(null).Get("/health/ready")).Status != 200)
            await moments.WaitForNextTickAsync(cancel);
    }

    static async Task UntilLogged(LogRecorder log, int lines, CancellationToken cancel)
    {
        using var moments = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (log.Lines.Count < lines)
            await moments.WaitForNextTickAsync(cancel);
    }

    static void FailOnce(GrantsApp app, Exception error) =>
        Assert.That(() => app.Db.Write<bool>(Counting.Author, _ => throw error, CancellationToken.None),
            Throws.TypeOf<StorageUnavailableException>());

    static string FileOf(GrantsApp app) => new SqliteConnectionStringBuilder(
        app.Services.GetRequiredService<IConfiguration>()["Database:ConnectionString"]).DataSource;
}
