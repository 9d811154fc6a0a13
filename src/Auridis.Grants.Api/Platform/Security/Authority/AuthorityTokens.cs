using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Auridis.Grants.Api.Platform.Security;

/// <summary>Checks tokens with the keys of the authority.</summary>
sealed class AuthorityTokens(AuthorityKeys keys, JsonWebTokenHandler handler) : TokenHandler
{
    /// <exception cref="AuthorityUnavailableException">The token may be valid, and the authority cannot be asked.</exception>
    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var known = await keys.Get();
        var result = await Validate(token, validationParameters, known);
        // Its key is not among them, and all else that can be checked without the key is right: the key may be new.
        if (result.Exception is not SecurityTokenSignatureKeyNotFoundException)
            return result;
        var newer = await keys.NewerThan(known);
        return newer == known ? result : await Validate(token, validationParameters, newer);
    }

    public override SecurityToken ReadToken(string token) => handler.ReadToken(token);

    Task<TokenValidationResult> Validate(string token, TokenValidationParameters common, AuthorityKeySet authority)
    {
        var parameters = common.Clone();
        parameters.ValidIssuer = authority.Issuer;
        parameters.IssuerSigningKeys = authority.Keys;
        return handler.ValidateTokenAsync(token, parameters);
    }
}
