using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;

namespace Auridis.Grants.Tests.Playing;

/// <summary>SQLite, which tells of each statement that reads how it goes about it (EXPLAIN QUERY PLAN).</summary>
sealed class PlannedDb(Db db) : Db(db.Dialect)
{
    readonly ConcurrentQueue<Plan> plans = [];

    /// <summary>The plans since the last time.</summary>
    public List<Plan> Taken()
    {
        List<Plan> taken = [];
        while (plans.TryDequeue(out var plan))
            taken.Add(plan);
        return taken;
    }

    protected override async Task<T> RunRead<T>(Func<Session, Task<T>> query, CancellationToken cancel)
    {
        await using var connection = await Dialect.Open(cancel);
        return await query(new PlannedSession(connection, Dialect, plans, cancel));
    }

    protected override Task<Outcome<T>> RunWrite<T>(Author author, Func<Tx, Task<Outcome<T>>> closure, CancellationToken cancel) =>
        db.Write(author, closure, cancel);

    public override async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await base.DisposeAsync();
    }

    sealed class PlannedSession(DbConnection connection, Dialect dialect, ConcurrentQueue<Plan> plans, CancellationToken cancel)
        : Session(connection, null, dialect, cancel)
    {
        protected override CommandDefinition Command(string sql, object? parameters)
        {
            // Whether a file waits to be checked is asked in the background, at any moment.
            if (!sql.Contains("LeaseEndsAt", StringComparison.Ordinal))
                plans.Enqueue(PlanOf(sql, parameters));
            return base.Command(sql, parameters);
        }

        Plan PlanOf(string sql, object? parameters) =>
            new(sql, [.. Connection.Query<Step>("explain query plan " + sql, parameters).Select(step => step.Detail)]);
    }

    sealed class Step
    {
        public required string Detail { get; init; }
    }
}

/// <summary>A statement, and how SQLite would run it: a line for each table that it searches or scans, and for each sort.</summary>
sealed record Plan(string Sql, IReadOnlyList<string> Steps)
{
    public override string ToString() => $"{Sql}\n  {string.Join("\n  ", Steps)}";
}
