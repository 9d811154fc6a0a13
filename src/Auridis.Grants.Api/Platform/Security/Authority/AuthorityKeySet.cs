using Microsoft.IdentityModel.Tokens;

namespace Auridis.Grants.Api.Platform.Security;

/// <summary>What the authority said when it was asked: how its tokens name it, and its keys.</summary>
/// <param name="issuer">The claim <c>iss</c> of its tokens.</param>
/// <param name="document">Its JSON Web Key Set (RFC 7517).</param>
/// <exception cref="ArgumentException">The document is no key set.</exception>
sealed class AuthorityKeySet(string issuer, string document)
{
    public string Issuer => issuer;

    /// <summary>The keys that tokens are signed with.</summary>
    public IReadOnlyList<SecurityKey> Keys { get; } = [.. new JsonWebKeySet(document).GetSigningKeys()];

    /// <summary>Whether the authority has said this again.</summary>
    public bool Is(string otherIssuer, string otherDocument) => issuer == otherIssuer && document == otherDocument;
}
