namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>
/// Entries are numbered twice, both times without gaps and in the order of commits: over all years, and in their fiscal year.
/// </summary>
static class JournalNumbers
{
    /// <returns>
    /// The first of <paramref name="count"/> new numbers over all years, and the last day of the last closed month, which stays it until
    /// the commit.
    /// </returns>
    public static async Task<(long First, DateOnly? ClosedOn)> Take(Tx tx, int count)
    {
        var head = (await tx.ExecuteAndRead<Head>(TakeNumbers, new { Count = count }))!;
        return (head.Seq - count + 1, head.ClosedOn);
    }

    /// <returns>The first of <paramref name="count"/> new numbers of a fiscal year.</returns>
    public static async Task<int> Take(Tx tx, int fiscalYear, int count)
    {
        if (await tx.ExecuteAndRead<int?>(TakeNumbersOfYear, new { FiscalYear = fiscalYear, Count = count }) is { } last)
            return last - count + 1;
        await tx.Execute(Begin, new { FiscalYear = fiscalYear, Count = count });
        return 1;
    }

    const string TakeNumbers = """
        update JournalHead set Seq = Seq + @Count;
        select Seq, ClosedOn from JournalHead
        """;

    const string TakeNumbersOfYear = """
        update JournalYear set Number = Number + @Count where FiscalYear = @FiscalYear;
        select Number from JournalYear where FiscalYear = @FiscalYear
        """;

    const string Begin = "insert into JournalYear (FiscalYear, Number) values (@FiscalYear, @Count)";

    sealed record Head
    {
        public required long Seq { get; init; }
        public required DateOnly? ClosedOn { get; init; }
    }
}
