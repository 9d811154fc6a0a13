using System.Text.RegularExpressions;
using Dapper;

namespace Auridis.Grants.Tests.Platform.Database;

/// <summary>The two folders of scripts are written by hand. They make the same database.</summary>
[TestFixture]
public sealed partial class SchemaTests
{
    [Test]
    public void Each_script_stands_in_both_folders() =>
        Assert.That(Migrator.Scripts("sqlserver").Select(script => script.Name),
            Is.EqualTo(Migrator.Scripts("sqlite").Select(script => script.Name)));

    [Test]
    public void Scripts_are_numbered_without_gaps()
    {
        var names = Migrator.Scripts("sqlite").Select(script => script.Name).ToList();

        Assert.That(names, Is.All.Match("^[0-9]{4}_[A-Z][A-Za-z]+\\.sql$"));
        Assert.That(names.Select(name => int.Parse(name[..4], System.Globalization.CultureInfo.InvariantCulture)),
            Is.EqualTo(Enumerable.Range(1, names.Count)));
    }

    [Test]
    public void Constraints_have_the_same_names_and_the_same_checks_in_both_folders()
    {
        // SQLite's "integer primary key" takes no name.
        var sqlite = Constraints("sqlite").Where(constraint => !constraint.StartsWith("PK_", StringComparison.Ordinal)).ToList();
        var sqlServer = Constraints("sqlserver").Where(constraint => !constraint.StartsWith("PK_", StringComparison.Ordinal)).ToList();

        Assert.That(sqlite, Is.Not.Empty);
        Assert.That(sqlServer, Is.EqualTo(sqlite));
    }

    [Test]
    public async Task Both_databases_have_the_same_tables_columns_keys_indexes_and_triggers()
    {
        var sqlServer = await Objects(DatabaseKind.SqlServer, SqlServerObjects);
        var sqlite = await Objects(DatabaseKind.Sqlite, SqliteObjects);

        Assert.That(sqlite, Has.Some.StartsWith("table").And.Some.StartsWith("column").And.Some.StartsWith("index")
            .And.Some.StartsWith("trigger").And.Some.StartsWith("key").And.Some.StartsWith("foreign key"));
        Assert.Multiple(() =>
        {
            Assert.That(sqlite.Except(sqlServer, StringComparer.Ordinal), Is.Empty, "in SQLite only");
            Assert.That(sqlServer.Except(sqlite, StringComparer.Ordinal), Is.Empty, "in SQL Server only");
        });
    }

    [TestCase("sqlite", "text n")]
    [TestCase("sqlserver", "nvarchar(800) collate Latin1_General_BIN2 n")]
    public void Persons_are_compared_exactly(string folder, string type)
    {
        // By their one form: see PersonKey. A type without a collation of its own is followed by null, or not null.
        var persons = Migrator.Scripts(folder).SelectMany(script => Person().Matches(script.Text))
            .Select(match => (match.Groups["name"].Value, match.Groups["type"].Value)).ToList();

        Assert.That(persons, Is.Not.Empty);
        Assert.That(persons.Where(person => !person.Item2.StartsWith(type, StringComparison.Ordinal)), Is.Empty);
    }

    static async Task<List<string>> Objects(DatabaseKind kind, string select)
    {
        await using var database = await TestDatabase.Create(kind);
        await using var db = database.Settings.Connect();
        await new Migrator(db.Dialect, TimeProvider.System).Run(CancellationToken.None);
        await using var connection = await db.Dialect.Open(CancellationToken.None);
        var parts = await connection.QueryAsync<Part>(select);
        // A key or an index is one line of all its columns; its name is left out where a server changes it.
        return [.. parts
            .GroupBy(part => (part.Kind, part.TableName, part.Name))
            .Select(whole => (whole.Key, Text: string.Join(", ", whole.OrderBy(part => part.Position).Select(part => part.Text))))
            .Select(whole => $"{whole.Key.Kind} {whole.Key.TableName} {whole.Text}".ToLowerInvariant())];
    }

    /// <summary>Each constraint's name, and of a CHECK what it says.</summary>
    static List<string> Constraints(string folder) => [.. Migrator.Scripts(folder)
        .SelectMany(script => Constraint().Matches(script.Text))
        .Select(match => $"{match.Groups["name"].Value} {WhiteSpace().Replace(match.Groups["check"].Value, " ")}")
        .Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"constraint\s+(?<name>\w+)\s*(?<check>check\s*\((?>[^()]+|(?<open>\()|(?<-open>\)))*(?(open)(?!))\))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Constraint();

    [GeneratedRegex(@"^    (?<name>\w+By|Reviewer|Actor) (?<type>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Person();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex WhiteSpace();

    const string SqliteObjects = """
        select 'table' as Kind, name as TableName, name as Name, 0 as Position, '' as Text
        from sqlite_master where type = 'table' and name not like 'sqlite_%'
        union all
        select 'column', t.name, c.name, 0, c.name || case when c."notnull" = 1 or c.pk > 0 then ' not null' else ' null' end
        from sqlite_master t join pragma_table_xinfo(t.name) c where t.type = 'table' and t.name not like 'sqlite_%'
        union all
        select 'key', t.name, '', c.pk, c.name
        from sqlite_master t join pragma_table_info(t.name) c where t.type = 'table' and t.name not like 'sqlite_%' and c.pk > 0
        union all
        select case when i."unique" = 1 then 'index, unique' else 'index' end, t.name, i.name, c.seqno, c.name
        from sqlite_master t join pragma_index_list(t.name) i join pragma_index_info(i.name) c where t.type = 'table' and i.origin = 'c'
        union all
        select 'foreign key', t.name, cast(f.id as text), f.seq, f."from" || ' to ' || f."table" || '.' || f."to"
        from sqlite_master t join pragma_foreign_key_list(t.name) f where t.type = 'table'
        union all
        select 'trigger', tbl_name, name, 0, name from sqlite_master where type = 'trigger'
        """;

    const string SqlServerObjects = """
        select 'table' as Kind, t.name as TableName, t.name as Name, 0 as Position, '' as Text from sys.tables t
        union all
        select 'column', t.name, c.name, 0, c.name + case when c.is_nullable = 1 then ' null' else ' not null' end
        from sys.columns c join sys.tables t on t.object_id = c.object_id
        union all
        select case when i.is_primary_key = 1 then 'key' when i.is_unique = 1 then 'index, unique' else 'index' end,
            t.name, case when i.is_primary_key = 1 then '' else i.name end, k.key_ordinal, c.name
        from sys.indexes i join sys.tables t on t.object_id = i.object_id
            join sys.index_columns k on k.object_id = i.object_id and k.index_id = i.index_id
            join sys.columns c on c.object_id = k.object_id and c.column_id = k.column_id
        union all
        select 'foreign key', t.name, k.name, f.constraint_column_id, c.name + ' to ' + r.name + '.' + rc.name
        from sys.foreign_keys k join sys.tables t on t.object_id = k.parent_object_id
            join sys.foreign_key_columns f on f.constraint_object_id = k.object_id
            join sys.columns c on c.object_id = f.parent_object_id and c.column_id = f.parent_column_id
            join sys.tables r on r.object_id = f.referenced_object_id
            join sys.columns rc on rc.object_id = f.referenced_object_id and rc.column_id = f.referenced_column_id
        union all
        select 'trigger', t.name, r.name, 0, r.name from sys.triggers r join sys.tables t on t.object_id = r.parent_id
        """;

    sealed class Part
    {
        public required string Kind { get; init; }
        public required string TableName { get; init; }
        public required string Name { get; init; }
        public required long Position { get; init; }
        public required string Text { get; init; }
    }
}
