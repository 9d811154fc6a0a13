using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Auridis.Grants.Benchmarks.Floor;

/// <summary>Connections that are kept open, each with its commands prepared once.</summary>
sealed class FloorReaders(string database) : IDisposable
{
    const string ProgrammeColumns =
        "select Id, Version, Code, Status, Terms, SelectedCount, CommittedCents, LotSecret, CreatedAt, UpdatedAt from Programme";

    readonly ConcurrentBag<Reader> kept = [];

    public FloorProgramme? Programme(string id) => Use(reader =>
    {
        reader.Id.Value = id.ToUpperInvariant();
        using var rows = reader.OneProgramme.ExecuteReader();
        return rows.Read() ? ProgrammeOf(rows) : null;
    });

    public List<FloorProgramme> Programmes(int take) => Use(reader =>
    {
        reader.TakeProgrammes.Value = take;
        return List(reader.ManyProgrammes, take, ProgrammeOf);
    });

    public List<FloorOffice> Offices(int take) => Use(reader =>
    {
        reader.TakeOffices.Value = take;
        return List(reader.ManyOffices, take, rows => new FloorOffice(
            rows.GetString(0).ToLowerInvariant(), rows.GetInt32(1), rows.GetString(2), rows.GetString(3), rows.GetString(4),
            rows.GetString(5), rows.IsDBNull(6) ? null : rows.GetString(6), TimeOf(rows, 7), TimeOf(rows, 8)));
    });

    public void Dispose()
    {
        foreach (var reader in kept)
            reader.Dispose();
    }

    T Use<T>(Func<Reader, T> query)
    {
        if (!kept.TryTake(out var reader))
            reader = new Reader(database);
        var answer = query(reader);
        kept.Add(reader);
        return answer;
    }

    static List<T> List<T>(SqliteCommand command, int take, Func<SqliteDataReader, T> row)
    {
        var list = new List<T>(take);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            list.Add(row(rows));
        return list;
    }

    static FloorProgramme ProgrammeOf(SqliteDataReader row) => new(
        row.GetString(0).ToLowerInvariant(), row.GetInt32(1), row.GetString(2), row.GetString(3),
        JsonSerializer.Deserialize(row.GetString(4), FloorJson.Default.FloorTerms)!,
        row.GetInt32(5), MoneyOf(row.GetInt64(6)), row.IsDBNull(7) ? null : row.GetString(7), TimeOf(row, 8),
        TimeOf(row, 9));

    /// <summary>The driver's own way guesses the format, and is three times as slow.</summary>
    static DateTimeOffset TimeOf(SqliteDataReader row, int column) =>
        DateTimeOffset.ParseExact(row.GetString(column), "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    static FloorMoney MoneyOf(long cents) => new(string.Create(CultureInfo.InvariantCulture, $"{cents / 100}.{cents % 100:00}"), "EUR");

    sealed class Reader : IDisposable
    {
        readonly SqliteConnection connection;

        public Reader(string database)
        {
            connection = new SqliteConnection($"Data Source={database};Pooling=False");
            connection.Open();
            // As the product does: a list is planned once, not for each limit.
            SqliteException.ThrowExceptionForRC(raw.sqlite3_db_config(connection.Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _),
                connection.Handle);
            OneProgramme = Command(ProgrammeColumns + " where Id = @id");
            Id = OneProgramme.Parameters.Add("@id", SqliteType.Text);
            ManyProgrammes = Command(ProgrammeColumns + " where Seq > 0 order by Seq limit @take");
            TakeProgrammes = ManyProgrammes.Parameters.Add("@take", SqliteType.Integer);
            ManyOffices = Command(
                "select Id, Version, Ags, Name, Kind, GovernmentDistrict, County, CreatedAt, UpdatedAt from YouthOffice "
                + "where Seq > 0 order by Seq limit @take");
            TakeOffices = ManyOffices.Parameters.Add("@take", SqliteType.Integer);
        }

        public SqliteCommand OneProgramme { get; }
        public SqliteParameter Id { get; }
        public SqliteCommand ManyProgrammes { get; }
        public SqliteParameter TakeProgrammes { get; }
        public SqliteCommand ManyOffices { get; }
        public SqliteParameter TakeOffices { get; }

        public void Dispose()
        {
            OneProgramme.Dispose();
            ManyProgrammes.Dispose();
            ManyOffices.Dispose();
            connection.Dispose();
        }

        SqliteCommand Command(string sql)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            return command;
        }
    }
}
