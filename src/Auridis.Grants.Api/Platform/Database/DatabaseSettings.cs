using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>Which database: the section <c>Database</c>.</summary>
sealed class DatabaseSettings
{
    /// <summary><c>Sqlite</c> (embedded) or <c>SqlServer</c>.</summary>
    public string Provider { get; init; } = "Sqlite";

    /// <summary>The default is for SQLite: a server has none.</summary>
    public string ConnectionString { get; init; } = "Data Source=data/auridis-grants.db";

    /// <exception cref="SettingsException">The provider is neither of the two, or its connection string is missing or cannot be
    /// read.</exception>
    public static DatabaseSettings Read(IConfiguration configuration)
    {
        var settings = configuration.Read<DatabaseSettings>("Database");
        if (settings.Provider is not ("Sqlite" or "SqlServer"))
            throw new SettingsException($"Database__Provider is '{settings.Provider}'. Set it to Sqlite or SqlServer.");
        var example = settings.Provider == "Sqlite" ? "Data Source=data/auridis-grants.db" : "Server=…;Database=…;User Id=…;Password=…";
        if (settings.Provider == "SqlServer" && string.IsNullOrWhiteSpace(configuration["Database:ConnectionString"]))
            throw new SettingsException($"Database__ConnectionString is not set. For SqlServer set it, for example to {example}");
        if (!settings.NamesADatabase())
        {
            throw new SettingsException(
                $"Database__ConnectionString cannot be read for {settings.Provider}, or does not say where the database is. "
                + $"Set it, for example to {example} (a value with a semicolon in double quotes).");
        }
        return settings;
    }

    public Db Connect() => Provider == "Sqlite"
        ? new SqliteDb(new SqliteDialect(ConnectionString))
        : new SqlServerDb(new SqlServerDialect(ConnectionString));

    bool NamesADatabase()
    {
        try
        {
            return Provider == "Sqlite" ? NamesAFile(ConnectionString) : NamesAServer(ConnectionString);
        }
        catch (Exception error) when (error is ArgumentException or FormatException or OverflowException)
        {
            // The driver's message stays here: it names the part that it cannot read, which is half of a password that has a semicolon.
            return false;
        }
    }

    /// <summary>In memory, each connection would have a database of its own.</summary>
    static bool NamesAFile(string connectionString) =>
        new SqliteConnectionStringBuilder(connectionString).DataSource is not ("" or ":memory:");

    // A method of its own, so that SqlClient is loaded only where it is used. The connection reads more closely than its builder.
    static bool NamesAServer(string connectionString)
    {
        using var connection = new SqlConnection(connectionString);
        return connection.DataSource is not "";
    }
}
