using System.Data.Common;
using System.Text;
using Dapper;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>
/// A transaction in which a closure changes things. It commits when the closure succeeds and leaves nothing behind otherwise.
/// </summary>
sealed class Tx(DbConnection connection, DbTransaction? transaction, Dialect dialect, Author? author, CancellationToken cancel)
    : Session(connection, transaction, dialect, cancel)
{
    readonly LockOrder locks = new();
    volatile bool ended;

    /// <summary>Who changes things, and when.</summary>
    public Author Author => author ?? throw new InvalidOperationException("The last steps are those of several authors.");

    /// <summary>No other transaction changes anything before this one has ended: what is not there now will not be there then.</summary>
    public bool RunsAlone => Dialect.WritesOneByOne;

    /// <summary>What is put off to the end.</summary>
    public LastSteps LastSteps { get; } = new();

    /// <summary>The only thread that may use the connection, where there is such a one.</summary>
    public Thread? Thread { get; init; }

    /// <summary>A new id (UUIDv7).</summary>
    public Guid NewId() => Guid.CreateVersion7(Author.At);

    /// <summary>Runs a statement and tells how many rows it changed.</summary>
    /// <exception cref="InvalidOperationException">The server does not tell, so that no rule could be held: see
    /// <see cref="Dialect.RequireSettings"/>.</exception>
    public async Task<int> Execute(string sql, object? parameters = null)
    {
        locks.Take(sql);
        var rows = await Connection.ExecuteAsync(Command(sql, parameters));
        return rows >= 0 ? rows : throw new InvalidOperationException("The database does not count rows: NOCOUNT is on.");
    }

    /// <summary>
    /// Inserts many rows, some in each statement: one would take many times as many round trips, and a driver looks each parameter up among
    /// all others, so that more is slower again.
    /// </summary>
    /// <param name="into">The table and its columns: <c>Receipt (Id, Number)</c>.</param>
    /// <param name="rows">A value for each column.</param>
    public async Task InsertAll(string into, IEnumerable<object?[]> rows)
    {
        const int mostParameters = 120;
        var columns = into.Count(sign => sign == ',') + 1;
        foreach (var chunk in rows.Chunk(mostParameters / columns))
        {
            var parameters = new DynamicParameters();
            var sql = new StringBuilder("insert into ").Append(into).Append(" values ");
            foreach (var (row, values) in chunk.Index())
            {
                sql.Append(row == 0 ? "(" : ", (");
                foreach (var (column, value) in values.Index())
                {
                    var name = FormattableString.Invariant($"P{(row * columns) + column}");
                    parameters.Add(name, value);
                    sql.Append(column == 0 ? "@" : ", @").Append(name);
                }
                sql.Append(')');
            }
            await Execute(sql.ToString(), parameters);
        }
    }

    /// <summary>
    /// Changes a row that others wait for and reads it, in one round trip: an update, a semicolon, a select. The update waits for whoever
    /// is ahead, and what is read after it is the newest; the other way round it need not be.
    /// </summary>
    /// <returns>The one row, or null when there is none.</returns>
    public Task<T?> ExecuteAndRead<T>(string sql, object? parameters = null)
    {
        locks.Take(sql);
        return OneOrNull<T>(sql, parameters);
    }

    /// <summary>
    /// Puts an item off to the end of the transaction, where <paramref name="finish"/> gets all items of the step at once: on SQLite also
    /// those of the other transactions of the group. Counters that every writer shares (journal, audit) are touched there, always in the
    /// same order: held for the shortest time, and never in a deadlock.
    /// </summary>
    /// <param name="finish">A static function. What it needs of the author stands in the items.</param>
    public void AtTheEnd<T>(LastStep step, T item, Func<Tx, List<T>, Task> finish) => LastSteps.Put(step, item, finish);

    /// <summary>Called by the database when the closure has finished: the connection serves others next.</summary>
    public void End() => ended = true;

    /// <exception cref="InvalidOperationException">The closure has left something running that is not part of the transaction any
    /// more.</exception>
    protected override CommandDefinition Command(string sql, object? parameters) =>
        ended || (Thread is not null && Thread != Thread.CurrentThread)
            ? throw new InvalidOperationException(
                "The transaction is over. Its closure must await each statement, and nothing but statements.")
            : base.Command(sql, parameters);
}
