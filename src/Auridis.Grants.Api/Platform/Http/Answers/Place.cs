using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Where a row stands in its list, and a page begins after it. A cursor is its sixteen bytes.</summary>
/// <param name="Day">The day, where the list is ordered by one; the first of all days elsewhere.</param>
/// <param name="Seq">The number by which a list is ordered, on its day where it has one.</param>
/// <param name="Line">The line, where several rows have one number; 0 elsewhere.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Place(DateOnly Day, long Seq, int Line = 0)
{
    const int Bytes = 16;

    public string Encode()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Seq);
        BinaryPrimitives.WriteInt32BigEndian(bytes[8..], Day.DayNumber);
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], Line);
        return Base64Url.EncodeToString(bytes);
    }

    /// <returns>False when no list has made this cursor.</returns>
    public static bool TryDecode(string cursor, out Place place)
    {
        place = default;
        Span<byte> bytes = stackalloc byte[Bytes];
        if (cursor.Length != Base64Url.GetEncodedLength(Bytes)
            || Base64Url.DecodeFromChars(cursor, bytes, out _, out var length) != OperationStatus.Done
            || length != Bytes)
            return false;
        var (seq, day, line) = (
            BinaryPrimitives.ReadInt64BigEndian(bytes),
            BinaryPrimitives.ReadInt32BigEndian(bytes[8..]),
            BinaryPrimitives.ReadInt32BigEndian(bytes[12..]));
        if (seq < 0 || line < 0 || day < 0 || day > DateOnly.MaxValue.DayNumber)
            return false;
        place = new Place(DateOnly.FromDayNumber(day), seq, line);
        return true;
    }
}
