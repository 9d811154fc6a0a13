using Dapper;
using Microsoft.Data.SqlClient;

namespace Auridis.Grants.Tests.Platform.Database;

/// <summary>Many writers at once: what SQL Server does to them, and what becomes of their closures.</summary>
[TestFixture]
public sealed class SqlServerTransactionTests
{
    Counting items = null!;

    [SetUp]
    public async Task Start() => items = await Counting.Start(DatabaseKind.SqlServer);

    [TearDown]
    public async Task Stop()
    {
        if (items is not null)
            await items.DisposeAsync();
    }

    [Test]
    public async Task The_victim_of_a_deadlock_runs_again()
    {
        await items.Insert(1);
        await items.Insert(2);
        using var bothHoldOne = new Barrier(2);
        var runs = 0;

        var outcomes = await Task.WhenAll(Cross(1, 2), Cross(2, 1)).WaitAsync(Limit.OfAWait);

        Assert.That(outcomes.Select(outcome => outcome.Succeeded), Is.All.True);
        Assert.That(runs, Is.GreaterThan(2));
        Assert.That((await items.Db.Read(session => session.All<string>("select Name from Item"), CancellationToken.None))
            .Select(name => name.Length), Is.All.EqualTo(3));

        Task<Outcome<bool>> Cross(int first, int second)
        {
            var isFirstRun = true;
            return Task.Run(() => items.Write<bool>(async tx =>
            {
                Interlocked.Increment(ref runs);
                await tx.Execute("update Item set Name = Name + 'x' where Id = @first", new { first });
                if (isFirstRun)
                {
                    isFirstRun = false;
                    bothHoldOne.SignalAndWait(Limit.OfAWait);
                }
                await tx.Execute("update Item set Name = Name + 'y' where Id = @second", new { second });
                return true;
            }));
        }
    }

    [Test]
    public async Task The_loser_of_a_race_for_a_unique_value_runs_again_and_sees_the_winner()
    {
        using var bothHaveLooked = new Barrier(2);

        var outcomes = await Task.WhenAll(Take(1), Take(2)).WaitAsync(Limit.OfAWait);

        Assert.That(outcomes.Count(outcome => outcome.Succeeded), Is.EqualTo(1));
        Assert.That(await items.Committed(), Has.Count.EqualTo(1));

        Task<Outcome<int>> Take(int id)
        {
            var isFirstRun = true;
            return Task.Run(() => items.Write<int>(async tx =>
            {
                if (await tx.One<int>("select count(*) from Item where Name = 'the place'") > 0)
                    return TestRefusal.No;
                if (isFirstRun)
                {
                    isFirstRun = false;
                    bothHaveLooked.SignalAndWait(Limit.OfAWait);
                }
                return await Counting.InsertIn(tx, id, "the place");
            }));
        }
    }

    [Test]
    public async Task Waiting_too_long_for_somebody_elses_lock_changes_nothing_and_says_so()
    {
        await items.Insert(1);
        await using var other = await items.Db.Dialect.Open(CancellationToken.None);
        await using var held = await other.BeginTransactionAsync();
        await other.ExecuteAsync("update Item set Name = 'held' where Id = 1", transaction: held);
        await using var impatient = Impatient();

        Assert.That(() => impatient.Write<int>(Counting.Author, async tx => await tx.Execute("update Item set Name = 'mine' where Id = 1"),
            CancellationToken.None),
            Throws.TypeOf<DatabaseBusyException>());
        await held.RollbackAsync();
        Assert.That(await Names(), Is.EqualTo((string[])["1"]));
    }

    [Test]
    public async Task A_reader_for_whom_no_connection_becomes_free_is_told_that_the_database_is_busy()
    {
        var one = new SqlConnectionStringBuilder(items.Settings.ConnectionString) { MaxPoolSize = 1, ConnectTimeout = 1 };
        await using var narrow = new SqlServerDb(new SqlServerDialect(one.ToString()));
        await using var held = await narrow.Dialect.Open(CancellationToken.None);

        Assert.That(() => narrow.Read(session => session.One<int>("select 1"), CancellationToken.None),
            Throws.TypeOf<DatabaseBusyException>());
        Assert.That(() => narrow.Write(Counting.Author, tx => Counting.InsertIn(tx, 1), CancellationToken.None),
            Throws.TypeOf<DatabaseBusyException>());
        // Its database is dropped with it.
        SqlConnection.ClearPool((SqlConnection)held);
    }

    [Test]
    public async Task A_retry_that_waits_too_long_for_the_first_request_is_told_that_it_is_running()
    {
        await new Migrator(items.Db.Dialect, TimeProvider.System).Run(CancellationToken.None);
        await using var other = await items.Db.Dialect.Open(CancellationToken.None);
        await using var held = await other.BeginTransactionAsync();
        await other.ExecuteAsync("insert into IdempotencyRecord (Scope, Fingerprint, CreatedAt) values (@Scope, '', '2026-01-01')",
            new { Key.Scope }, held);
        await using var impatient = Impatient();

        var outcome = await Key.Once(impatient, Counting.Author, Effect, CancellationToken.None);

        Assert.That((Problem?)outcome.Refusal, Is.EqualTo(Problems.RequestInProgress));
    }

    [Test]
    public async Task A_server_that_counts_no_rows_lets_no_rule_pass()
    {
        await items.Insert(1);

        Assert.That(() => items.Write<int>(async tx =>
        {
            await tx.OneOrNull<int>("set nocount on; select 1");
            return await tx.Execute("update Item set Name = 'uncounted' where Id = 1");
        }),
            Throws.InvalidOperationException.With.Message.Contains("NOCOUNT"));
        Assert.That(await Names(), Is.EqualTo((string[])["1"]));
    }

    [Test]
    public async Task A_server_that_counts_no_rows_stops_the_start()
    {
        await using var proxy = new LossyProxy(items.Settings.ConnectionString);
        await using var db = new SqlServerDb(new SqlServerDialect(proxy.ConnectionString));
        await db.Dialect.RequireSettings(CancellationToken.None);
        proxy.CountNothing("insert into @Rows");

        Assert.That(() => db.Dialect.RequireSettings(CancellationToken.None),
            Throws.TypeOf<MigrationException>().With.Message.Contains("NOCOUNT"));
    }

    [TestCase(1105, 17, StorageFault.Full)]
    [TestCase(1101, 17, StorageFault.Full)]
    [TestCase(9002, 17, StorageFault.Full)]
    [TestCase(3906, 16, StorageFault.ReadOnly)]
    [TestCase(945, 14, StorageFault.Failing)]
    [TestCase(823, 24, StorageFault.Failing)]
    [TestCase(824, 24, StorageFault.Damaged)]
    public async Task A_storage_that_fails_is_told_at_once(int number, int severity, object fault)
    {
        await using var proxy = new LossyProxy(items.Settings.ConnectionString);
        await using var db = new SqlServerDb(new SqlServerDialect(proxy.ConnectionString));
        proxy.Fail("insert into Item", number, (byte)severity);
        var runs = 0;

        Assert.That(
            () => db.Write(Counting.Author, tx =>
            {
                runs++;
                return Counting.InsertIn(tx, 1);
            }, CancellationToken.None),
            Throws.TypeOf<StorageUnavailableException>().With.Property(nameof(StorageUnavailableException.Fault)).EqualTo(fault));
        Assert.That((runs, db.Storage.Outage?.Fault), Is.EqualTo((1, fault)));
        Assert.That(await items.Committed(), Is.Empty);
    }

    /// <summary>The store of row versions is full, or has forgotten the snapshot's; the locks; a migration.</summary>
    [TestCase(3958)]
    [TestCase(3966)]
    [TestCase(3967)]
    [TestCase(1204)]
    [TestCase(3961)]
    public async Task What_passes_by_itself_costs_a_second_run(int number)
    {
        await using var proxy = new LossyProxy(items.Settings.ConnectionString);
        await using var db = new SqlServerDb(new SqlServerDialect(proxy.ConnectionString));
        proxy.Fail("insert into Item", number, severity: 16, times: 1);
        var runs = 0;

        var outcome = await db.Write(Counting.Author, tx =>
        {
            runs++;
            return Counting.InsertIn(tx, 1);
        }, CancellationToken.None);

        Assert.That((outcome.Succeeded, runs, db.Storage.Outage), Is.EqualTo((true, 2, (StorageUnavailableException?)null)));
        Assert.That(await items.Committed(), Is.EqualTo((int[])[1]));
    }

    /// <summary>An index on times serves a comparison with a time of its own type only.</summary>
    [Test]
    public async Task A_time_has_the_type_of_the_columns()
    {
        var type = await items.Db.Read(session => session.One<string>(
            "select cast(sql_variant_property(@At, 'BaseType') as varchar(20))", new { At = DateTimeOffset.UnixEpoch }),
            CancellationToken.None);

        Assert.That(type, Is.EqualTo("datetime2"));
    }

    [Test]
    public async Task An_event_of_the_trail_takes_two_round_trips()
    {
        await new Migrator(items.Db.Dialect, TimeProvider.System).Run(CancellationToken.None);
        await using var proxy = new LossyProxy(items.Settings.ConnectionString);
        await using var db = new SqlServerDb(new SqlServerDialect(proxy.ConnectionString));

        await db.Write<bool>(Counting.Author, tx =>
        {
            Audit.Append(tx, "item.made", Guid.Empty, 1);
            return Task.FromResult<Outcome<bool>>(true);
        }, CancellationToken.None);

        Assert.That(proxy.Statements, Is.EqualTo(2), "all other writers wait for the row that they hold");
    }

    [TestCase(Loss.OfTheRequest, 0)]
    [TestCase(Loss.OfTheAnswer, 1)]
    public async Task A_commit_whose_answer_is_lost_has_an_unknown_outcome(Loss loss, int committed)
    {
        await using var proxy = new LossyProxy(items.Settings.ConnectionString);
        await using var db = new SqlServerDb(new SqlServerDialect(proxy.ConnectionString));
        proxy.Lose(loss);

        Assert.That(() => db.Write(Counting.Author, tx => Counting.InsertIn(tx, 1), CancellationToken.None),
            Throws.TypeOf<CommitOutcomeUnknownException>());
        Assert.That(await items.Committed(), Has.Count.EqualTo(committed));
        Assert.That(proxy.Losses, Is.EqualTo(1));
    }

    [Test]
    public async Task A_connection_that_is_lost_before_the_commit_costs_a_second_run()
    {
        await using var proxy = new LossyProxy(items.Settings.ConnectionString);
        await using var db = new SqlServerDb(new SqlServerDialect(proxy.ConnectionString));
        var runs = 0;
        proxy.Lose(Loss.OfAStatement, thenRefuse: 2);

        var outcome = await db.Write(Counting.Author, tx =>
        {
            runs++;
            return Counting.InsertIn(tx, 1);
        }, CancellationToken.None);

        Assert.That((outcome.Succeeded, runs, proxy.Losses), Is.EqualTo((true, 2, 1)));
        Assert.That(await items.Committed(), Is.EqualTo((int[])[1]));
    }

    [Test]
    public async Task A_reader_whose_connection_is_lost_reads_again()
    {
        await items.Insert(1);
        await using var proxy = new LossyProxy(items.Settings.ConnectionString);
        await using var db = new SqlServerDb(new SqlServerDialect(proxy.ConnectionString));
        proxy.Lose(Loss.OfAStatement);

        Assert.That(await db.Read(session => session.One<string>("select Name from Item where Id = @Id", new { Id = 1 }),
            CancellationToken.None), Is.EqualTo("1"));
        Assert.That(proxy.Losses, Is.EqualTo(1));
    }

    [Test]
    public async Task A_server_that_stays_away_makes_the_database_busy()
    {
        await using var proxy = new LossyProxy(items.Settings.ConnectionString);
        await using var db = new SqlServerDb(new SqlServerDialect(proxy.ConnectionString));
        proxy.Lose(Loss.OfAStatement, thenRefuse: int.MaxValue);

        Assert.That(() => db.Write(Counting.Author, tx => Counting.InsertIn(tx, 1), CancellationToken.None),
            Throws.TypeOf<DatabaseBusyException>());
        Assert.That(() => db.Read(session => session.One<int>("select 1"), CancellationToken.None), Throws.TypeOf<DatabaseBusyException>());
        Assert.That(await items.Committed(), Is.Empty);
    }

    [Test]
    public async Task A_refusal_whose_rollback_is_lost_is_still_a_refusal()
    {
        await using var proxy = new LossyProxy(items.Settings.ConnectionString);
        await using var db = new SqlServerDb(new SqlServerDialect(proxy.ConnectionString));
        proxy.Lose(Loss.OfTheRollback);

        var outcome = await db.Write<int>(Counting.Author, async tx =>
        {
            await Counting.InsertIn(tx, 1);
            return TestRefusal.No;
        }, CancellationToken.None);

        Assert.That(outcome.Refusal, Is.SameAs(TestRefusal.No));
        Assert.That(proxy.Losses, Is.EqualTo(1));
        Assert.That(await items.Committed(), Is.Empty);
    }

    [TestCase(Loss.OfTheRequest, 0)]
    [TestCase(Loss.OfTheAnswer, 0)]
    // More than one run of the transaction tries.
    [TestCase(Loss.OfTheRequest, 20)]
    [TestCase(Loss.OfTheAnswer, 20)]
    public async Task Under_a_key_a_lost_commit_has_its_effect_once_and_its_answer(Loss loss, int thenRefuse)
    {
        await new Migrator(items.Db.Dialect, TimeProvider.System).Run(CancellationToken.None);
        await using var proxy = new LossyProxy(items.Settings.ConnectionString);
        await using var db = new SqlServerDb(new SqlServerDialect(proxy.ConnectionString));
        proxy.Lose(loss, thenRefuse);

        var outcome = await Key.Once(db, Counting.Author, Effect, CancellationToken.None);
        var again = await Key.Once(db, Counting.Author, Effect, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Value.Body, Is.EqualTo("done"u8.ToArray()));
            Assert.That(again.Value.Body, Is.EqualTo(outcome.Value.Body));
        });
        Assert.That(await items.Committed(), Is.EqualTo((int[])[1]));
        Assert.That(await items.Db.Read(session => session.One<long>("select count(*) from AuditEvent"), CancellationToken.None),
            Is.EqualTo(1));
        Assert.That(proxy.Losses, Is.EqualTo(1));
    }

    [Test]
    public async Task A_lost_commit_stays_unknown_while_the_server_stays_away()
    {
        await new Migrator(items.Db.Dialect, TimeProvider.System).Run(CancellationToken.None);
        await using var proxy = new LossyProxy(items.Settings.ConnectionString);
        await using var db = new SqlServerDb(new SqlServerDialect(proxy.ConnectionString));
        proxy.Lose(Loss.OfTheAnswer, thenRefuse: int.MaxValue);

        Assert.That(() => Key.Once(db, Counting.Author, Effect, CancellationToken.None), Throws.TypeOf<CommitOutcomeUnknownException>());
        Assert.That(await items.Committed(), Is.EqualTo((int[])[1]));
    }

    static readonly Idempotency Key = new(Idempotency.ScopeOf("tests#1", "POST", "/items", "key-1"), "");

    static async Task<Outcome<StoredAnswer>> Effect(Tx tx)
    {
        await Counting.InsertIn(tx, 1);
        Audit.Append(tx, "item.made", Guid.Empty, 1);
        return new StoredAnswer { Status = 200, ETag = null, Location = null, Body = "done"u8.ToArray() };
    }

    Task<List<string>> Names() => items.Db.Read(session => session.All<string>("select Name from Item"), CancellationToken.None);

    /// <summary>The same database for somebody who waits for five seconds only.</summary>
    SqlServerDb Impatient() =>
        new(new SqlServerDialect(new SqlConnectionStringBuilder(items.Settings.ConnectionString) { CommandTimeout = 5 }.ToString()));
}
