namespace Auridis.Grants.Api.Database;

/// <summary>Which database: the section <c>Database</c>.</summary>
sealed class DatabaseSettings
{
    /// <summary><c>Sqlite</c> (embedded) or <c>SqlServer</c>.</summary>
    public string Provider { get; init; } = "Sqlite";

    public string ConnectionString { get; init; } = "Data Source=data/auridis-grants.db";

    /// <exception cref="SettingsException">The provider is neither of the two.</exception>
    public static DatabaseSettings Read(IConfiguration configuration)
    {
        var settings = configuration.Read<DatabaseSettings>("Database");
        if (settings.Provider is not ("Sqlite" or "SqlServer"))
            throw new SettingsException($"Database__Provider is '{settings.Provider}'. Set it to Sqlite or SqlServer.");
        return settings;
    }

    public Db Connect() => Provider == "Sqlite" ? new SqliteDb(new SqliteDialect(ConnectionString)) : new SqlServerDb(new SqlServerDialect(ConnectionString));
}
