using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// A cursor: the bytes of a place in a list, and four that tell whose list it is. The numbers of two lists have nothing to do with each
/// other: a list that took another's cursor would skip items without a word.
/// </summary>
static class PageCursor
{
    const int MarkBytes = 4;

    /// <param name="list">The path of the list.</param>
    /// <param name="place">What the list needs to go on.</param>
    public static string Of(string list, ReadOnlySpan<byte> place)
    {
        Span<byte> bytes = stackalloc byte[place.Length + MarkBytes];
        place.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[place.Length..], Mark(list));
        return Base64Url.EncodeToString(bytes);
    }

    /// <returns>False when this list has not made this cursor.</returns>
    public static bool TryRead(string cursor, string list, Span<byte> place)
    {
        Span<byte> bytes = stackalloc byte[place.Length + MarkBytes];
        if (cursor.Length != Base64Url.GetEncodedLength(bytes.Length)
            || Base64Url.DecodeFromChars(cursor, bytes, out _, out var length) != OperationStatus.Done
            || length != bytes.Length
            || BinaryPrimitives.ReadUInt32BigEndian(bytes[place.Length..]) != Mark(list))
            return false;
        bytes[..place.Length].CopyTo(place);
        return true;
    }

    /// <summary>The same of a place that is as long as it is.</summary>
    public static bool TryRead(string cursor, string list, out byte[] place)
    {
        place = new byte[Math.Max(0, Base64Url.GetMaxDecodedLength(cursor.Length) - MarkBytes)];
        return TryRead(cursor, list, place);
    }

    /// <summary>Routing takes a path in any case.</summary>
    static uint Mark(string list) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(list.ToUpperInvariant())));
}
