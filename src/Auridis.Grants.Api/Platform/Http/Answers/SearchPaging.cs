namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// A page of a list that can be searched with <c>?q=…</c> and sorted with <c>?sort=…</c>. Conditions on columns are built of the forms
/// that stand here, which are parameters of the select.
/// </summary>
abstract record SearchPaging : ChangesPaging
{
    /// <summary>
    /// So many rows are found by index and sorted for a page. Of more, the list is read in its order, where each page soon has enough.
    /// </summary>
    public const int Few = 1_000;

    /// <summary>How much of a text an index of what stands anywhere in it holds.</summary>
    public const int IndexedCharacters = 32;

    /// <summary>
    /// What to search for, up to 100 characters: references and the AGS from their beginning, names of offices and titles of projects
    /// anywhere, capitals or small letters, with ä as ae, ö as oe, ü as ue and ß as ss.
    /// </summary>
    [SearchText]
    public string? Q { get; init; }

    /// <summary>The field to sort by, after a hyphen in descending order. What has changed comes in the order of its times.</summary>
    public abstract string? Sort { get; init; }

    /// <summary>What the list can be sorted by.</summary>
    protected abstract IReadOnlyList<SortColumn> Sortable { get; }

    /// <summary>The text, amount or time after which a page of a sorted list begins.</summary>
    internal string? AfterText => Sorted?.Value as string;

    internal Money? AfterAmount => Sorted?.Value as Money?;

    internal override DateTimeOffset AfterTime => Sorted?.Value as DateTimeOffset? ?? base.AfterTime;

    internal override long AfterSeq => Sort is null ? base.AfterSeq : Sorted?.Seq ?? 0;

    /// <summary>For <c>like … escape '\'</c>, of what begins with it: numbers and references.</summary>
    internal string? Prefix => Q is null ? null : $"{Escape(Beginning)}%";

    /// <summary>For <c>like … escape '\'</c>, of a <see cref="SearchKey"/> that has it anywhere.</summary>
    internal string? Anywhere => Q is null ? null : $"%{Escape(Key)}%";

    /// <summary>From here to before <see cref="PrefixTo"/> an index has what begins with it.</summary>
    internal string? PrefixFrom => Q is null ? null : Beginning;

    internal string? PrefixTo => Q is null ? null : SearchKey.After(Beginning);

    /// <summary>From here to before <see cref="KeyTo"/> an index has the keys that begin with it, as far as they are indexed.</summary>
    internal string? KeyFrom => Q is null ? null : IndexedKey;

    internal string? KeyTo => Q is null ? null : SearchKey.After(IndexedKey);

    /// <summary>Whether an index holds all of the text, so that what it finds has it.</summary>
    internal bool IsIndexedWhole => Q is not null && Key == IndexedKey;

    /// <summary>A cursor goes on with the search and in the order that it was made for.</summary>
    internal override string Asked => Q is null && Sort is null ? base.Asked : $"{base.Asked}?sort={Sort}&q={Q}";

    public override Problem? WhyRefused() => Sort is not null && ChangedSince is not null
        ? Problems.ValidationFailed.At("sort", Bilingual.Of(
            "What has changed is ordered by updatedAt: leave sort or changedSince out.",
            "Was sich geändert hat, ist nach updatedAt geordnet: Lassen Sie sort oder changedSince weg."))
        : base.WhyRefused();

    internal override string After(string row = "")
    {
        if (Sort is null)
            return base.After(row);
        if (Sorted is not { } place)
            return "1 = 1";
        var (column, beyond) = (row + Column.Column, IsDescending ? '<' : '>');
        var value = place.Value switch
        {
            string => "@AfterText",
            Money => "@AfterAmount",
            _ => "@AfterTime",
        };
        return $"{column} {beyond}= {value} and ({column} {beyond} {value} or {row}Seq {beyond} @AfterSeq)";
    }

    internal override string InOrder(string row = "")
    {
        if (Sort is null)
            return base.InOrder(row);
        var direction = IsDescending ? " desc" : "";
        return $" order by {row}{Column.Column}{direction}, {row}Seq{direction}";
    }

    protected override bool IsCursor(string cursor) =>
        Sort is null ? base.IsCursor(cursor)
        : SortPlace.TryDecode(cursor, Asked, out var place) && place.Value.GetType() == Column.Type;

    protected override string CursorAfter(IPaged row) =>
        Sort is null ? base.CursorAfter(row) : new SortPlace(Column.Value(row), row.Seq).Encode(Asked);

    SortColumn Column => Sortable.Single(column => column.Field == Sort!.TrimStart('-'));

    bool IsDescending => Sort is ['-', ..];

    SortPlace? Sorted =>
        Sort is not null && Cursor is not null && SortPlace.TryDecode(Cursor, Asked, out var place) ? place : null;

    string Beginning => Q!.Trim().ToUpperInvariant();

    string Key => SearchKey.Of(Q!).ToString();

    string IndexedKey => SearchKey.Cut(Key, IndexedCharacters).TrimEnd();

    /// <summary>A bracket is a pattern on SQL Server.</summary>
    static string Escape(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal)
        .Replace("[", @"\[", StringComparison.Ordinal);
}
