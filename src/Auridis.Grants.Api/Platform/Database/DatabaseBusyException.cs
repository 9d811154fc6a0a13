namespace Auridis.Grants.Api.Platform.Database;

/// <summary>Waiting and trying again have been no use: nothing was changed, and a later attempt may succeed.</summary>
sealed class DatabaseBusyException(Exception inner) : Exception("The database is busy.", inner);
