using System.Data.Common;
using Dapper;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>A connection on which a closure asks questions. Rows are classes with <c>required … { get; init; }</c> properties.</summary>
class Session(DbConnection connection, DbTransaction? transaction, Dialect dialect, CancellationToken cancel)
{
    /// <summary>The one row, or null when there is none.</summary>
    public Task<T?> OneOrNull<T>(string sql, object? parameters = null) =>
        connection.QuerySingleOrDefaultAsync<T>(Command(sql, parameters));

    /// <summary>The one row; its absence is a fault of the program.</summary>
    public Task<T> One<T>(string sql, object? parameters = null) => connection.QuerySingleAsync<T>(Command(sql, parameters));

    /// <summary>All rows.</summary>
    public async Task<List<T>> All<T>(string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    /// <summary>The first rows of a select that ends in ORDER BY; <c>@Take</c> in <paramref name="parameters"/> says how many.</summary>
    public Task<List<T>> Top<T>(string orderedSelect, object parameters) => All<T>(dialect.Take(orderedSelect), parameters);

    /// <summary>Rows one by one, for results that do not fit in memory; columns by ordinal.</summary>
    public async Task<DbDataReader> Stream(string sql, object? parameters = null) =>
        (DbDataReader)await connection.ExecuteReaderAsync(Command(sql, parameters));

    /// <summary>Whoever asked has hung up.</summary>
    public CancellationToken Cancel => cancel;

    protected virtual CommandDefinition Command(string sql, object? parameters) =>
        new(sql, parameters, transaction, cancellationToken: cancel);

    protected DbConnection Connection => connection;

    protected Dialect Dialect => dialect;
}
