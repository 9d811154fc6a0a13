using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Where a changed row stands among the changes, and a page begins after it. A cursor is its twenty-four bytes.</summary>
/// <param name="UpdatedAt">The time of the change, in milliseconds.</param>
/// <param name="Seq">The number of the row: several can change at one time.</param>
/// <param name="Until">What the first page says for the next time.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct ChangePlace(DateTimeOffset UpdatedAt, long Seq, DateTimeOffset Until)
{
    const int Bytes = 24;

    static readonly long LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public string Encode()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Seq);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], UpdatedAt.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt64BigEndian(bytes[16..], Until.ToUnixTimeMilliseconds());
        return Base64Url.EncodeToString(bytes);
    }

    /// <returns>False when no list has made this cursor.</returns>
    public static bool TryDecode(string cursor, out ChangePlace place)
    {
        place = default;
        Span<byte> bytes = stackalloc byte[Bytes];
        if (cursor.Length != Base64Url.GetEncodedLength(Bytes)
            || Base64Url.DecodeFromChars(cursor, bytes, out _, out var length) != OperationStatus.Done
            || length != Bytes)
            return false;
        var (seq, updatedAt, until) = (
            BinaryPrimitives.ReadInt64BigEndian(bytes),
            BinaryPrimitives.ReadInt64BigEndian(bytes[8..]),
            BinaryPrimitives.ReadInt64BigEndian(bytes[16..]));
        if (seq < 0 || updatedAt < 0 || updatedAt > LastMillisecond || until < 0 || until > LastMillisecond)
            return false;
        place = new ChangePlace(DateTimeOffset.FromUnixTimeMilliseconds(updatedAt), seq, DateTimeOffset.FromUnixTimeMilliseconds(until));
        return true;
    }
}
