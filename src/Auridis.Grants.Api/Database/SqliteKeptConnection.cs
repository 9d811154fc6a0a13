using Microsoft.Data.Sqlite;

namespace Auridis.Grants.Api.Database;

/// <summary>A connection that is kept open, with its own statements (BEGIN, COMMIT and the like) prepared once.</summary>
sealed class SqliteKeptConnection(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    public SqliteConnection Connection => connection;

    public void Run(string sql)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            prepared.Add(sql, command);
        }
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        connection.Dispose();
    }
}
