namespace Auridis.Grants.Api.Database;

/// <summary>Which database: the section <c>Database</c>.</summary>
sealed class DatabaseSettings
{
    /// <summary><c>Sqlite</c> (embedded) or <c>SqlServer</c>.</summary>
    public string Provider { get; init; } = "Sqlite";

    public string ConnectionString { get; init; } = "Data Source=data/auridis-grants.db";

    /// <exception cref="SettingsException">The provider is neither of the two.</exception>
    public Db Connect() => Provider switch
    {
        "Sqlite" => new SqliteDb(new SqliteDialect(ConnectionString)),
        "SqlServer" => new SqlServerDb(new SqlServerDialect(ConnectionString)),
        _ => throw new SettingsException($"Database__Provider is '{Provider}'. Set it to Sqlite or SqlServer."),
    };
}
