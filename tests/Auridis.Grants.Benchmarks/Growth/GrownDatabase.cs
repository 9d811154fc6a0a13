using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Auridis.Grants.Benchmarks.Growth;

/// <summary>A database that the product has made, filled by SQL with as many journal entries as years of work would leave.</summary>
sealed class GrownDatabase(string file, int entries)
{
    /// <summary>The last day on which something was posted.</summary>
    public const string LastDay = "2018-09-28";

    public string File => file;

    /// <summary>Fills it; the product has made its tables before. Nobody else is using it, and a crash may leave it broken.</summary>
    public void Seed()
    {
        using var connection = Open("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -200000");
        using var stream = typeof(GrownDatabase).Assembly.GetManifestResourceStream("seed.sql")!;
        using var script = new StreamReader(stream);
        Execute(connection, $"BEGIN; {script.ReadToEnd()} COMMIT; PRAGMA wal_checkpoint(TRUNCATE)", entries);
    }

    /// <summary>Adds entries that no run has exported.</summary>
    public void AddEntries(int count)
    {
        using var connection = Open("PRAGMA busy_timeout = 10000");
        Execute(connection, """
            BEGIN IMMEDIATE;
            create temp table New as
            with recursive Number (N) as (select 1 union all select N + 1 from Number where N < @Entries) select N from Number;
            insert into JournalEntry (Seq, FiscalYear, Number, Event, ProgrammeId, AwardId, DocumentId, DocumentReference, Text, DocumentOn,
                PostedOn, CreatedAt, EnteredBy)
            select h.Seq + N, 2018, y.Number + N, 'payable', a.ProgrammeId, a.Id, a.Id, a.Reference, 'Payment', '2018-09-28', '2018-09-28',
                '2018-09-28 10:00:00+00:00', 'a'
            from New join JournalHead h join JournalYear y on y.FiscalYear = 2018 join Award a on a.Seq = N % 50 + 1;
            insert into Posting (EntrySeq, Line, PostedOn, DebitAccount, CreditAccount, AmountCents)
            select h.Seq + N, 1, '2018-09-28', '4000', '1700', 100 from New join JournalHead h;
            update AccountBalance set DebitCents = DebitCents + 100 * @Entries where Account = '4000' and PostedOn >= '2018-09-28';
            update AccountBalance set CreditCents = CreditCents + 100 * @Entries where Account = '1700' and PostedOn >= '2018-09-28';
            update JournalHead set Seq = Seq + @Entries;
            update JournalYear set Number = Number + @Entries where FiscalYear = 2018;
            COMMIT;
            """, count);
    }

    public string Text(string sql)
    {
        using var connection = Open("PRAGMA busy_timeout = 10000");
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    SqliteConnection Open(string settings)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=600");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = settings;
        command.ExecuteNonQuery();
        return connection;
    }

    static void Execute(SqliteConnection connection, string sql, int entries)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@Entries", entries);
        command.ExecuteNonQuery();
    }
}
