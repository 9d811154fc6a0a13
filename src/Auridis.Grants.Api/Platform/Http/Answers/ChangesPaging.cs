namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// A page of a list that can be asked for what has changed: with <c>?changedSince=…</c> it is ordered by the time of the last change. What
/// changes while a client reads moves to the end and comes again with its new version, so that nothing is missed.
/// </summary>
record ChangesPaging : Paging
{
    /// <summary>
    /// How long after its time a change can still be committed, with the clocks of several servers apart: who asks again goes back as far.
    /// A statement waits for half a minute at most.
    /// </summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Only what was created or changed at this time or later, in the order of <c>updatedAt</c>: with its zone, as in
    /// <c>2019-02-04T08:00:00Z</c>. Send the <c>changedUntil</c> of the answer next time.
    /// </summary>
    public DateTimeOffset? ChangedSince { get; init; }

    internal override long AfterSeq => Change?.Seq ?? base.AfterSeq;

    /// <summary>The time of the change after which the page begins.</summary>
    internal virtual DateTimeOffset AfterTime => Change?.UpdatedAt ?? ChangedSince ?? default;

    /// <summary>The condition of what comes after the page before.</summary>
    /// <param name="row">What stands before the columns, as <c>r.</c></param>
    internal virtual string After(string row = "") => ChangedSince is null
        ? $"{row}Seq > @AfterSeq"
        : $"{row}UpdatedAt >= @AfterTime and ({row}UpdatedAt > @AfterTime or {row}Seq > @AfterSeq)";

    /// <summary>The end of the select, which orders it.</summary>
    internal virtual string InOrder(string row = "") =>
        ChangedSince is null ? $" order by {row}Seq" : $" order by {row}UpdatedAt, {row}Seq";

    protected override bool IsCursor(string cursor) =>
        ChangedSince is null ? base.IsCursor(cursor) : ChangePlace.TryDecode(cursor, Asked, out _);

    protected override string CursorAfter(IPaged row) => ChangedSince is null
        ? base.CursorAfter(row)
        : new ChangePlace(((IResource)row).UpdatedAt, row.Seq, ChangedUntil!.Value).Encode(Asked);

    /// <summary>
    /// The first page fixes it for those that follow: what is committed late may belong before a later page, and never before this time.
    /// </summary>
    protected override DateTimeOffset? ChangedUntil => Change?.Until
        ?? (ChangedSince > AskedAt - Margin ? ChangedSince : ChangedSince is null ? null : AskedAt - Margin);

    ChangePlace? Change =>
        ChangedSince is not null && Cursor is not null && ChangePlace.TryDecode(Cursor, Asked, out var place) ? place : null;
}
