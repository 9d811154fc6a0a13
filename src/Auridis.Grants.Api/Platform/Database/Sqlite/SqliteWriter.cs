using System.Collections.Concurrent;
using Auridis.Grants.Api.Platform.Observability;
using Microsoft.Data.Sqlite;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>
/// SQLite has one writer, so this product has one too: a thread that takes all closures that are waiting into one transaction, each in a
/// savepoint of its own, with one durable commit for all of them (group commit). Nobody is answered before that commit, and a
/// closure that fails takes none of its neighbours with it.
/// </summary>
sealed class SqliteWriter : IDisposable
{
    /// <summary>So many at most: the last of them waits for all, and a lost transaction runs all of them again.</summary>
    public const int LargestGroup = 256;

    readonly BlockingCollection<Job> queue = [];
    readonly SqliteDialect dialect;
    readonly SqliteFile file;
    readonly Lazy<Thread> thread;
    volatile bool closed;

    public SqliteWriter(SqliteDialect dialect, SqliteFile file)
    {
        this.dialect = dialect;
        this.file = file;
        thread = new(() =>
        {
            var started = new Thread(Work) { IsBackground = true, Name = "SQLite writer" };
            started.Start();
            return started;
        });
    }

    public Task<Outcome<T>> Write<T>(Author author, Func<Tx, Task<Outcome<T>>> closure, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (cancel.IsCancellationRequested)
            return Task.FromCanceled<Outcome<T>>(cancel);
        _ = thread.Value;
        var job = new Job<T>(author, closure, cancel);
        queue.Add(job, CancellationToken.None);
        return job.Answer;
    }

    /// <summary>Finishes what is waiting.</summary>
    public void Dispose()
    {
        if (closed)
            return;
        closed = true;
        queue.CompleteAdding();
        if (thread.IsValueCreated)
            thread.Value.Join();
        queue.Dispose();
    }

    void Work()
    {
        SqliteKeptConnection? connection = null;
        try
        {
            foreach (var first in queue.GetConsumingEnumerable())
            {
                List<Job> group = [first];
                while (group.Count < LargestGroup && queue.TryTake(out var next))
                    group.Add(next);
                try
                {
                    connection ??= Open();
                    Run(connection, group);
                }
                catch (Exception error)
                {
                    // The connection itself is in doubt (I/O error, read-only, a file that has gone): nobody here was committed, and the
                    // next group gets a new one.
                    connection?.Dispose();
                    connection = null;
                    group.ForEach(job => job.Fail(dialect.IsTransient(error) ? new DatabaseBusyException(error) : error));
                }
            }
        }
        finally
        {
            connection?.Dispose();
        }
    }

    SqliteKeptConnection Open()
    {
        file.RequireInPlace();
        // SQLite opens synchronously, and this is the writer's own thread.
        return dialect.OpenWriter(CancellationToken.None).GetAwaiter().GetResult(); // SQLite opens synchronously
    }

    void Run(SqliteKeptConnection connection, List<Job> group)
    {
        var waiting = group.Where(job => !job.GivenUp()).ToList();
        while (waiting.Count > 0)
        {
            connection.Run("BEGIN IMMEDIATE");
            var culprit = waiting.Find(job => !RunInSavepoint(connection, job));
            if (culprit is not null)
            {
                // Its error ended the transaction of all. What the others saw and did is gone with it: they run again, without it.
                waiting.Remove(culprit);
                culprit.TellError();
                Instruments.Retries.Add(waiting.Count);
                continue;
            }
            // As late as possible: what is committed to a file that has gone is lost, and was promised.
            file.RequireInPlace();
            if (TryCommit(connection, waiting, out var failure))
            {
                Instruments.GroupSize.Record(waiting.Count);
                waiting.ForEach(job => job.Tell());
                return;
            }
            if (waiting.Count == 1)
            {
                waiting[0].Fail(failure);
                return;
            }
            // The end of all failed; alone, those that can be committed will be.
            waiting.ForEach(job => Run(connection, [job]));
            return;
        }
    }

    /// <returns>False when the job's error has ended the whole transaction.</returns>
    bool RunInSavepoint(SqliteKeptConnection connection, Job job)
    {
        connection.Run("SAVEPOINT closure");
        var commit = job.Run(connection, dialect);
        if (SqliteDialect.TransactionEnded(connection))
            return false;
        if (!commit)
            connection.Run("ROLLBACK TO closure");
        connection.Run("RELEASE closure");
        return true;
    }

    /// <summary>Does what the jobs have put off, for all of them together, and commits.</summary>
    bool TryCommit(SqliteKeptConnection connection, List<Job> jobs, out Exception failure)
    {
        var committing = false;
        try
        {
            RunLastSteps(connection, jobs);
            committing = true;
            connection.Run("COMMIT");
            failure = null!;
            return true;
        }
        catch (Exception error)
        {
            if (!SqliteDialect.TransactionEnded(connection))
                connection.Run("ROLLBACK");
            // What an I/O error leaves of a commit in the file is seen at the next start only.
            failure = committing && error is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_IOERR }
                ? new CommitOutcomeUnknownException(error)
                : error;
            return false;
        }
    }

    void RunLastSteps(SqliteKeptConnection connection, List<Job> jobs)
    {
        var last = new LastSteps();
        jobs.ForEach(job => job.AddLastSteps(last));
        var tx = new Tx(connection, null, dialect, null, CancellationToken.None) { Thread = Thread.CurrentThread };
        Finished(last.Run(tx));
        tx.End();
    }

    /// <summary>SQLite's driver completes everything before it returns; what has not completed waited for something else.</summary>
    static void Finished(Task task)
    {
        if (!task.IsCompleted)
            throw new InvalidOperationException("The closure of a transaction waited for something other than its database.");
        task.GetAwaiter().GetResult(); // completed: nothing is waited for
    }

    /// <summary>A closure that waits for its turn, and somebody who waits for it.</summary>
    abstract class Job
    {
        /// <summary>Runs the closure and keeps what it came to; true when that is to be committed.</summary>
        public abstract bool Run(SqliteConnection connection, SqliteDialect dialect);

        /// <summary>Adds what the closure has put off, when it is to be committed.</summary>
        public abstract void AddLastSteps(LastSteps all);

        /// <summary>Tells the one who waits what <see cref="Run"/> came to.</summary>
        public abstract void Tell();

        /// <summary>Tells the error that ended the transaction, also when the closure has hidden it.</summary>
        public abstract void TellError();

        public abstract void Fail(Exception error);

        /// <summary>The one who waits has hung up before the closure's turn came.</summary>
        public abstract bool GivenUp();
    }

    sealed class Job<T>(Author author, Func<Tx, Task<Outcome<T>>> closure, CancellationToken cancel) : Job
    {
        // Continuations run elsewhere: the writer's thread is for writing.
        readonly TaskCompletionSource<Outcome<T>> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Outcome<T> outcome;
        Exception? error;
        LastSteps? last;

        public Task<Outcome<T>> Answer => answer.Task;

        public override bool Run(SqliteConnection connection, SqliteDialect dialect)
        {
            (error, last) = (null, null);
            var tx = new Tx(connection, null, dialect, author, CancellationToken.None) { Thread = Thread.CurrentThread };
            try
            {
                var task = closure(tx);
                Finished(task);
                outcome = task.Result; // completed, as above
                last = outcome.Succeeded ? tx.LastSteps : null;
                return outcome.Succeeded;
            }
            catch (Exception fault)
            {
                error = fault;
                return false;
            }
            finally
            {
                tx.End();
            }
        }

        public override void AddLastSteps(LastSteps all)
        {
            if (last is not null)
                all.Add(last);
        }

        public override void Tell()
        {
            if (error is not null)
            {
                answer.TrySetException(error);
                return;
            }
            if (outcome.Succeeded)
                Instruments.Committed();
            else
                Instruments.Refused();
            answer.TrySetResult(outcome);
        }

        public override void TellError() =>
            Fail(error ?? new InvalidOperationException(
                "The closure has ended the transaction that it was part of, or has gone on after the error that did."));

        public override void Fail(Exception error) => answer.TrySetException(error);

        public override bool GivenUp() => cancel.IsCancellationRequested && answer.TrySetCanceled(cancel);
    }
}
