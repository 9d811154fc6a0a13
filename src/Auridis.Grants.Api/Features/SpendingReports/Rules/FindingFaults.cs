namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A finding is on a receipt of the report, recognises at most its amount, and gives a reason when it recognises less.</summary>
static class FindingFaults
{
    /// <summary>What is wrong with the findings: JSON pointer → messages. Empty when all of them can be recorded.</summary>
    /// <param name="amounts">The receipts of the report and their amounts.</param>
    public static Dictionary<string, string[]> Of(IReadOnlyList<Finding> findings, IReadOnlyDictionary<Guid, Money> amounts)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        for (var i = 0; i < findings.Count; i++)
        {
            var at = FormattableString.Invariant($"/findings/{i}");
            if (!amounts.TryGetValue(findings[i].ReceiptId, out var amount))
                faults[at + "/receiptId"] = [Bilingual.Of("The report has no such receipt.", "Der Nachweis hat keinen solchen Beleg.")];
            else if (findings[i].Recognised.Cents > amount.Cents)
                faults[at + "/recognised"] = [Bilingual.Of($"The amount of the receipt is {amount}.", $"Der Beleg lautet über {amount}.")];
            else if (findings[i].Recognised != amount && findings[i].Reason is null)
            {
                faults[at + "/reason"] = [Bilingual.Of(
                    "A reason is needed for what is disallowed.", "Was nicht anerkannt wird, braucht eine Begründung.")];
            }
        }
        return faults;
    }
}
