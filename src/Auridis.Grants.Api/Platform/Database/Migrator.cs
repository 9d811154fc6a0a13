using System.Data.Common;
using System.Reflection;
using Dapper;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>
/// Applies the hand-written scripts under <c>sql/</c> in order, each once, each in a transaction of its own, one process at a time.
/// A script that was edited after it was applied is refused.
/// </summary>
sealed class Migrator(Dialect dialect, TimeProvider time)
{
    /// <returns>The names of the scripts that were applied by this call.</returns>
    /// <exception cref="MigrationException">A script was edited after it was applied, or the database is newer than the
    /// program.</exception>
    public async Task<List<string>> Run(CancellationToken cancel) => await Run(Scripts(dialect.Name), cancel);

    public async Task<List<string>> Run(IReadOnlyList<Script> scripts, CancellationToken cancel)
    {
        await using var connection = await dialect.Open(cancel);
        List<string> applied = [];
        // Under the lock in each round, since another process may have been quicker.
        while (await Next(connection, scripts, cancel) is { } name)
            applied.Add(name);
        return applied;
    }

    /// <summary>Applies nothing.</summary>
    /// <exception cref="MigrationException">A script was not applied, was edited after that, or is not known.</exception>
    public async Task RequireAll(CancellationToken cancel)
    {
        await using var connection = await dialect.Open(cancel);
        var scripts = Scripts(dialect.Name);
        var done = await Applied(connection, null);
        Check(scripts, done);
        if (scripts.Find(script => !done.ContainsKey(script.Name)) is { } missing)
            throw new MigrationException($"The database lacks the migration {missing.Name}. Run migrate first.");
    }

    /// <summary>Applies the first script that is missing, and tells its name; null when none is.</summary>
    async Task<string?> Next(DbConnection connection, IReadOnlyList<Script> scripts, CancellationToken cancel)
    {
        await using var transaction = await dialect.BeginMigration(connection, cancel);
        var done = await Applied(connection, transaction);
        Check(scripts, done);
        var next = scripts.FirstOrDefault(script => !done.ContainsKey(script.Name));
        if (next is null)
            return null;
        // Without a limit: a script works on as many rows as there are, and one that was stopped in the middle would never be applied.
        foreach (var batch in next.Batches)
            await connection.ExecuteAsync(batch, transaction: transaction, commandTimeout: 0);
        await connection.ExecuteAsync(
            "insert into Migration (Name, Hash, AppliedAt) values (@Name, @Hash, @AppliedAt)",
            new { next.Name, next.Hash, AppliedAt = time.GetUtcNow().ToMilliseconds() }, transaction);
        await transaction.CommitAsync(cancel);
        return next.Name;
    }

    async Task<Dictionary<string, string>> Applied(DbConnection connection, DbTransaction? transaction)
    {
        var isThere = await connection.ExecuteScalarAsync<long>(
            $"select count(*) from ({dialect.SchemaObjects}) Objects where Kind = 'table' and lower(Name) = 'migration'",
            transaction: transaction);
        if (isThere == 0)
            return [];
        var rows = await connection.QueryAsync<AppliedScript>("select Name, Hash from Migration", transaction: transaction);
        return rows.ToDictionary(row => row.Name, row => row.Hash, StringComparer.Ordinal);
    }

    static void Check(IReadOnlyList<Script> scripts, Dictionary<string, string> done)
    {
        foreach (var (name, hash) in done)
        {
            var script = scripts.FirstOrDefault(script => script.Name == name)
                ?? throw new MigrationException(
                    $"The database has the migration {name}, which this version of the program does not know. "
                    + "It was made by a newer version.");
            if (script.Hash != hash)
            {
                throw new MigrationException(
                    $"The migration {name} was edited after it was applied. Undo the edit, and put the change into a new script.");
            }
        }
    }

    /// <summary>The scripts of a database, as they are embedded in the program, in their order.</summary>
    public static List<Script> Scripts(string dialect)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var prefix = $"sql/{dialect}/";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => Script.Read(name[prefix.Length..], assembly.GetManifestResourceStream(name)!))];
    }

    sealed class AppliedScript
    {
        public required string Name { get; init; }
        public required string Hash { get; init; }
    }
}
