namespace Auridis.Grants.Api.Platform.Database;

/// <summary>The connection was lost between COMMIT and its answer: the change may or may not have been made.</summary>
sealed class CommitOutcomeUnknownException(Exception inner) : Exception("The connection was lost while committing.", inner);
