using System.Security.Cryptography;
using System.Text;

namespace Auridis.Grants.Api.Platform.Auditing;

/// <summary>
/// What stands in the trail for a text that may name a person. It does not say the text; whoever has it, as the resource or the bank's
/// statement does, can prove that it is the one.
/// </summary>
/// <param name="Salt">32 random hexadecimal digits, others each time, so that equal texts cannot be told from the trail.</param>
/// <param name="Sha256">SHA-256 of the salt and the text, one after the other in UTF-8: 64 hexadecimal digits.</param>
sealed record SaltedDigest(string Salt, string Sha256)
{
    public static SaltedDigest Of(string text) => Of(RandomNumberGenerator.GetHexString(32, lowercase: true), text);

    public static SaltedDigest Of(string salt, string text) =>
        new(salt, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + text))));
}
