namespace Auridis.Grants.Api.Platform.Database;

/// <summary>The connection was lost before COMMIT was sent: nothing was changed.</summary>
sealed class ConnectionLostException(Exception inner) : Exception("The connection was lost.", inner);
