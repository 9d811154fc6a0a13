using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// A batch's reference: <c>ZL</c> (Zahlungslauf), the year in which it was made, and its number there, counted without gaps. Batches are
/// made one after the other: from the touch of the counter to the commit nobody else makes one.
/// </summary>
static class BatchReference
{
    public static string Of(int fiscalYear, int number) => FormattableString.Invariant($"ZL-{fiscalYear}-{number:0000}");

    /// <summary>The year and the next number in it.</summary>
    public static async Task<(int FiscalYear, int Number)> Take(Tx tx, DateOnly today)
    {
        var year = FiscalYear.Of(today);
        await tx.Execute("update PaymentBatchHead set Id = Id");
        return (year, await tx.One<int>(Next, new { FiscalYear = year }));
    }

    const string Next = "select coalesce(max(Number), 0) + 1 from PaymentBatch where FiscalYear = @FiscalYear";
}
