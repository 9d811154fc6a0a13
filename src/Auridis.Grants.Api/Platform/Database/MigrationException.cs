namespace Auridis.Grants.Api.Platform.Database;

/// <summary>The database and the program's migrations do not fit together.</summary>
sealed class MigrationException(string message) : Exception(message);
