namespace Auridis.Grants.Tests.Platform.Database;

/// <summary>SQLite's one writer takes waiting closures together. None of them may notice the others.</summary>
[TestFixture]
public sealed class GroupCommitTests
{
    Counting items = null!;

    [SetUp]
    public async Task Start() => items = await Counting.Start(DatabaseKind.Sqlite);

    [TearDown]
    public async Task Stop() => await items.DisposeAsync();

    [Test]
    public async Task Nobody_is_answered_before_the_commit_of_the_group()
    {
        using var lastOneRuns = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var group = await InOneGroup(
            tx => Counting.InsertIn(tx, 1),
            _ => Refuse(),
            async tx =>
            {
                lastOneRuns.Set();
                Hold(goOn);
                return await Counting.InsertIn(tx, 3);
            });
        await Task.Run(() => Hold(lastOneRuns));

        Assert.Multiple(() =>
        {
            Assert.That(group.Select(answer => answer.IsCompleted), Is.All.False);
            Assert.That(items.Committed, Is.Empty);
        });
        goOn.Set();
        var outcomes = await Task.WhenAll(group);
        Assert.That(outcomes.Select(outcome => outcome.Succeeded), Is.EqualTo((bool[])[true, false, true]));
        Assert.That(await items.Committed(), Is.EqualTo((int[])[1, 3]));
    }

    [Test]
    public async Task One_that_fails_takes_none_of_its_neighbours_with_it()
    {
        var group = await InOneGroup(
            tx => Counting.InsertIn(tx, 1),
            async tx =>
            {
                await Counting.InsertIn(tx, 2);
                return TestRefusal.No;
            },
            async tx =>
            {
                await Counting.InsertIn(tx, 3);
                throw new ArithmeticException("a fault of the closure");
            },
            async tx =>
            {
                await Counting.InsertIn(tx, 4);
                return await Counting.InsertIn(tx, -4);
            },
            tx => Counting.InsertIn(tx, 5));

        Assert.That(await Task.WhenAll(group.Select(Told)),
            Is.EqualTo((string[])["1", "TestRefusal", "ArithmeticException", "SqliteException", "5"]));
        Assert.That(await items.Committed(), Is.EqualTo((int[])[1, 5]));
    }

    [Test]
    public async Task A_trigger_that_rolls_everything_back_costs_its_own_closure_only()
    {
        await items.Run("""
            create trigger TR_Item_Rollback before insert on Item when new.Id = 2 begin select raise(rollback, 'everything'); end
            """);
        var runs = 0;
        var group = await InOneGroup(
            tx =>
            {
                runs++;
                return Counting.InsertIn(tx, 1);
            },
            tx => Counting.InsertIn(tx, 2),
            tx => Counting.InsertIn(tx, 3));

        Assert.That(await Task.WhenAll(group.Select(Told)), Is.EqualTo((string[])["1", "SqliteException", "3"]));
        Assert.That(runs, Is.EqualTo(2), "the first one's work was lost and done again");
        Assert.That(await items.Committed(), Is.EqualTo((int[])[1, 3]));
    }

    [Test]
    public async Task A_closure_that_ends_the_transaction_and_claims_success_is_an_error()
    {
        var group = await InOneGroup(
            tx => Counting.InsertIn(tx, 1),
            async tx =>
            {
                await Counting.InsertIn(tx, 2);
                await tx.All<int>("rollback");
                return 2;
            },
            tx => Counting.InsertIn(tx, 3));

        Assert.That(await Task.WhenAll(group.Select(Told)), Is.EqualTo((string[])["1", "InvalidOperationException", "3"]));
        Assert.That(await items.Committed(), Is.EqualTo((int[])[1, 3]));
    }

    [Test]
    public async Task A_refusal_because_of_a_neighbour_that_is_lost_is_taken_back()
    {
        var firstRuns = 0;
        var group = await InOneGroup(
            async tx => firstRuns++ == 0 ? await Counting.InsertIn(tx, 1, "the place") : TestRefusal.No,
            async tx => await tx.One<int>("select count(*) from Item where Name = 'the place'") > 0
                ? TestRefusal.No : await Counting.InsertIn(tx, 2, "the place"),
            async tx =>
            {
                await tx.All<int>("rollback");
                return 3;
            });

        Assert.That(await Task.WhenAll(group.Select(Told)), Is.EqualTo((string[])["TestRefusal", "2", "InvalidOperationException"]));
        Assert.That(await items.Committed(), Is.EqualTo((int[])[2]));
    }

    [Test]
    public async Task A_full_disk_costs_only_those_for_whom_there_is_no_room()
    {
        await items.Run("create table Big (Content blob not null)");
        await items.Write<bool>(async tx =>
        {
            await tx.One<int>($"PRAGMA max_page_count = {await tx.One<int>("PRAGMA page_count") + 20}");
            return true;
        });
        var group = await InOneGroup(
            tx => Counting.InsertIn(tx, 1),
            async tx =>
            {
                await tx.Execute("insert into Big (Content) values (zeroblob(10000000))");
                return 2;
            },
            tx => Counting.InsertIn(tx, 3));

        Assert.That(await Task.WhenAll(group.Select(Told)), Is.EqualTo((string[])["1", "StorageUnavailableException", "3"]));
        Assert.That(await items.Committed(), Is.EqualTo((int[])[1, 3]));
    }

    [Test]
    public async Task A_commit_that_fails_is_tried_for_each_alone()
    {
        await items.Run("create table Part (ItemId int not null references Item (Id))");
        var group = await InOneGroup(
            tx => Counting.InsertIn(tx, 1),
            async tx =>
            {
                // Checked by the COMMIT, and so by the commit of all.
                await tx.All<int>("PRAGMA defer_foreign_keys = 1");
                return await tx.Execute("insert into Part (ItemId) values (99)");
            },
            tx => Counting.InsertIn(tx, 3));

        Assert.That(await Task.WhenAll(group.Select(Told)), Is.EqualTo((string[])["1", "SqliteException", "3"]));
        Assert.That(await items.Committed(), Is.EqualTo((int[])[1, 3]));
    }

    [Test]
    public async Task What_closures_put_off_is_done_once_for_all_that_are_committed()
    {
        List<string> finished = [];
        var group = await InOneGroup(PutOff(1), PutOff(2, refused: true), PutOff(3), PutOff(4));

        Assert.That((await Task.WhenAll(group)).Select(outcome => outcome.Succeeded), Is.EqualTo((bool[])[true, false, true, true]));
        Assert.That(finished, Is.EqualTo((string[])["1, 3, 4"]));
        Assert.That(await items.Committed(), Is.EqualTo((int[])[1, 3, 4]));

        Func<Tx, Task<Outcome<int>>> PutOff(int id, bool refused = false) => tx =>
        {
            tx.AtTheEnd(LastStep.Audit, id, Finish);
            return refused ? Refuse() : Task.FromResult<Outcome<int>>(id);
        };

        async Task Finish(Tx tx, List<int> ids)
        {
            finished.Add(string.Join(", ", ids));
            foreach (var id in ids)
                await Counting.InsertIn(tx, id);
        }
    }

    [Test]
    public async Task A_last_step_that_fails_costs_its_own_closure_only()
    {
        var group = await InOneGroup(PutOff(1), PutOff(-2), PutOff(3));

        Assert.That(await Task.WhenAll(group.Select(Told)), Is.EqualTo((string[])["1", "SqliteException", "3"]));
        Assert.That(await items.Committed(), Is.EqualTo((int[])[1, 3]));

        static Func<Tx, Task<Outcome<int>>> PutOff(int id) => tx =>
        {
            tx.AtTheEnd(LastStep.Audit, id, Finish);
            return Task.FromResult<Outcome<int>>(id);
        };

        static async Task Finish(Tx tx, List<int> ids)
        {
            foreach (var id in ids)
                await Counting.InsertIn(tx, id);
        }
    }

    [Test]
    public async Task A_caller_that_hangs_up_while_waiting_for_its_turn_changes_nothing()
    {
        using var hangUp = new CancellationTokenSource();
        using var firstRuns = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var first = items.Write<bool>(_ =>
        {
            firstRuns.Set();
            Hold(goOn);
            return Task.FromResult<Outcome<bool>>(true);
        });
        // The second is queued when the first has its turn already: in one group with it, its own turn would have come too.
        await Task.Run(() => Hold(firstRuns));
        var second = items.Write(tx => Counting.InsertIn(tx, 1), hangUp.Token);
        var third = items.Insert(2);
        await hangUp.CancelAsync();
        goOn.Set();

        Assert.That(async () => await second, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(((await first).Succeeded, (await third).Succeeded), Is.EqualTo((true, true)));
        Assert.That(await items.Committed(), Is.EqualTo((int[])[2]));
    }

    /// <summary>Holds the writer until all closures are queued, so that it takes them as one group.</summary>
    async Task<List<Task<Outcome<int>>>> InOneGroup(params Func<Tx, Task<Outcome<int>>>[] closures)
    {
        using var writerIsHeld = new ManualResetEventSlim();
        using var allAreQueued = new ManualResetEventSlim();
        var held = items.Write<bool>(_ =>
        {
            writerIsHeld.Set();
            Hold(allAreQueued);
            return Task.FromResult<Outcome<bool>>(true);
        });
        await Task.Run(() => Hold(writerIsHeld));
        var answers = closures.Select(closure => items.Write(closure)).ToList();
        allAreQueued.Set();
        await held;
        return answers;
    }

    static void Hold(ManualResetEventSlim until)
    {
        if (!until.Wait(Limit.OfAWait))
            throw new TimeoutException();
    }

    static Task<Outcome<int>> Refuse() => Task.FromResult<Outcome<int>>(TestRefusal.No);

    /// <summary>What the caller is told: the value, or the type of the refusal or the error.</summary>
    static async Task<string> Told(Task<Outcome<int>> answer)
    {
        try
        {
            var outcome = await answer;
            return outcome.Succeeded
                ? outcome.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) : outcome.Refusal.GetType().Name;
        }
        catch (Exception error)
        {
            return error.GetType().Name;
        }
    }
}
