using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>
/// An issuer of tokens for trying the product out. It exists in Development only, and its key lives as long as the process: a token
/// of yesterday is worth nothing today.
/// </summary>
sealed class DevelopmentIssuer(TimeProvider time, IdentitySettings settings) : IDisposable
{
    public const string Issuer = "urn:auridis-grants:development";

    /// <summary>The client that people sign in with; it has no secret to keep.</summary>
    public const string PublicClient = "swagger-ui";

    readonly ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    ECDsaSecurityKey? key;

    public SecurityKey Key => key ??= new ECDsaSecurityKey(ecdsa) { KeyId = "development" };

    /// <summary>The public half of the key, as the members of a JSON Web Key.</summary>
    public Dictionary<string, string> PublicKey()
    {
        var point = ecdsa.ExportParameters(includePrivateParameters: false).Q;
        return new(StringComparer.Ordinal)
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["use"] = "sig",
            ["alg"] = SecurityAlgorithms.EcdsaSha256,
            ["kid"] = Key.KeyId,
            ["x"] = Base64UrlEncoder.Encode(point.X),
            ["y"] = Base64UrlEncoder.Encode(point.Y),
        };
    }

    /// <summary>A token for a person, valid for eight hours.</summary>
    public string TokenFor(DemoPerson person) => Sign(new(StringComparer.Ordinal)
    {
        [settings.PersonClaim] = person.Name,
        [TokenClaims.Subject] = person.Subject,
        [TokenClaims.Name] = person.Name,
        [settings.RoleClaim] = person.Roles,
        ["client_id"] = PublicClient,
    }, person.Office, person.Funder);

    /// <summary>A token for a machine: its subject is the client itself.</summary>
    public string TokenFor(DemoMachine machine) => Sign(new(StringComparer.Ordinal)
    {
        [TokenClaims.Subject] = machine.ClientId,
        [settings.RoleClaim] = machine.Roles,
        ["client_id"] = machine.ClientId,
    }, null, null);

    /// <summary>A token with any claims.</summary>
    public string Sign(Dictionary<string, object> claims)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = settings.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.EcdsaSha256),
        });
    }

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    public void Dispose() => ecdsa.Dispose();

    string Sign(Dictionary<string, object> claims, string? office, string? funder)
    {
        if (office is not null)
            claims[TokenClaims.Office] = office;
        if (funder is not null)
            claims[TokenClaims.Funder] = funder;
        return Sign(claims);
    }
}
