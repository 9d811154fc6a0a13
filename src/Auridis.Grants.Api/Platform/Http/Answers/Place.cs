using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Where a row stands in its list, and a page begins after it.</summary>
/// <param name="Day">The day, where the list is ordered by one; the first of all days elsewhere.</param>
/// <param name="Seq">The number by which a list is ordered, on its day where it has one.</param>
/// <param name="Line">The line, where several rows have one number; 0 elsewhere.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Place(DateOnly Day, long Seq, int Line = 0)
{
    const int Bytes = 16;

    /// <param name="list">The path of the list.</param>
    public string Encode(string list)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Seq);
        BinaryPrimitives.WriteInt32BigEndian(bytes[8..], Day.DayNumber);
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], Line);
        return PageCursor.Of(list, bytes);
    }

    /// <returns>False when this list has not made this cursor.</returns>
    public static bool TryDecode(string cursor, string list, out Place place)
    {
        place = default;
        Span<byte> bytes = stackalloc byte[Bytes];
        if (!PageCursor.TryRead(cursor, list, bytes))
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
