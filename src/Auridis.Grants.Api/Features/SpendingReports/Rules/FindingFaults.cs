using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// A finding is on a receipt of the report, recognises at most its amount (of a credit note, which is negative, at least), and gives a
/// reason when it recognises less. A tolerance is lifted on a line of the award, and only where there is one.
/// </summary>
static class FindingFaults
{
    /// <summary>What is wrong with the findings: JSON pointer → messages. Empty when all of them can be recorded.</summary>
    /// <param name="takenBack">The receipts that are to have no finding any more.</param>
    /// <param name="amounts">The receipts of the report that are named, and their amounts.</param>
    /// <param name="lifted">The lines whose tolerance is to be lifted.</param>
    public static Dictionary<string, string[]> Of(
        IReadOnlyList<Finding> findings, IReadOnlyList<Guid> takenBack, IReadOnlyDictionary<Guid, Money> amounts,
        IReadOnlyList<LiftedLine> lifted, Award award, SpendingReport report)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (i, finding) in findings.Index())
        {
            var at = FormattableString.Invariant($"/findings/{i}");
            if (!amounts.TryGetValue(finding.ReceiptId, out var amount))
                faults[at + "/receiptId"] = [NoSuchReceipt];
            else if (!IsPart(finding.Recognised.Cents, amount.Cents))
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
        foreach (var (i, line) in lifted.Index())
        {
            if (WhyNotLifted(line, award, report) is { } fault)
                faults[FormattableString.Invariant($"/lifted/{i}/category")] = [fault];
        }
        return faults;
    }

    /// <summary>Of a credit note, too: between nothing and the whole.</summary>
    static bool IsPart(long recognised, long amount) =>
        recognised >= Math.Min(amount, 0) && recognised <= Math.Max(amount, 0);

    static string? WhyNotLifted(LiftedLine line, Award award, SpendingReport report) =>
        !report.IsFinal
            ? Bilingual.Of("The tolerance is judged in the final report.", "Die Toleranz wird im Verwendungsnachweis beurteilt.")
        : award.Terms.FinancingType == FinancingType.FixedAmount
            ? Bilingual.Of("With a fixed amount the plan limits no line.", "Bei Festbetragsfinanzierung begrenzt der Plan keine Position.")
        : !award.Lines.Any(planned => planned.Category == line.Category)
            ? Bilingual.Of("The award has no such line.", "Die Zuwendung hat keine solche Position.")
        : null;

    public static string NoSuchReceipt => Bilingual.Of("The report has no such receipt.", "Der Nachweis hat keinen solchen Beleg.");
}
