using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Where a row stands in a list that is sorted by a field, and a page begins after it.</summary>
/// <param name="Value">What it had there: an amount in cents, a time in milliseconds, or the text.</param>
/// <param name="Seq">The number of the row: several can have one value.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct SortPlace(object Value, long Seq)
{
    const int SeqBytes = 8;
    const int NumberBytes = 8;

    const byte Text = 0;
    const byte Amount = 1;
    const byte Time = 2;

    static readonly long LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <param name="list">What was asked for.</param>
    public string Encode(string list)
    {
        var (kind, value) = Value switch
        {
            string text => (Text, Encoding.UTF8.GetBytes(text)),
            Money amount => (Amount, Number(amount.Cents)),
            DateTimeOffset time => (Time, Number(time.ToUnixTimeMilliseconds())),
            _ => throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"Nothing is sorted by a {Value.GetType()}.")),
        };
        return PageCursor.Of(list, [.. Number(Seq), kind, .. value]);
    }

    /// <returns>False when this list has not made this cursor.</returns>
    public static bool TryDecode(string cursor, string list, out SortPlace place)
    {
        place = default;
        if (!PageCursor.TryRead(cursor, list, out var bytes) || bytes.Length <= SeqBytes)
            return false;
        var seq = BinaryPrimitives.ReadInt64BigEndian(bytes);
        var value = bytes.AsSpan(SeqBytes + 1);
        object? read = bytes[SeqBytes] switch
        {
            Text => Encoding.UTF8.GetString(value),
            Amount when value.Length == NumberBytes => new Money(BinaryPrimitives.ReadInt64BigEndian(value)),
            Time when value.Length == NumberBytes && BinaryPrimitives.ReadInt64BigEndian(value) is var time
                && time >= 0 && time <= LastMillisecond => DateTimeOffset.FromUnixTimeMilliseconds(time),
            _ => null,
        };
        if (seq < 0 || read is null)
            return false;
        place = new SortPlace(read, seq);
        return true;
    }

    static byte[] Number(long number)
    {
        var bytes = new byte[NumberBytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }
}
