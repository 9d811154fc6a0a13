using Microsoft.IdentityModel.Tokens;

namespace Auridis.Grants.Api.Platform.Security;

/// <summary>A token that is authentic, and is not taken all the same. The caller is told why.</summary>
/// <param name="reason">A sentence in ASCII, without quotes or backslashes: it stands in <c>WWW-Authenticate</c> (RFC 6750, section
/// 3).</param>
sealed class RefusedTokenException(string reason) : SecurityTokenValidationException(reason);
