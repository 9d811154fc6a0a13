namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A list's page: how many items, and after which one, as <c>?limit=50&amp;cursor=…</c> says.</summary>
record Paging
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 200;

    /// <summary>Items on a page, 1 to 200; 50 when not given.</summary>
    public int? Limit { get; init; }

    /// <summary>Opaque: the <c>nextCursor</c> of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>The page holds what comes after this place.</summary>
    internal Place Place => Cursor is null ? default
        : Http.Place.TryDecode(Cursor, out var place) ? place
        : throw new InvalidOperationException("The cursor was not checked.");

    /// <summary>The number of that place: all there is to a list that is ordered by <c>Seq</c>.</summary>
    internal virtual long AfterSeq => Place.Seq;

    /// <summary>When the page was asked for: before anything of it was read.</summary>
    internal DateTimeOffset AskedAt { get; set; }

    /// <summary>One more than asked for: it tells whether there is a next page.</summary>
    internal int Take => (Limit ?? DefaultLimit) + 1;

    /// <summary>Why there is no such page; null when there can be.</summary>
    public Problem? WhyRefused() =>
        Limit is < 1 or > LargestLimit
            ? Problems.Invalid(
                "/limit",
                Bilingual.Of($"A page has 1 to {LargestLimit} items.", $"Eine Seite hat 1 bis {LargestLimit} Einträge."))
        : Cursor is null || IsCursor(Cursor) ? null
        : Problems.InvalidCursor;

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
        var rows = await session.Top<TRow>(select, parameters);
        var size = Take - 1;
        var next = rows.Count > size ? CursorAfter(rows[size - 1]) : null;
        return new ListOf<T>(await items(rows[..Math.Min(size, rows.Count)]), next, ChangedUntil);
    }

    /// <summary>Whether a list like this one can have made the cursor.</summary>
    protected virtual bool IsCursor(string cursor) => Http.Place.TryDecode(cursor, out _);

    /// <summary>The cursor of the page that begins after this row.</summary>
    protected virtual string CursorAfter(IPaged row) => row.Place.Encode();

    /// <summary>From when to ask for changes next; null where the list is not one of changes.</summary>
    protected virtual DateTimeOffset? ChangedUntil => null;
}
