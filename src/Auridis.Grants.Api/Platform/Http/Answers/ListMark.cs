using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// What a cursor ends in, so that only the list that has made it takes it. The numbers of two lists have nothing to do with each other:
/// with a cursor of another one a list would skip items, and nobody would notice.
/// </summary>
static class ListMark
{
    /// <param name="path">The path of the list; routing takes it in any case, and with a slash at its end.</param>
    public static string Of(string path) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(path.TrimEnd('/').ToUpperInvariant())).AsSpan(..3));
}
