namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>
/// Each entry is in exactly one run of a format that is not voided: a run claims whole entries that none has claimed, the oldest first, and
/// voiding it frees them. Memo entries stay outside the books. The caller holds the counter of <see cref="RunNumber"/>.
/// </summary>
static class EntriesOnce
{
    /// <summary>
    /// The most entries of a run: its file is written in memory, and meanwhile nobody else exports or, on SQLite, changes anything.
    /// </summary>
    public const int MostEntries = 10_000;

    /// <returns>How many entries were claimed.</returns>
    public static Task<int> Claim(Tx tx, Guid runId, CreateExportRun.Request wanted) => tx.Execute(
        InsertClaims(wanted),
        new { RunId = runId, wanted.Format, wanted.ProgrammeId, wanted.PostedFrom, wanted.PostedTo, MostEntries });

    /// <summary>Frees the entries of a run that is voided.</summary>
    public static Task Free(Tx tx, Guid runId) => tx.Execute("delete from ExportClaim where ExportRunId = @RunId", new { RunId = runId });

    static string InsertClaims(CreateExportRun.Request wanted) => SelectFree
        .When(wanted.ProgrammeId, "e.ProgrammeId = @ProgrammeId")
        .When(wanted.PostedFrom, "e.PostedOn >= @PostedFrom")
        .When(wanted.PostedTo, "e.PostedOn <= @PostedTo")
        + ") free where free.Place <= @MostEntries";

    const string SelectFree = """
        insert into ExportClaim (Format, EntrySeq, ExportRunId)
        select @Format, free.Seq, @RunId
        from (
            select e.Seq, row_number() over (order by e.Seq) as Place
            from JournalEntry e
            where not exists (select 1 from ExportClaim c where c.Format = @Format and c.EntrySeq = e.Seq)
              and exists (select 1 from Posting m join Account a on a.Number = m.DebitAccount where m.EntrySeq = e.Seq and a.Kind <> 'memo')
        """;
}
