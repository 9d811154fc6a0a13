using System.Collections.Concurrent;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Auridis.Grants.Api.Security;

/// <summary>
/// Remembers tokens that have been validated: a client sends the same one with each of its requests, and checking a signature costs more
/// than most requests do. A key that the authority withdraws is noticed when the token is checked again, minutes later at most.
/// </summary>
sealed class RememberedTokens(TimeProvider clock, JsonWebTokenHandler handler) : TokenHandler
{
    /// <summary>How long a token is believed without looking at it again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>So many at most; then all are forgotten, and each costs one check.</summary>
    public const int Most = 10_000;

    readonly ConcurrentDictionary<string, Remembered> tokens = new(StringComparer.Ordinal);

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var now = clock.GetUtcNow();
        if (tokens.TryGetValue(token, out var remembered) && now < remembered.Until)
            return remembered.Result;
        var result = await handler.ValidateTokenAsync(token, validationParameters);
        if (!result.IsValid)
            return result;
        var expires = new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero);
        var until = now + Longest < expires ? now + Longest : expires;
        if (tokens.Count >= Most)
            tokens.Clear();
        tokens[token] = new Remembered(result, until);
        return result;
    }

    public override SecurityToken ReadToken(string token) => handler.ReadToken(token);

    sealed record Remembered(TokenValidationResult Result, DateTimeOffset Until);
}
