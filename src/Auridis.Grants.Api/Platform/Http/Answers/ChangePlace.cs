using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Where a changed row stands among the changes, and a page begins after it.</summary>
/// <param name="UpdatedAt">The time of the change, in milliseconds.</param>
/// <param name="Seq">The number of the row: several can change at one time.</param>
/// <param name="Until">What the first page says for the next time.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct ChangePlace(DateTimeOffset UpdatedAt, long Seq, DateTimeOffset Until)
{
    const int Bytes = 24;

    static readonly long LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <param name="list">The path of the list.</param>
    public string Encode(string list)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Seq);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], UpdatedAt.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt64BigEndian(bytes[16..], Until.ToUnixTimeMilliseconds());
        return PageCursor.Of(list, bytes);
    }

    /// <returns>False when this list has not made this cursor.</returns>
    public static bool TryDecode(string cursor, string list, out ChangePlace place)
    {
        place = default;
        Span<byte> bytes = stackalloc byte[Bytes];
        if (!PageCursor.TryRead(cursor, list, bytes))
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
