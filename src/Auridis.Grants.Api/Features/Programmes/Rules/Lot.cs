using System.Security.Cryptography;
using System.Text;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// A lot that anyone can recompute and nobody can steer: the secret is fixed by its hash before the programme opens, and the public
/// value is not known until after the deadline.
/// </summary>
static class Lot
{
    /// <summary>Whether the secret is the one that was committed to: 64 hexadecimal digits of its SHA-256, in lower case.</summary>
    public static bool Fits(string secret, string commitment) => Hash(secret) == commitment;

    /// <summary>What an office draws: SHA-256 of secret, public value and AGS, one after the other in UTF-8. The lowest wins.</summary>
    public static string Draw(string secret, string publicValue, string ags) => Hash(secret + publicValue + ags);

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
