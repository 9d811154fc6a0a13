namespace Auridis.Grants.Api.Platform.Security;

/// <summary>Whether a token is valid cannot be told, since its authority cannot be asked.</summary>
sealed class AuthorityUnavailableException() : Exception("The authority cannot be asked for its keys.");
