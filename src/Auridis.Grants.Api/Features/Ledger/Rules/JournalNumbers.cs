namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>
/// Entries are numbered twice, both times without gaps and in the order of commits: over all years, and in their fiscal year. Update, then
/// read: the update waits for whoever is ahead, and what is read after it is the newest.
/// </summary>
static class JournalNumbers
{
    /// <returns>The first of <paramref name="count"/> new numbers over all years.</returns>
    public static async Task<long> Take(Tx tx, int count)
    {
        await tx.Execute("update JournalHead set Seq = Seq + @Count", new { Count = count });
        return await tx.One<long>("select Seq from JournalHead") - count + 1;
    }

    /// <returns>The first of <paramref name="count"/> new numbers of a fiscal year.</returns>
    public static async Task<int> Take(Tx tx, int fiscalYear, int count)
    {
        if (await tx.Execute(Advance, new { FiscalYear = fiscalYear, Count = count }) == 0)
            await tx.Execute(Begin, new { FiscalYear = fiscalYear, Count = count });
        return await tx.One<int>(SelectNumber, new { FiscalYear = fiscalYear }) - count + 1;
    }

    const string Advance = "update JournalYear set Number = Number + @Count where FiscalYear = @FiscalYear";

    const string Begin = "insert into JournalYear (FiscalYear, Number) values (@FiscalYear, @Count)";

    const string SelectNumber = "select Number from JournalYear where FiscalYear = @FiscalYear";
}
