using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Auridis.Grants.Benchmarks.Floor;

/// <summary>One writer, one insert for each request, one durable commit for all that are waiting.</summary>
sealed class FloorWriter : IDisposable
{
    readonly BlockingCollection<(NewProgramme Request, TaskCompletionSource<FloorProgramme> Answer)> queue = [];
    readonly string database;
    readonly Thread thread;

    public FloorWriter(string database)
    {
        this.database = database;
        thread = new Thread(Work) { IsBackground = true };
        thread.Start();
    }

    public Task<FloorProgramme> Insert(NewProgramme request)
    {
        var answer = new TaskCompletionSource<FloorProgramme>(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Add((request, answer));
        return answer.Task;
    }

    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        queue.Dispose();
    }

    void Work()
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var settings = Command(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = 1");
        settings.ExecuteNonQuery();
        using var begin = Command(connection, "BEGIN IMMEDIATE");
        using var commit = Command(connection, "COMMIT");
        using var insert = Command(connection, """
            insert into Programme (
                Id, Version, Code, Status, SiteLimit, CapCents, BudgetCents, LotCommitment, ClosesOn, ReviewQuorum, Terms, CreatedAt,
                UpdatedAt)
            values (@id, 1, @code, 'draft', @siteLimit, 10000000, 120000000, '', '2018-11-30', 2, @terms, @createdAt, @createdAt)
            """);
        var (id, code) = (insert.Parameters.Add("@id", SqliteType.Text), insert.Parameters.Add("@code", SqliteType.Text));
        var (siteLimit, terms, createdAt) = (insert.Parameters.Add("@siteLimit", SqliteType.Integer),
            insert.Parameters.Add("@terms", SqliteType.Text), insert.Parameters.Add("@createdAt", SqliteType.Text));
        List<(FloorProgramme Value, TaskCompletionSource<FloorProgramme> Answer)> group = [];
        foreach (var first in queue.GetConsumingEnumerable())
        {
            begin.ExecuteNonQuery();
            var next = first;
            do
            {
                var now = TimeProvider.System.GetUtcNow();
                var made = new FloorProgramme(Guid.CreateVersion7(now).ToString(), 1, next.Request.Code, "draft", next.Request.Terms, 0,
                    new FloorMoney("0.00", "EUR"), null, now, now);
                (id.Value, code.Value, siteLimit.Value, createdAt.Value) =
                    (made.Id.ToUpperInvariant(), made.Code, made.Terms.SiteLimit, now);
                terms.Value = JsonSerializer.Serialize(made.Terms, FloorJson.Default.FloorTerms);
                insert.ExecuteNonQuery();
                group.Add((made, next.Answer));
            }
            while (group.Count < 256 && queue.TryTake(out next));
            commit.ExecuteNonQuery();
            foreach (var (value, answer) in group)
                answer.SetResult(value);
            group.Clear();
        }
    }

    static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
