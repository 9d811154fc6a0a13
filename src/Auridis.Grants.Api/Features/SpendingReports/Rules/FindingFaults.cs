namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A finding is on a receipt of the report, recognises at most its amount, and gives a reason when it recognises less.</summary>
static class FindingFaults
{
    /// <summary>What is wrong with the findings: JSON pointer → messages. Empty when all of them can be recorded.</summary>
    /// <param name="takenBack">The receipts that are to have no finding any more.</param>
    /// <param name="amounts">The receipts of the report that are named, and their amounts.</param>
    public static Dictionary<string, string[]> Of(
        IReadOnlyList<Finding> findings, IReadOnlyList<Guid> takenBack, IReadOnlyDictionary<Guid, Money> amounts)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (i, finding) in findings.Index())
        {
            var at = FormattableString.Invariant($"/findings/{i}");
            if (!amounts.TryGetValue(finding.ReceiptId, out var amount))
                faults[at + "/receiptId"] = [NoSuchReceipt];
            else if (finding.Recognised.Cents > amount.Cents)
                faults[at + "/recognised"] = [Bilingual.Of($"The amount of the receipt is {amount}.", $"Der Beleg lautet über {amount}.")];
            else if (finding.Recognised != amount && finding.Reason is null)
            {
                faults[at + "/reason"] = [Bilingual.Of(
                    "A reason is needed for what is disallowed.", "Was nicht anerkannt wird, braucht eine Begründung.")];
            }
        }
        foreach (var (i, receipt) in takenBack.Index())
        {
            if (!amounts.ContainsKey(receipt))
                faults[FormattableString.Invariant($"/takenBack/{i}")] = [NoSuchReceipt];
        }
        return faults;
    }

    static string NoSuchReceipt => Bilingual.Of("The report has no such receipt.", "Der Nachweis hat keinen solchen Beleg.");
}
