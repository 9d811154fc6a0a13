namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A list's page: how many items, and after which one, as <c>?limit=50&amp;cursor=…</c> says.</summary>
record Paging
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 200;

    /// <summary>Items on a page, 1 to 200; 50 when not given.</summary>
    [Between(1, LargestLimit)]
    public int? Limit { get; init; }

    /// <summary>Opaque: the <c>nextCursor</c> of the page before. It belongs to the path, the search and the order that gave it.</summary>
    public string? Cursor { get; init; }

    /// <summary>The path of the list.</summary>
    internal string List { get; set; } = "";

    /// <summary>What was asked for: a cursor is read by what has made it.</summary>
    internal virtual string Asked => List;

    /// <summary>The page holds what comes after this place.</summary>
    internal Place Place => Cursor is null ? default
        : Http.Place.TryDecode(Cursor, Asked, out var place) ? place
        : throw new InvalidOperationException("The cursor was not checked.");

    /// <summary>The number of that place: all there is to a list that is ordered by <c>Seq</c>.</summary>
    internal virtual long AfterSeq => Place.Seq;

    /// <summary>When the page was asked for: before anything of it was read.</summary>
    internal DateTimeOffset AskedAt { get; set; }

    /// <summary>One more than asked for: it tells whether there is a next page.</summary>
    internal int Take => (Limit ?? DefaultLimit) + 1;

    /// <summary>Why there is no such page; null when there can be.</summary>
    public virtual Problem? WhyRefused() => Cursor is null || IsCursor(Cursor)
        ? null
        : Problems.InvalidCursor.At(
            "cursor", Bilingual.Of("This list has not made this cursor.", "Diesen Cursor hat diese Liste nicht erzeugt."));

    /// <summary>
    /// Reads the page of a select that keeps to what comes after <see cref="Place"/> and is ordered by it: most by
    /// <c>Seq &gt; @AfterSeq … order by Seq</c>. Keyset paging: what is inserted meanwhile moves nothing.
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
        var (rows, next) = Cut(await session.Top<TRow>(select, parameters));
        return new ListOf<T>(await items(rows), next, ChangedUntil);
    }

    /// <summary>Cuts the page from rows of which <see cref="Take"/> were asked for.</summary>
    public (List<TRow> Items, string? NextCursor) Cut<TRow>(List<TRow> rows)
        where TRow : IPaged
    {
        var size = Take - 1;
        return rows.Count > size ? (rows[..size], CursorAfter(rows[size - 1])) : (rows, null);
    }

    /// <summary>Whether a list like this one can have made the cursor.</summary>
    protected virtual bool IsCursor(string cursor) => Http.Place.TryDecode(cursor, Asked, out _);

    /// <summary>The cursor of the page that begins after this row.</summary>
    protected virtual string CursorAfter(IPaged row) => row.Place.Encode(Asked);

    /// <summary>From when to ask for changes next; null where the list is not one of changes.</summary>
    protected virtual DateTimeOffset? ChangedUntil => null;
}
