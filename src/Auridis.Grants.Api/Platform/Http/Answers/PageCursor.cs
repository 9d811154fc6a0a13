using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Where a page of a list ends, as clients send it back: the number of the last item, and four bytes that tell whose list it is. The
/// numbers of two lists have nothing to do with each other: taken for one of its own, a list would skip items, and nobody would notice.
/// </summary>
static class PageCursor
{
    const int Length = 16;

    /// <param name="list">The path of the list.</param>
    public static string Of(string list, long seq)
    {
        Span<byte> bytes = stackalloc byte[12];
        BinaryPrimitives.WriteInt64BigEndian(bytes, seq);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], Mark(list));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor that this list has made.</summary>
    public static bool TryRead(string cursor, string list, out long seq)
    {
        seq = 0;
        Span<byte> bytes = stackalloc byte[12];
        if (cursor.Length != Length
            || Base64Url.DecodeFromChars(cursor, bytes, out _, out var length) != OperationStatus.Done
            || length != bytes.Length
            || BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]) != Mark(list))
            return false;
        seq = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return seq >= 0;
    }

    /// <summary>Routing takes a path in any case.</summary>
    static uint Mark(string list) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(list.ToUpperInvariant())));
}
