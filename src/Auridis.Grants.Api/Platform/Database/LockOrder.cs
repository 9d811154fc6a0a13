namespace Auridis.Grants.Api.Platform.Database;

/// <summary>
/// The order in which every transaction takes the rows that others wait for: the programme, then applications and awards, then whatever
/// belongs to them, the batch of a payment, the programme's fund and the base rates, and the shared counters last. Two transactions that
/// take them in different orders wait for each other at night; here the second order throws in the first test that meets it.
/// </summary>
sealed class LockOrder
{
    static readonly string[][] Ranks =
        [["Programme"], ["Application", "Award"], ["PaymentBatch"], ["Fund", "BaseRateHead"], ["JournalHead", "AuditHead"]];

    readonly HashSet<string> taken = new(StringComparer.Ordinal);
    int highest = -1;

    /// <summary>Notes the row that a statement takes.</summary>
    /// <exception cref="InvalidOperationException">A row that comes later was taken before it.</exception>
    public void Take(string sql)
    {
        if (!sql.StartsWith("update ", StringComparison.Ordinal))
            return;
        for (var rank = 0; rank < Ranks.Length; rank++)
        {
            foreach (var table in Ranks[rank])
            {
                if (!Updates(sql, table))
                    continue;
                if (taken.Add(table) && rank < highest)
                    throw new InvalidOperationException($"{table} is locked after {string.Join(", ", taken.SkipLast(1))}: it comes first.");
                highest = Math.Max(highest, rank);
                return;
            }
        }
    }

    static bool Updates(string sql, string table) =>
        sql.AsSpan("update ".Length).StartsWith(table, StringComparison.Ordinal)
        && sql.AsSpan("update ".Length + table.Length) is [' ' or '\n', ..];
}
