using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A list's page: how many items, and after which one, as <c>?limit=50&amp;cursor=…</c> says.</summary>
record Paging
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 200;

    /// <summary>Items on a page, 1 to 200; 50 when not given.</summary>
    [Between(1, LargestLimit)]
    public int? Limit { get; init; }

    /// <summary>Opaque: the <c>nextCursor</c> of the page before. It belongs to the path that gave it.</summary>
    public string? Cursor { get; init; }

    /// <summary>The end of the cursors of this list.</summary>
    internal string Mark { get; set; } = "";

    /// <summary>The page holds what comes after this number.</summary>
    internal long AfterSeq => TryDecode(out var seq) ? seq : throw new InvalidOperationException("The cursor was not checked.");

    /// <summary>One more than asked for: it tells whether there is a next page.</summary>
    internal int Take => (Limit ?? DefaultLimit) + 1;

    /// <summary>Why there is no such page; null when there can be.</summary>
    public Problem? WhyRefused() => TryDecode(out _)
        ? null
        : Problems.InvalidCursor.At(
            "cursor", Bilingual.Of("This list has not made this cursor.", "Diesen Cursor hat diese Liste nicht erzeugt."));

    /// <summary>
    /// Reads the page of a select that keeps to <c>Seq &gt; @AfterSeq</c> and ends in <c>order by Seq</c>. Keyset paging: what is inserted
    /// meanwhile moves nothing.
    /// </summary>
    /// <param name="parameters">With <see cref="AfterSeq"/> and <see cref="Take"/>.</param>
    public async Task<ListOf<T>> Of<T>(Session session, string select, object parameters)
        where T : IPaged => await Of<T, T>(session, select, parameters, Task.FromResult);

    /// <summary>The same for a list whose rows are not its items.</summary>
    public Task<ListOf<T>> Of<TRow, T>(Session session, string select, object parameters, Func<TRow, T> item)
        where TRow : IPaged => Of<TRow, T>(session, select, parameters, rows => Task.FromResult(rows.ConvertAll(row => item(row))));

    /// <summary>The same for items that have parts: <paramref name="items"/> reads them for all rows of the page at once.</summary>
    public async Task<ListOf<T>> Of<TRow, T>(Session session, string select, object parameters, Func<List<TRow>, Task<List<T>>> items)
        where TRow : IPaged
    {
        var rows = await session.Top<TRow>(select, parameters);
        var size = Take - 1;
        var next = rows.Count > size ? Encode(rows[size - 1].Seq) + Mark : null;
        return new ListOf<T>(await items(rows[..Math.Min(size, rows.Count)]), next);
    }

    static string Encode(long seq)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, seq);
        return Base64Url.EncodeToString(bytes);
    }

    bool TryDecode(out long seq)
    {
        seq = 0;
        if (Cursor is null)
            return true;
        if (!Cursor.EndsWith(Mark, StringComparison.Ordinal))
            return false;
        var cursor = Cursor.AsSpan(..^Mark.Length);
        Span<byte> bytes = stackalloc byte[8];
        if (cursor.Length != 11 || Base64Url.DecodeFromChars(cursor, bytes, out _, out var length) != OperationStatus.Done || length != 8)
            return false;
        seq = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return seq >= 0;
    }
}
