namespace Auridis.Grants.Tests.Platform.Database;

/// <summary>What a closure can rely on, whatever the database.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
public sealed class TransactionTests(DatabaseKind kind)
{
    Counting items = null!;

    [SetUp]
    public async Task Start() => items = await Counting.Start(kind);

    [TearDown]
    public async Task Stop()
    {
        if (items is not null)
            await items.DisposeAsync();
    }

    [Test]
    public async Task Parallel_closures_commit_once_each_and_are_there_when_they_are_answered()
    {
        var seen = await Task.WhenAll(Enumerable.Range(1, 200).Select(id => Task.Run(async () =>
        {
            var outcome = await items.Insert(id);
            return outcome.Succeeded && outcome.Value == id && await items.IsCommitted(id);
        })));

        Assert.That(seen, Is.All.True);
        Assert.That(await items.Committed(), Is.EqualTo(Enumerable.Range(1, 200)));
    }

    [Test]
    public async Task A_counter_that_all_closures_raise_loses_nothing()
    {
        await items.Insert(1_000_000);
        await Task.WhenAll(Enumerable.Range(1, 50).Select(_ => Task.Run(() => items.Write<bool>(async tx =>
        {
            await tx.Execute("update Item set Id = Id + 1");
            return true;
        }))));

        Assert.That(await items.Committed(), Is.EqualTo((int[])[1_000_050]));
    }

    /// <summary>Dapper writes a list into the text between the parameters.</summary>
    [Test]
    public async Task Parameters_before_and_after_a_list_arrive()
    {
        for (var id = 1; id <= 6; id++)
            await items.Insert(id);
        for (var size = 1; size <= 3; size++)
        {
            var ids = Enumerable.Range(2, size).ToArray();
            await items.Write<int>(async tx => await tx.Execute(
                "update Item set Name = @Name where Id > @Above and Id in @Ids and Id < @Below",
                new { Above = 1, Ids = ids, Name = "listed", Below = 3 }));
            var listed = await items.Db.Read(session => session.All<int>(
                "select Id from Item where Name = @Name and Id in @Ids and Id > @Above", new { Name = "listed", Ids = ids, Above = 0 }),
                CancellationToken.None);
            Assert.That(listed, Is.EqualTo((int[])[2]));
        }
    }

    [Test]
    public async Task A_refused_closure_leaves_nothing()
    {
        var outcome = await items.Write<int>(async tx =>
        {
            await Counting.InsertIn(tx, 1);
            return TestRefusal.No;
        });

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Succeeded, Is.False);
            Assert.That(outcome.Refusal, Is.SameAs(TestRefusal.No));
            Assert.That(() => outcome.Value, Throws.InvalidOperationException);
        });
        Assert.That(await items.Committed(), Is.Empty);
    }

    [Test]
    public async Task A_read_of_several_statements_sees_one_moment()
    {
        await items.Insert(1);

        var (first, second) = await items.Db.Read(async session =>
        {
            var before = await session.All<int>("select Id from Item");
            await items.Insert(2);
            return (before, await session.All<int>("select Id from Item"));
        }, CancellationToken.None);

        Assert.That((await items.Committed()).Count, Is.EqualTo(2));
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task A_closure_that_throws_leaves_nothing()
    {
        Assert.That(() => items.Write<int>(async tx =>
        {
            await Counting.InsertIn(tx, 1);
            throw new ArithmeticException("a fault of the closure");
        }), Throws.TypeOf<ArithmeticException>());

        Assert.That(await items.Committed(), Is.Empty);
    }

    [Test]
    public async Task A_broken_constraint_leaves_nothing()
    {
        Assert.That(() => items.Write(async tx =>
        {
            await Counting.InsertIn(tx, 1);
            return await Counting.InsertIn(tx, -1);
        }), Throws.InstanceOf<System.Data.Common.DbException>());

        Assert.That(await items.Committed(), Is.Empty);
    }

    [Test]
    public async Task What_is_put_off_runs_once_at_the_end_in_the_order_of_the_steps()
    {
        List<string> ran = [];
        var outcome = await items.Write<bool>(tx =>
        {
            tx.AtTheEnd(LastStep.Audit, 1, Finish);
            tx.AtTheEnd(LastStep.Journal, 2, Finish);
            tx.AtTheEnd(LastStep.Audit, 3, Finish);
            ran.Add("closure");
            return Task.FromResult<Outcome<bool>>(true);
        });

        Assert.That(outcome.Succeeded);
        Assert.That(ran, Is.EqualTo((string[])["closure", "2", "1,3"]));

        Task Finish(Tx tx, List<int> put)
        {
            ran.Add(string.Join(',', put));
            return Task.CompletedTask;
        }
    }

    [Test]
    public async Task What_is_put_off_does_not_run_for_a_refusal()
    {
        var ran = false;
        await items.Write<bool>(tx =>
        {
            tx.AtTheEnd(LastStep.Audit, 1, (_, _) =>
            {
                ran = true;
                return Task.CompletedTask;
            });
            return Task.FromResult<Outcome<bool>>(TestRefusal.No);
        });

        Assert.That(ran, Is.False);
    }

    [Test]
    public async Task A_statement_that_is_kept_is_new_each_time()
    {
        await items.Write<bool>(async tx =>
        {
            for (var id = 1; id <= 200; id++)
                await Counting.InsertIn(tx, id);
            return true;
        });

        foreach (int[] ids in (int[][])[[1], [2, 3], [4, 5, 6], [7]])
        {
            Assert.That(await items.Db.Read(session => session.All<int>("select Id from Item where Id in @ids order by Id", new { ids }),
                CancellationToken.None),
                Is.EqualTo(ids));
        }
        // More texts than are kept, each twice.
        var sums = await items.Db.Read(async session =>
        {
            long sum = 0;
            for (var round = 0; round < 2; round++)
            {
                for (var n = 1; n <= 100; n++)
                    sum += await session.One<int>($"select Id - {n} from Item where Id = @n", new { n }) + n;
            }
            return sum;
        }, CancellationToken.None);
        Assert.That(sums, Is.EqualTo(2 * 5050));
    }

    [Test]
    public async Task A_transaction_that_is_over_takes_no_more_statements()
    {
        Tx? kept = null;
        await items.Write<bool>(tx =>
        {
            kept = tx;
            return Task.FromResult<Outcome<bool>>(true);
        });

        Assert.That(() => Counting.InsertIn(kept!, 1), Throws.InvalidOperationException.With.Message.Contains("over"));
        Assert.That(await items.Committed(), Is.Empty);
    }

    [Test]
    public async Task A_caller_that_has_hung_up_before_its_turn_changes_nothing()
    {
        using var hangUp = new CancellationTokenSource();
        await hangUp.CancelAsync();

        Assert.That(() => items.Write(tx => Counting.InsertIn(tx, 1), hangUp.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await items.Committed(), Is.Empty);
    }

    [Test]
    public async Task A_row_that_breaks_a_unique_index_every_time_is_an_error_in_the_end()
    {
        await items.Insert(1);

        var error = await Assert.CatchAsync(() => items.Insert(2, "1"));
        Assert.That(items.Db.Dialect.IsUniqueViolation(error!), Is.True);
        Assert.That(await items.Committed(), Is.EqualTo((int[])[1]));
    }
}
