using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Auridis.Grants.Api.Platform.Security;

/// <summary>
/// Remembers tokens that have been validated: a client sends the same one with each of its requests, and checking a signature costs more
/// than most requests do. It is believed no longer than the key that has signed it.
/// </summary>
/// <param name="handler">Checks a token that is not remembered.</param>
/// <param name="isKept">Whether a key is still one of the issuer's.</param>
/// <param name="most">How many characters of tokens are remembered at most. When there are more, those that end first are
/// forgotten.</param>
sealed class RememberedTokens(
    TimeProvider time, TokenHandler handler, Func<SecurityKey, bool> isKept, long most = RememberedTokens.Most) : TokenHandler
{
    /// <summary>How long a token is believed without looking at it again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>16 million characters: some 10,000 tokens of the usual size. Their claims take a few times as much.</summary>
    public const long Most = 16 * 1024 * 1024;

    readonly ConcurrentDictionary<string, Remembered> tokens = new(StringComparer.Ordinal);
    readonly Lock forgetting = new();
    long size;

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var now = time.GetUtcNow();
        if (tokens.TryGetValue(token, out var remembered)
            && now < remembered.Until && isKept(remembered.Result.SecurityToken.SigningKey)) // what validation gave, no task
            return remembered.Result; // what validation gave, no task
        var result = await handler.ValidateTokenAsync(token, validationParameters);
        if (!result.IsValid)
            return result;
        result.ClaimsIdentity.Compose();
        if (WhyNoAccess(result) is { } reason)
            return new TokenValidationResult { Exception = new RefusedTokenException(reason) };
        Remember(token, result, now);
        return result;
    }

    public override SecurityToken ReadToken(string token) => handler.ReadToken(token);

    /// <summary>
    /// What <c>crit</c> names must be understood or the token refused (RFC 7515, section 4.1.11), and the library looks at none of it.
    /// </summary>
    static string? WhyNoAccess(TokenValidationResult valid) =>
        ((JsonWebToken)valid.SecurityToken).TryGetHeaderValue<object>("crit", out _)
            ? "The token has critical extensions (crit), and none is known here."
            : new ClaimsPrincipal(valid.ClaimsIdentity).WhyNoAccess();

    void Remember(string token, TokenValidationResult result, DateTimeOffset now)
    {
        Forget(token);
        var expires = new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero);
        var until = now + Longest < expires ? now + Longest : expires;
        if (tokens.TryAdd(token, new Remembered(result, until)) && Interlocked.Add(ref size, token.Length) > most)
            MakeRoom(now);
    }

    /// <summary>What has ended goes; then what ends next, until a quarter is free.</summary>
    void MakeRoom(DateTimeOffset now)
    {
        lock (forgetting)
        {
            if (Interlocked.Read(ref size) <= most)
                return;
            foreach (var (token, remembered) in tokens.OrderBy(kept => kept.Value.Until))
            {
                if (remembered.Until > now && Interlocked.Read(ref size) <= most / 4 * 3)
                    return;
                Forget(token);
            }
        }
    }

    void Forget(string token)
    {
        if (tokens.TryRemove(token, out _))
            Interlocked.Add(ref size, -token.Length);
    }

    sealed record Remembered(TokenValidationResult Result, DateTimeOffset Until);
}
