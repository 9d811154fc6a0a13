using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Auridis.Grants.Api.Security;

/// <summary>
/// Remembers tokens that have been validated: a client sends the same one with each of its requests, and checking a signature costs more
/// than most requests do. A key that the authority withdraws is noticed when the token is checked again, minutes later at most.
/// </summary>
/// <param name="most">How many bytes of tokens are remembered at most. When there are more, those that end first are forgotten.</param>
sealed class RememberedTokens(TimeProvider clock, JsonWebTokenHandler handler, long most = RememberedTokens.Most) : TokenHandler
{
    /// <summary>How long a token is believed without looking at it again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>16 MiB: about 10,000 tokens of the usual size. Their claims take a few times as much.</summary>
    public const long Most = 16 * 1024 * 1024;

    readonly ConcurrentDictionary<Key, Remembered> tokens = [];
    readonly Lock forgetting = new();
    long size;

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var now = clock.GetUtcNow();
        var key = Key.Of(token);
        if (tokens.TryGetValue(key, out var remembered) && now < remembered.Until)
            return remembered.Result;
        var result = await handler.ValidateTokenAsync(token, validationParameters);
        if (result.IsValid)
            Remember(key, token, result, now);
        return result;
    }

    public override SecurityToken ReadToken(string token) => handler.ReadToken(token);

    void Remember(Key key, string token, TokenValidationResult result, DateTimeOffset now)
    {
        Forget(key);
        var expires = new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero);
        var until = now + Longest < expires ? now + Longest : expires;
        if (tokens.TryAdd(key, new Remembered(result, until, token.Length)) && Interlocked.Add(ref size, token.Length) > most)
            MakeRoom(now);
    }

    /// <summary>What has ended goes; then what ends next, until a quarter is free.</summary>
    void MakeRoom(DateTimeOffset now)
    {
        lock (forgetting)
        {
            if (Interlocked.Read(ref size) <= most)
                return;
            foreach (var (key, remembered) in tokens.OrderBy(token => token.Value.Until))
            {
                if (remembered.Until > now && Interlocked.Read(ref size) <= most / 4 * 3)
                    return;
                Forget(key);
            }
        }
    }

    void Forget(Key key)
    {
        if (tokens.TryRemove(key, out var forgotten))
            Interlocked.Add(ref size, -forgotten.Size);
    }

    /// <summary>SHA-256 of a token: a few bytes whatever the token's length.</summary>
    [StructLayout(LayoutKind.Auto)]
    readonly record struct Key(UInt128 High, UInt128 Low)
    {
        public static Key Of(string token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), hash);
            return new Key(BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
        }
    }

    sealed record Remembered(TokenValidationResult Result, DateTimeOffset Until, int Size);
}
