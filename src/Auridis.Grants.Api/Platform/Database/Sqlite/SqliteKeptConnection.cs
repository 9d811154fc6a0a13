using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>
/// A connection that is kept open, and its commands with it: each text is prepared once. Preparing costs more than running most of them.
/// </summary>
sealed class SqliteKeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>So many texts at most; a prepared statement takes some kilobytes.</summary>
    const int Most = 64;

    readonly Dictionary<string, SqliteCommand> kept = new(StringComparer.Ordinal);

    /// <summary>Runs a statement of the database layer's own: BEGIN, COMMIT and the like.</summary>
    public void Run(string sql)
    {
        var command = Take(sql);
        try
        {
            command.ExecuteNonQuery();
        }
        finally
        {
            GiveBack(command);
        }
    }

    protected override DbCommand CreateDbCommand() => new KeptCommand(this);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Forget();
        base.Dispose(disposing);
    }

    /// <summary>The command of a text; while it is taken, nobody else gets it.</summary>
    SqliteCommand Take(string sql)
    {
        if (kept.Remove(sql, out var command))
            return command;
        command = CreateCommand();
        command.CommandText = sql;
        return command;
    }

    void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (kept.Count >= Most)
            Forget();
        if (!kept.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    void Forget()
    {
        foreach (var command in kept.Values)
            command.Dispose();
        kept.Clear();
    }

    /// <summary>Stands for the kept command of its text, and gives it back at its end.</summary>
    sealed class KeptCommand(SqliteKeptConnection connection) : DbCommand
    {
        SqliteCommand? command;
        bool isRewritten;

        [AllowNull]
        public override string CommandText
        {
            get => command?.CommandText ?? "";
            set
            {
                if (command is null)
                {
                    command = connection.Take(value ?? "");
                    return;
                }
                // Dapper writes a list into the text while it adds parameters: those before and after it belong to one command.
                command.CommandText = value;
                isRewritten = true;
            }
        }

        public override int CommandTimeout { get; set; }
        public override CommandType CommandType { get; set; } = CommandType.Text;
        public override bool DesignTimeVisible { get; set; }
        public override UpdateRowSource UpdatedRowSource { get; set; }
        protected override DbConnection? DbConnection { get; set; }
        protected override DbTransaction? DbTransaction { get; set; }
        protected override DbParameterCollection DbParameterCollection => Command.Parameters;

        SqliteCommand Command
        {
            get
            {
                var text = command ?? throw new InvalidOperationException("The command has no text.");
                text.Transaction = (SqliteTransaction?)DbTransaction;
                return text;
            }
        }

        public override void Cancel() => Command.Cancel();

        public override int ExecuteNonQuery() => Command.ExecuteNonQuery();

        public override object? ExecuteScalar() => Command.ExecuteScalar();

        public override void Prepare() => Command.Prepare();

        protected override DbParameter CreateDbParameter() => new PrefixedParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Command.ExecuteReader(behavior);

        protected override void Dispose(bool disposing)
        {
            if (disposing && command is not null)
            {
                if (isRewritten)
                    command.Dispose();
                else
                    connection.GiveBack(command);
                command = null;
            }
            base.Dispose(disposing);
        }
    }

    /// <summary>
    /// Dapper names parameters without the <c>@</c>. The driver would look for the bare name first, and find it with each prefix in turn.
    /// </summary>
    sealed class PrefixedParameter : SqliteParameter
    {
        [AllowNull]
        public override string ParameterName
        {
            get => base.ParameterName;
            set => base.ParameterName = "@" + value;
        }
    }
}
