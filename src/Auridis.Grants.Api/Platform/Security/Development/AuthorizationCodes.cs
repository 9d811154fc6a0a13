using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>
/// Codes that were handed out and not yet exchanged for a token. Each is good once, for a minute, for the client that began.
/// </summary>
sealed class AuthorizationCodes(TimeProvider time)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    readonly ConcurrentDictionary<string, Grant> grants = new(StringComparer.Ordinal);

    /// <returns>The code.</returns>
    public string Add(DemoPerson person, AuthorizationRequest request)
    {
        foreach (var old in grants.Where(grant => grant.Value.ExpiresAt < time.GetUtcNow()))
            grants.TryRemove(old);
        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        grants[code] = new Grant(person, request, time.GetUtcNow() + Lifetime);
        return code;
    }

    /// <returns>The person; null when the code, its redirect address or the verifier does not fit.</returns>
    public DemoPerson? Redeem(string code, string clientId, string redirectUri, string verifier) =>
        grants.TryRemove(code, out var grant)
        && grant.ExpiresAt >= time.GetUtcNow()
        && grant.Request.ClientId == clientId
        && grant.Request.RedirectUri == redirectUri
        && Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == grant.Request.Challenge
            ? grant.Person
            : null;

    sealed record Grant(DemoPerson Person, AuthorizationRequest Request, DateTimeOffset ExpiresAt);
}
