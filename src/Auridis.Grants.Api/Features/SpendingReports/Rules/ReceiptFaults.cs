namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// A receipt has a number of its own in the reports of its award, was paid by today, and counts for a line of the award, or for one
/// that the examiner has asked for. One answer names every fault of every receipt.
/// </summary>
static class ReceiptFaults
{
    /// <summary>What is wrong with a batch: JSON pointer → messages. Empty when all of it can be added.</summary>
    /// <param name="categories">The lines that take receipts.</param>
    /// <param name="taken">Those of the batch's numbers that the award has already.</param>
    public static Dictionary<string, string[]> Of(
        IReadOnlyList<NewReceipt> batch, IReadOnlyCollection<string> categories, IReadOnlyCollection<string> taken, DateOnly today) =>
        batch
            .SelectMany((receipt, i) => Of(receipt, categories, taken, today)
                .Select(fault => (Pointer: FormattableString.Invariant($"/receipts/{i}{fault.Pointer}"), fault.Message)))
            .ToDictionary(fault => fault.Pointer, fault => new[] { fault.Message }, StringComparer.Ordinal);

    /// <summary>What is wrong with one that replaces another.</summary>
    /// <param name="taken">Its number, where another receipt of the award has it.</param>
    public static Dictionary<string, string[]> OfOne(
        NewReceipt receipt, IReadOnlyCollection<string> categories, IReadOnlyCollection<string> taken, DateOnly today) =>
        Of(receipt, categories, taken, today)
            .ToDictionary(fault => fault.Pointer, fault => new[] { fault.Message }, StringComparer.Ordinal);

    static IEnumerable<(string Pointer, string Message)> Of(
        NewReceipt receipt, IReadOnlyCollection<string> categories, IReadOnlyCollection<string> taken, DateOnly today)
    {
        if (taken.Contains(receipt.Number, StringComparer.Ordinal))
        {
            yield return ("/number", Bilingual.Of(
                "The award already has a receipt with this number.", "Die Zuwendung hat schon einen Beleg mit dieser Nummer."));
        }
        if (receipt.PaidOn > today)
            yield return ("/paidOn", Bilingual.Of("The date must not be in the future.", "Das Datum darf nicht in der Zukunft liegen."));
        if (!categories.Contains(receipt.Category, StringComparer.Ordinal))
        {
            yield return ("/category", Bilingual.Of(
                "One of the lines that take receipts: ", "Eine der Positionen, die Belege aufnehmen: ") + string.Join(", ", categories));
        }
    }
}
